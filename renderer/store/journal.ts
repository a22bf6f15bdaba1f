import Dexie, { liveQuery } from 'dexie';
import type { Id } from '#domain/id.ts';
import type { JournalEntry, JournalFault } from '#domain/journal.ts';
import { database } from './database.ts';
import type { JournalChecked } from './journal-check-worker.ts';

const ofCase = (caseId: Id, before: string | typeof Dexie.maxKey = Dexie.maxKey) =>
  database.journal.where('[case+at]').between([caseId, Dexie.minKey], [caseId, before]);

/** Gives a stretch of a case's journal, newest first: from the newest entry, or from the one before `after`. */
export function journalPage(caseId: Id, count: number, after?: JournalEntry): Promise<JournalEntry[]> {
  return ofCase(caseId, after?.at).reverse().limit(count).toArray();
}

/** Calls back with the number of entries in a case's journal now and whenever it grows. */
export function watchJournal(caseId: Id, listener: (entries: number) => void): () => void {
  const subscription = liveQuery(() => ofCase(caseId).count()).subscribe(listener);
  return () => subscription.unsubscribe();
}

/**
 * Checks every chain of a case's journal as it lies in the store; empty when all is intact. Done in a worker: entries about thousands of
 * records take long to read and to hash, however few of them are taken at once.
 */
export function checkJournal(caseId: Id): Promise<JournalFault[]> {
  const worker = new Worker(new URL('./journal-check-worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<JournalFault[]>((resolve, reject) => {
    worker.onmessage = (message: MessageEvent<JournalChecked>) => {
      if (message.data.ok) resolve(message.data.faults);
      else reject(new Error(message.data.message));
    };
    worker.onerror = (event) => reject(new Error(`The check of the journal ended: ${event.message}`));
  });
  worker.postMessage(caseId);
  return answer.finally(() => worker.terminate());
}
