import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { $getSelection, $isRangeSelection } from 'lexical';
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { saysTheSame } from '#domain/note/compare.ts';
import type { NoteDocument } from '#domain/note/document.ts';
import { type Citing, citing } from '#features/evidence/cite.ts';
import type { NoteWriting } from '#features/notes/note-writing.ts';
import { useOpenCase } from '#store/use-case.ts';
import { useCommands } from '#ui/command.ts';
import { showToast } from '#ui/toasts.tsx';
import { CitationPreview } from './CitationPreview.tsx';
import { CompletionMenu } from './CompletionMenu.tsx';
import { nameIn } from './completions.ts';
import { registerCitationDrop } from './drop-citation.ts';
import { registerEmbedKeys } from './embed-keys.ts';
import { FindBar } from './FindBar.tsx';
import { $insertCitations } from './insert.ts';
import { LinkCard } from './LinkCard.tsx';
import styles from './NoteEditor.module.css';
import { callCitations } from './nodes/names.ts';
import { noteExtension } from './note-extension.ts';
import textStyles from './note-text.module.css';
import { forEditor, fromEditor } from './note-text.ts';
import { SelectionToolbar } from './SelectionToolbar.tsx';
import { Toolbar } from './Toolbar.tsx';

export interface NoteEditorProps {
  readonly note: Id;
  /** The text to begin with; a note that is only followed shows each new one. */
  readonly document: NoteDocument;
  /** What keeps the text, or null for a note that is only read here. */
  readonly writing: NoteWriting | null;
  /** What stands above the text and scrolls with it. */
  readonly head: ReactNode;
  readonly onHistory: () => void;
  /** The editor could not take the text as it is; it must not be written in. */
  readonly onRefused: () => void;
}

/** The text of a note. Made anew (by `key`) for another note, never for another text of the same one. */
export function NoteEditor({ note, document, writing, head, onHistory, onRefused }: NoteEditorProps) {
  const { t } = useTranslation('notes');
  const opened = useOpenCase();
  const [finding, setFinding] = useState(0);
  const find = useCallback(() => setFinding((times) => times + 1), []);
  useCommands(useMemo(() => [{ id: 'note.find', label: t('find-in-note'), keys: ['Mod+F'], run: find }], [t, find]));
  const [extension] = useState(() =>
    noteExtension(document, (count) => showToast({ text: t('pictures-left-out', { count }) })),
  );
  useLayoutEffect(() => {
    callCitations((citation) => nameIn(opened.state, citation) ?? t('missing'));
  }, [opened, t]);

  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <div className={styles.editor}>
        {writing && <Toolbar onFind={find} onHistory={onHistory} />}
        {finding > 0 && <FindBar asked={finding} onClose={() => setFinding(0)} />}
        <div className={styles.scroll}>
          <div className={styles.page}>
            {head}
            <ContentEditable
              className={`${textStyles.editable}`}
              aria-label={t('text')}
              aria-placeholder={t('placeholder')}
              placeholder={<p className={styles.placeholder}>{t('placeholder')}</p>}
              spellCheck
            />
          </div>
        </div>
      </div>
      <Keeping document={document} writing={writing} onRefused={onRefused} />
      <LinkCard />
      <CitationPreview />
      {writing && (
        <>
          <CompletionMenu note={note} />
          <SelectionToolbar note={note} />
          <Citings />
        </>
      )}
    </LexicalExtensionComposer>
  );
}

/** Ties the text to what keeps it: checks that what was read is what is shown before a single letter is saved. */
function Keeping({ document, writing, onRefused }: Pick<NoteEditorProps, 'document' | 'writing' | 'onRefused'>) {
  const [editor] = useLexicalComposerContext();
  useLayoutEffect(() => {
    editor.setEditable(false);
    if (writing === null) {
      editor.setEditorState(editor.parseEditorState(JSON.stringify(forEditor(document))));
      return;
    }
    if (!saysTheSame(document, fromEditor(editor.getEditorState()))) return onRefused();
    editor.setEditable(true);
    const stopListening = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) writing.changed(() => fromEditor(editorState));
    });
    const stopDrop = registerCitationDrop(editor);
    const stopKeys = registerEmbedKeys(editor);
    return () => {
      stopListening();
      stopDrop();
      stopKeys();
    };
  }, [editor, document, writing, onRefused]);
  return null;
}

/** Answers lists and views of exhibits that ask to be cited: where the caret is, or was last. */
function Citings() {
  const [editor] = useLexicalComposerContext();
  const answer = useCallback(
    ({ ids, excerpt }: Citing) =>
      editor.focus(() =>
        editor.update(() => {
          if ($isRangeSelection($getSelection())) {
            $insertCitations(ids.map((target) => ({ to: 'exhibit', target, ...(excerpt ? { excerpt } : {}) })));
          }
        }),
      ),
    [editor],
  );
  citing.useAnswer(answer);
  return null;
}
