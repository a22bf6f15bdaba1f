import Dexie, { liveQuery } from 'dexie';
import type { Id } from '#domain/id.ts';
import { JournalCheck, type JournalEntry, type JournalFault } from '#domain/journal.ts';
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

const pageSize = 200;

/**
 * Checks every chain of a case's journal as it lies in the store; empty when all is intact. Reads and hashes a page at a time, so that
 * the window goes on between two of them (10,000 entries at once would hold it for a second).
 */
export async function checkJournal(caseId: Id): Promise<JournalFault[]> {
  const check = new JournalCheck();
  let after: [Id, typeof Dexie.minKey] | [Id, Id, number] = [caseId, Dexie.minKey];
  for (;;) {
    const page: JournalEntry[] = await database.journal
      .where('[case+device+seq]')
      .between(after, [caseId, Dexie.maxKey], false, true)
      .limit(pageSize)
      .toArray();
    for (const entry of page) check.next(entry);
    const last = page.at(-1);
    if (page.length < pageSize || !last) return check.faults;
    after = [caseId, last.device, last.seq];
  }
}
