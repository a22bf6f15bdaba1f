import Dexie, { liveQuery } from 'dexie';
import type { Id } from '#domain/id.ts';
import { type JournalEntry, type JournalFault, journalFaults } from '#domain/journal.ts';
import { database } from './database.ts';

const ofCase = (caseId: Id) =>
  database.journal.where('[case+at]').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]);

/** Gives a stretch of a case's journal, newest first, from the `from`th entry. */
export function journalPage(caseId: Id, from: number, count: number): Promise<JournalEntry[]> {
  return ofCase(caseId).reverse().offset(from).limit(count).toArray();
}

/** Calls back with the number of entries in a case's journal now and whenever it grows. */
export function watchJournal(caseId: Id, listener: (entries: number) => void): () => void {
  const subscription = liveQuery(() => ofCase(caseId).count()).subscribe(listener);
  return () => subscription.unsubscribe();
}

/** Checks every chain of a case's journal as it lies in the store; empty when all is intact. */
export async function checkJournal(caseId: Id): Promise<JournalFault[]> {
  return journalFaults(await ofCase(caseId).toArray());
}
