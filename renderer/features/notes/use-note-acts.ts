import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import type { Note } from '#domain/note.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useOpenCase } from '#store/use-case.ts';
import { makeNote, trashNote } from './make-note.ts';

/** Makes a note and opens it, its title ready to be typed. */
export function useNewNote(): () => void {
  const { id } = useOpenCase();
  const { open } = useWorkbench();
  return useCallback(() => {
    void makeNote(id, '').then((note) => open({ table: 'notes', id: note }));
  }, [id, open]);
}

/** Puts a note into the trash, with a way back at hand; where the note is `open`, the first of the others takes its place. */
export function useTrashNote(open: Id | null): (note: Note) => void {
  const { t } = useTranslation('notes');
  const { id } = useOpenCase();
  const { openView } = useWorkbench();
  return useCallback(
    (note) => {
      void trashNote(id, note.id).then(() => {
        if (note.id === open) openView('notes');
        showUndoToast(id, t('note-trashed', { title: note.title || t('untitled') }), t('undo'));
      });
    },
    [id, open, openView, t],
  );
}
