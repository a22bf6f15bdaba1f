import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import type { Note } from '#domain/note.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useAlive, useOpenCase } from '#store/use-case.ts';
import { ContextMenu } from '#ui/ContextMenu.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { matchesKeys } from '#ui/key-combination.ts';
import type { MenuAct } from '#ui/Menu.tsx';
import { moveNote } from './make-note.ts';
import styles from './NotesList.module.css';
import { useNewNote, useTrashNote } from './use-note-acts.ts';

/** The order in which notes are listed: as they were made, unless moved. */
export function byOrder(a: Note, b: Note): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}

/** Gives the `order` that puts a note at a place (0 is first) among the others, which are in order. */
export function orderAt(others: readonly Note[], place: number): number {
  const [before, after] = [others[place - 1], others[place]];
  if (before && after) return (before.order + after.order) / 2;
  if (before) return before.order + 1;
  return after ? after.order - 1 : 0;
}

const dragType = 'application/x-casebound-note';

/**
 * The notes of the case, for the rail: each opens, the one that is open is marked, a new one is a press away. They are put in
 * order by dragging, or with Alt and the arrows.
 */
export function NotesList({ current }: { readonly current: Id | null }) {
  const { t } = useTranslation('notes');
  const { id: caseId } = useOpenCase();
  const notes = useAlive('notes').toSorted(byOrder);
  const { open } = useWorkbench();
  const newNote = useNewNote();
  const trash = useTrashNote(current);
  const [menu, setMenu] = useState<{ note: Note; at: number; x: number; y: number } | null>(null);
  const [dragged, setDragged] = useState<Id | null>(null);
  const [gap, setGap] = useState<number | null>(null);

  /** Moves a note to a gap between the notes as they stand: 0 is above the first. */
  const move = async (id: Id, to: number) => {
    const from = notes.findIndex((one) => one.id === id);
    const note = notes[from];
    const place = to > from ? to - 1 : to;
    if (!note || place === from || place < 0 || place >= notes.length) return;
    const others = notes.filter((one) => one !== note);
    await moveNote(caseId, id, orderAt(others, place));
    const title = note.title || t('untitled');
    showUndoToast(caseId, t('note-moved', { title, at: place + 1, of: notes.length }), t('undo'));
  };
  const gapOf = (event: DragEvent, at: number) => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientY > box.top + box.height / 2 ? at + 1 : at;
  };
  const letGo = () => {
    setDragged(null);
    setGap(null);
  };
  const dragging = (note: Note, at: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(dragType, note.id);
      event.dataTransfer.effectAllowed = 'move';
      setDragged(note.id);
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setGap(gapOf(event, at));
    },
    onDrop: (event: DragEvent) => {
      if (dragged === null) return;
      event.preventDefault();
      void move(dragged, gapOf(event, at));
      letGo();
    },
    onDragEnd: letGo,
  });
  const onKeyDown = (event: KeyboardEvent, note: Note, at: number) => {
    if (matchesKeys('Delete', event)) {
      event.preventDefault();
      return trash(note);
    }
    const isMove = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!isMove || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    void move(note.id, event.key === 'ArrowUp' ? at - 1 : at + 2);
  };

  const actsOn = (note: Note, at: number): MenuAct[] => [
    { id: 'open', label: t('open-note'), keys: 'Enter', run: () => open({ table: 'notes', id: note.id }) },
    {
      id: 'up',
      label: t('note-up'),
      keys: 'Alt+ArrowUp',
      isDisabled: at === 0,
      run: () => void move(note.id, at - 1),
    },
    {
      id: 'down',
      label: t('note-down'),
      keys: 'Alt+ArrowDown',
      isDisabled: at === notes.length - 1,
      run: () => void move(note.id, at + 2),
    },
    { id: 'trash', label: t('trash-note'), keys: 'Delete', run: () => trash(note) },
  ];

  return (
    <section aria-label={t('notes')}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{t('notes')}</h2>
        <IconButton label={t('new-note')} onPress={newNote}>
          +
        </IconButton>
      </div>
      <ul className={styles.list} onDragLeave={() => setGap(null)}>
        {notes.map((note, at) => (
          <li
            key={note.id}
            className={styles.place}
            data-gap={gap === at ? 'above' : gap === notes.length && at === gap - 1 ? 'below' : undefined}
          >
            <button
              type="button"
              className={styles.note}
              aria-current={note.id === current ? 'page' : undefined}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
              onClick={() => open({ table: 'notes', id: note.id })}
              onKeyDown={(event) => onKeyDown(event, note, at)}
              onContextMenu={(event) => {
                event.preventDefault();
                // Subtle: from the keyboard there is no pointer to open it at.
                const box = event.currentTarget.getBoundingClientRect();
                const pointed = event.clientX > 0 || event.clientY > 0;
                setMenu({
                  note,
                  at,
                  ...(pointed ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom }),
                });
              }}
              dir="auto"
              {...dragging(note, at)}
            >
              {note.title || t('untitled')}
            </button>
          </li>
        ))}
      </ul>
      <ContextMenu
        label={t('note-acts')}
        at={menu}
        onClose={() => setMenu(null)}
        groups={menu ? [{ id: 'note', acts: actsOn(menu.note, menu.at) }] : []}
      />
    </section>
  );
}
