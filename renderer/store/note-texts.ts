import { liveQuery } from 'dexie';
import type { Id } from '#domain/id.ts';
import type { Revision } from '#domain/note.ts';
import { type Draft, database } from './database.ts';

/** Keeps the text of a note as it is being written. When it resolves, the text is on disk. */
export async function saveDraft(draft: Draft): Promise<void> {
  await database.drafts.put(draft);
}

/** Drops the draft of a note, once a revision holds its text. */
export async function dropDraft(note: Id): Promise<void> {
  await database.drafts.delete(note);
}

/** Gives the draft of a note, if it is being written or was when the app was ended. */
export function draftOf(note: Id): Promise<Draft | undefined> {
  return database.drafts.get(note);
}

/** All drafts of a case, for taking them into revisions before an export. */
export function draftsOf(caseId: Id): Promise<Draft[]> {
  return database.drafts.filter((draft) => draft.case === caseId).toArray();
}

/** Calls back with a note's draft now and whenever it changes, in this window or another. */
export function watchDraft(note: Id, listener: (draft: Draft | undefined) => void): () => void {
  const subscription = liveQuery(() => database.drafts.get(note)).subscribe(listener);
  return () => subscription.unsubscribe();
}

/** The revisions of a note, the oldest first. */
export async function revisionsOf(note: Id): Promise<Revision[]> {
  const revisions = await database.revisions.where('note').equals(note).toArray();
  return revisions.sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Gives one revision by its hash. */
export function revision(hash: string): Promise<Revision | undefined> {
  return database.revisions.get(hash);
}

/**
 * Calls back with the drafts of a case that this window does not write itself, now and with every save of them; those that
 * `isOurs` are not even read.
 */
export function watchDrafts(
  caseId: Id,
  isOurs: (note: Id) => boolean,
  listener: (drafts: ReadonlyMap<Id, Draft>) => void,
): () => void {
  const subscription = liveQuery(async () => {
    const notes = await database.drafts.where('case').equals(caseId).primaryKeys();
    const drafts = await database.drafts.bulkGet(notes.filter((note) => !isOurs(note)));
    return new Map(drafts.flatMap((draft) => (draft ? [[draft.note, draft]] : [])));
  }).subscribe(listener);
  return () => subscription.unsubscribe();
}
