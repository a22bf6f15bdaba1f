import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '#domain/note.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { undo } from '#store/undo.ts';
import { useOpenCase } from '#store/use-case.ts';
import { showToast } from '#ui/toasts.tsx';
import { makeNote, trashNote } from './make-note.ts';

/** Makes a note and opens it, its title ready to be typed. */
export function useNewNote(): () => void {
  const { id } = useOpenCase();
  const { open } = useWorkbench();
  return useCallback(() => {
    void makeNote(id, '').then((note) => open({ table: 'notes', id: note }));
  }, [id, open]);
}

/** Puts a note into the trash, with a way back at hand. */
export function useTrashNote(): (note: Note) => void {
  const { t } = useTranslation('notes');
  const { id } = useOpenCase();
  const { openView } = useWorkbench();
  return useCallback(
    (note) => {
      void trashNote(id, note.id).then(() => {
        openView('notes');
        showToast({
          text: t('note-trashed', { title: note.title || t('untitled') }),
          action: { label: t('undo'), run: () => void undo(id) },
        });
      });
    },
    [id, openView, t],
  );
}
