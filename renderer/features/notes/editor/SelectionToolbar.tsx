import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $createRangeSelection,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type PointType,
} from 'lexical';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Claim } from '#domain/claim.ts';
import type { Id } from '#domain/id.ts';
import { citationMark } from '#domain/note/walk.ts';
import { makeClaim } from '#features/claims/write-claims.ts';
import { useOpenCase } from '#store/use-case.ts';
import { matchesKeys } from '#ui/key-combination.ts';
import { showToast } from '#ui/toasts.tsx';
import { linkHere } from './cited-here.ts';
import { $insertCitations } from './insert.ts';
import { askForLink } from './LinkCard.tsx';
import styles from './Toolbar.module.css';

/** The key that makes the selected sentence a claim. */
export const claimKeys = 'Mod+Shift+C';

/**
 * Makes the selected words a claim that remembers the note and the sentence, and cites it behind them, before the full stop.
 * Gives null when nothing is selected.
 */
export async function claimSelection(editor: LexicalEditor, caseId: Id, note: Id): Promise<Claim | null> {
  const selected = editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
    const end = selection.isBackward() ? selection.anchor : selection.focus;
    const text = selection.getTextContent().replaceAll(citationMark, '').replace(/\s+/gu, ' ').trim();
    return text === '' ? null : { text, end: { key: end.key, offset: end.offset, type: end.type } };
  });
  if (!selected) return null;
  const { text, end } = selected;
  const claim = await makeClaim(caseId, { text, from: { note, sentence: text } });
  editor.update(() => {
    const selection = $createRangeSelection();
    selection.anchor.set(end.key, end.offset, end.type);
    selection.focus.set(end.key, end.offset, end.type);
    $beforeFullStop(selection.anchor, selection.focus);
    $setSelection(selection);
    selection.insertText(' ');
    $insertCitations([{ to: 'claim', target: claim.id }]);
  });
  return claim;
}

function $beforeFullStop(...points: PointType[]): void {
  for (const point of points) {
    const node = point.getNode();
    if (point.type !== 'text' || !$isTextNode(node)) continue;
    const stop = /[.!?…]["'”’»)]*\s*$/u.exec(node.getTextContent().slice(0, point.offset));
    if (stop) point.set(point.key, stop.index, 'text');
  }
}

/** The acts on selected words, above them. */
export function SelectionToolbar({ note }: { readonly note: Id }) {
  const { t } = useTranslation('notes');
  const [editor] = useLexicalComposerContext();
  const { id: caseId } = useOpenCase();
  const place = useSelectionPlace(editor);

  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!matchesKeys(claimKeys, event)) return false;
          event.preventDefault();
          void claimSelection(editor, caseId, note);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor, caseId, note],
  );

  if (place === null || !editor.isEditable()) return null;
  const act = (label: string, run: () => void, content = label) => (
    <button
      type="button"
      className={styles.mark}
      title={label}
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {content}
    </button>
  );
  const claim = async () => {
    if (await claimSelection(editor, caseId, note)) showToast({ text: t('claim-made') });
  };
  return createPortal(
    <div role="toolbar" aria-label={t('selection')} className={styles.floating} style={place}>
      {act(t('format-bold'), () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'), 'B')}
      {act(t('format-italic'), () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic'), '/')}
      {act(t('format-highlight'), () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'highlight'), t('mark'))}
      {act(t('link'), () => askForLink(editor), t('link-short'))}
      {act(t('make-claim'), () => void claim())}
      {act(t('link-evidence-from'), () => linkHere(editor), t('link-evidence'))}
    </div>,
    document.body,
  );
}

/** Above the selected words once the pointer or the keys have come to rest; null while nothing is selected. */
function useSelectionPlace(editor: LexicalEditor): { left: string; top: string } | null {
  const [place, setPlace] = useState<{ left: string; top: string } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const selection = window.getSelection();
        const root = editor.getRootElement();
        const isOurs = root !== null && selection?.anchorNode != null && root.contains(selection.anchorNode);
        if (!isOurs || selection.isCollapsed || selection.toString().trim() === '') return setPlace(null);
        const rect = selection.getRangeAt(0).getBoundingClientRect();
        const top = rect.top > 84 ? rect.top - 42 : rect.bottom + 6;
        setPlace({ left: `${Math.max(8, Math.min(rect.left, window.innerWidth - 480))}px`, top: `${top}px` });
      }, 180);
    };
    document.addEventListener('selectionchange', look);
    window.addEventListener('scroll', look, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
      window.removeEventListener('scroll', look, true);
    };
  }, [editor]);
  return place;
}
