import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { useAlive, useRecord } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { NotePage } from './NotePage.tsx';
import { byOrder } from './NotesList.tsx';
import { useSaveOnLeaving } from './use-note.ts';
import { useNewNote } from './use-note-acts.ts';

/** The notes: the one asked for, else the first; a word of welcome while there is none. */
export function NotesView({ note }: { readonly note: Id | null }) {
  const { t } = useTranslation('notes');
  const notes = useAlive('notes');
  const asked = useRecord('notes', note ?? undefined);
  const newNote = useNewNote();
  useSaveOnLeaving();
  const shown = asked ?? (note === null ? notes.toSorted(byOrder)[0] : undefined);
  if (shown) return <NotePage key={shown.id} note={shown} />;
  return (
    <>
      <h1 className="visually-hidden">{t('notes')}</h1>
      <EmptyState text={note === null ? t('empty') : t('note-missing')}>
        <Button variant="primary" onPress={newNote}>
          {t('new-note')}
        </Button>
      </EmptyState>
    </>
  );
}
