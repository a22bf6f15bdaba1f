import Dexie from 'dexie';
import type { Id } from '#domain/id.ts';
import { JournalCheck, type JournalEntry, type JournalFault } from '#domain/journal.ts';
import { database } from './database.ts';

const most = 200;
/** How many changed fields are held in memory at once, about. */
const heldChanges = 20_000;

/**
 * Checks every chain of a case's journal on this thread; empty when all is intact. Reads a page at a time, shorter pages where entries
 * are about thousands of records.
 */
export async function checkJournalHere(caseId: Id): Promise<JournalFault[]> {
  const check = new JournalCheck();
  let after: [Id, typeof Dexie.minKey] | [Id, Id, number] = [caseId, Dexie.minKey];
  let size = most;
  for (;;) {
    const page: JournalEntry[] = await database.journal
      .where('[case+device+seq]')
      .between(after, [caseId, Dexie.maxKey], false, true)
      .limit(size)
      .toArray();
    for (const entry of page) check.next(entry);
    const last = page.at(-1);
    if (page.length < size || !last) return check.faults;
    after = [caseId, last.device, last.seq];
    const changes = page.reduce((sum, entry) => sum + entry.changes.length, 0);
    size = Math.max(1, Math.min(most, Math.floor((heldChanges * page.length) / Math.max(1, changes))));
  }
}
