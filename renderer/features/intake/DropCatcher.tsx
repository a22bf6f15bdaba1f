import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTelegramPaste } from '#domain/intake/telegram-paste.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { droppedFiles } from './dropped-files.ts';
import styles from './IntakeView.module.css';
import { useIntake } from './use-intake.ts';

/**
 * Takes files and folders dropped anywhere in the case to the intake, but for those dropped where they are attached at once
 * (`data-drop="files"`); so also a link to a Telegram post, or copied messages, pasted anywhere but into a field. Shows that dropping is possible while files are dragged over the window.
 */
export function DropCatcher() {
  const { t } = useTranslation('intake');
  const { survey } = useIntake();
  const { openView } = useWorkbench();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const isFree = (event: DragEvent) =>
      event.dataTransfer?.types.includes('Files') === true &&
      !(event.target instanceof Element && event.target.closest('[data-drop="files"]'));
    const over = (event: DragEvent) => setIsOver(isFree(event));
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      if (!isFree(event) || !event.dataTransfer) return;
      event.preventDefault();
      survey(droppedFiles(event.dataTransfer));
      openView('intake');
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (event.defaultPrevented || isInField(event.target) || !isTelegramPaste(text)) return;
      event.preventDefault();
      survey(Promise.resolve([{ path: 'pasted.txt', file: new File([text], 'pasted.txt', { type: 'text/plain' }) }]));
      openView('intake');
    };
    window.addEventListener('paste', paste);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('paste', paste);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [survey, openView]);
  if (!isOver) return null;
  return (
    <div className={styles.dropping} aria-hidden="true">
      {t('dropHere')}
    </div>
  );
}

/** Says whether what is pasted there goes into a text that is being written, or a dialog that is open. */
function isInField(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  );
}
