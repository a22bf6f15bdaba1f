import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  mergeRegister,
} from 'lexical';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import styles from './CompletionMenu.module.css';
import { useChoices } from './use-choices.tsx';
import { type Trigger, useTrigger } from './use-trigger.ts';

/** The list that opens after `@`, `!`, `#` and `/`: arrows move, Enter or Tab takes, Escape leaves the text as typed. */
export function CompletionMenu({ note }: { readonly note: string }) {
  const [editor] = useLexicalComposerContext();
  const { trigger, dismiss } = useTrigger(editor);
  if (!trigger || !editor.isEditable()) return null;
  return <OpenMenu key={`${trigger.key} ${trigger.from}`} note={note} trigger={trigger} dismiss={dismiss} />;
}

interface OpenMenuProps {
  readonly note: string;
  readonly trigger: Trigger;
  readonly dismiss: () => void;
}

function OpenMenu({ note, trigger, dismiss }: OpenMenuProps) {
  const { t } = useTranslation('notes');
  const [editor] = useLexicalComposerContext();
  const { choices, more } = useChoices(note, trigger);
  // Subtle: « Non ! » and a lone # end lines too; only a sign that never does, or a choice made, lets Enter take.
  const start =
    trigger.query !== '' || trigger.sign === '@' || trigger.sign === '/' || trigger.sign.length === 2 ? 0 : -1;
  const [moved, setMoved] = useState<{ query: string; at: number } | null>(null);
  const at = Math.min(moved?.query === trigger.query ? moved.at : start, choices.length - 1);
  const list = useRef<HTMLDivElement>(null);
  const place = useCaretPlace(trigger, choices.length);

  useEffect(() => {
    const move = (by: number) => (event: KeyboardEvent | null) => {
      if (choices.length === 0) return false;
      event?.preventDefault();
      setMoved({ query: trigger.query, at: (at + by + choices.length) % choices.length });
      return true;
    };
    const take = (event: KeyboardEvent | null) => {
      const choice = choices[at];
      if (!choice || event?.shiftKey) return false;
      event?.preventDefault();
      choice.run(trigger);
      return true;
    };
    const on = (command: LexicalCommand<KeyboardEvent>, run: (event: KeyboardEvent | null) => boolean) =>
      editor.registerCommand(command, run, COMMAND_PRIORITY_CRITICAL);
    return mergeRegister(
      on(KEY_ARROW_DOWN_COMMAND, move(1)),
      on(KEY_ARROW_UP_COMMAND, move(at < 0 ? 0 : -1)),
      editor.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
      on(KEY_TAB_COMMAND, take),
      on(KEY_ESCAPE_COMMAND, (event) => {
        event?.preventDefault();
        event?.stopPropagation();
        dismiss();
        return true;
      }),
    );
  }, [editor, choices, at, trigger, dismiss]);

  useLayoutEffect(() => {
    const root = editor.getRootElement();
    const option = list.current?.children[at];
    option?.scrollIntoView({ block: 'nearest' });
    if (!root || !option) return;
    root.setAttribute('aria-controls', 'note-completions');
    root.setAttribute('aria-activedescendant', option.id);
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, at]);

  if (choices.length === 0 || !place) return null;
  return createPortal(
    <div className={styles.menu} style={place}>
      <div
        ref={list}
        id="note-completions"
        role="listbox"
        aria-label={t('completions')}
        // Whoever scrolls by keyboard alone can; from the text Tab takes the choice and never comes here.
        tabIndex={0}
        className={styles.options}
      >
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the editor's, which keeps the focus
          <div
            key={choice.id}
            id={`note-completion-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => index !== at && setMoved({ query: trigger.query, at: index })}
            onClick={() => choice.run(trigger)}
          >
            {choice.row}
          </div>
        ))}
      </div>
      {more > 0 && (
        <p role="status" className={styles.more}>
          {t('more-completions', { count: more })}
        </p>
      )}
    </div>,
    // Within the page's main part, where screen readers look for it.
    editor.getRootElement()?.closest('main') ?? document.body,
  );
}

/** Under the sign, or above it where there is more room; in pixels of the window. */
function useCaretPlace(trigger: Trigger, rows: number): { left: string; top?: string; bottom?: string } | null {
  const [editor] = useLexicalComposerContext();
  return useMemo(() => {
    const text = rows > 0 ? editor.getElementByKey(trigger.key)?.firstChild : null;
    const holder = text instanceof Text ? text : text?.firstChild;
    if (!(holder instanceof Text) || holder.length < trigger.from) return null;
    const range = document.createRange();
    range.setStart(holder, trigger.from);
    range.setEnd(holder, Math.min(trigger.from + 1, holder.length));
    const rect = range.getBoundingClientRect();
    const left = `${Math.max(8, Math.min(rect.left, window.innerWidth - 400))}px`;
    return rect.bottom + 280 < window.innerHeight || rect.top < 280
      ? { left, top: `${rect.bottom + 4}px` }
      : { left, bottom: `${window.innerHeight - rect.top + 4}px` };
  }, [editor, trigger, rows]);
}
