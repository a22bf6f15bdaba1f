import { type ClipboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { postText, type Run } from '#domain/evidence/kinds/telegram.ts';
import { hasFormatting, withRuns, withText } from '#domain/evidence/runs.ts';
import { TextField } from '#ui/TextField.tsx';
import styles from './RunsField.module.css';
import { RunsText } from './RunsText.tsx';
import { runsFromHtml } from './runs-from-html.ts';

export interface RunsFieldProps {
  readonly label: string;
  readonly language: string | undefined;
  readonly runs: Run[];
  readonly onChange: (runs: Run[]) => void;
}

/**
 * The field for a post's text. What is pasted with formatting keeps it; what is typed leaves the formatting around it as it
 * was. Below the field stands the text as it will be read, as soon as it has any formatting.
 */
export function RunsField({ label, language, runs, onChange }: RunsFieldProps) {
  const { t } = useTranslation('kinds');
  const caret = useRef<number | null>(null);
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const { target } = event;
    const html = event.clipboardData.getData('text/html');
    if (!(target instanceof HTMLTextAreaElement) || html === '') return;
    const pasted = runsFromHtml(html);
    if (!hasFormatting(pasted)) return;
    event.preventDefault();
    caret.current = target.selectionStart + postText(pasted).length;
    onChange(withRuns(runs, target.selectionStart, target.selectionEnd, pasted));
    // Subtle: React sets the value after this handler and the caret goes to the end; it belongs behind what was pasted.
    requestAnimationFrame(() => {
      if (caret.current !== null) target.setSelectionRange(caret.current, caret.current);
      caret.current = null;
    });
  };
  return (
    <div className={styles.runs} onPasteCapture={paste}>
      <TextField
        label={label}
        rows={4}
        {...(language !== undefined && { lang: language })}
        value={postText(runs)}
        onChange={(text) => onChange(withText(runs, text))}
      />
      {hasFormatting(runs) && (
        <figure className={styles.preview}>
          <figcaption>{t('withFormatting')}</figcaption>
          <div dir="auto" lang={language} className={styles.text}>
            <RunsText runs={runs} />
          </div>
        </figure>
      )}
    </div>
  );
}
