import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import type { Note } from '#domain/note.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useAlive } from '#store/use-case.ts';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './NotesList.module.css';
import { useNewNote } from './use-note-acts.ts';

/** The order in which notes are listed: as they were made, unless moved. */
export function byOrder(a: Note, b: Note): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}

/** The notes of the case, for the rail: each opens, the one that is open is marked, a new one is a press away. */
export function NotesList({ current }: { readonly current: Id | null }) {
  const { t } = useTranslation('notes');
  const notes = useAlive('notes').toSorted(byOrder);
  const { open } = useWorkbench();
  const newNote = useNewNote();
  return (
    <section aria-label={t('notes')}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{t('notes')}</h2>
        <IconButton label={t('new-note')} onPress={newNote}>
          +
        </IconButton>
      </div>
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={note.id}>
            <button
              type="button"
              className={styles.note}
              aria-current={note.id === current ? 'page' : undefined}
              onClick={() => open({ table: 'notes', id: note.id })}
              dir="auto"
            >
              {note.title || t('untitled')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
