import { type Id, newId } from '#domain/id.ts';
import { noHash } from '#domain/journal.ts';
import { emptyDocument, type NoteDocument } from '#domain/note/document.ts';
import type { Note } from '#domain/note.ts';
import { change } from '#store/change.ts';
import type { Changing } from '#store/writing.ts';
import { derivedFrom, firstRevision } from './revise.ts';

/** Makes a note, empty or with a text, and gives its id. It comes last among the notes. */
export async function makeNote(
  caseId: Id,
  title: string,
  document: NoteDocument = emptyDocument(newId()),
): Promise<Id> {
  return change(caseId, 'note.make', (c) => makeNoteWithin(c, caseId, { title, document, order: Date.now() }));
}

interface NewNote extends Pick<Note, 'title' | 'order'>, Partial<Pick<Note, 'key' | 'import'>> {
  readonly document: NoteDocument;
}

/** Makes a note with its first revision inside a change, and gives its id. */
export async function makeNoteWithin(c: Changing, caseId: Id, { document, ...fields }: NewNote): Promise<Id> {
  const { id, made } = await c.make('notes', { ...fields, revision: noHash, ...derivedFrom(document) });
  const first = firstRevision(caseId, id, made.by, document);
  await c.revise(first);
  await c.edit('notes', id, (note) => ({ ...note, revision: first.hash }));
  return id;
}

/** Gives a note another title. */
export async function renameNote(caseId: Id, id: Id, title: string): Promise<void> {
  await change(caseId, 'note.rename', (c) => c.edit('notes', id, (note) => ({ ...note, title })));
}

/** Puts a note into the trash. */
export async function trashNote(caseId: Id, id: Id): Promise<void> {
  await change(caseId, 'note.trash', (c) => c.trash('notes', id));
}

/** Puts a note between two others: `order` is any number between theirs. */
export async function moveNote(caseId: Id, id: Id, order: number): Promise<void> {
  await change(caseId, 'note.move', (c) => c.edit('notes', id, (note) => ({ ...note, order })));
}
