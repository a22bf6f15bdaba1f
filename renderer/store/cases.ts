import Dexie from 'dexie';
import type { Case } from '#domain/case.ts';
import { type Id, newId } from '#domain/id.ts';
import { tableNames } from '#domain/tables.ts';
import { sweepAssets } from './assets.ts';
import { change } from './change.ts';
import { database } from './database.ts';
import { move } from './history.ts';
import { join } from './identity.ts';
import type { Making } from './writing.ts';

/** The cases on this device, trashed ones included, the last changed first. */
export async function listCases(): Promise<{ record: Case; changed: string; entries: number }[]> {
  const cases = await database.records('cases').toArray();
  const listed = await Promise.all(
    cases.map(async (record) => {
      const journal = database.journal.where('[case+at]').between([record.id, Dexie.minKey], [record.id, Dexie.maxKey]);
      const [last, entries] = await Promise.all([journal.clone().last(), journal.count()]);
      return { record, changed: last?.at ?? record.made.at, entries };
    }),
  );
  return listed.sort((a, b) => (a.changed < b.changed ? 1 : -1));
}

/** Makes a case and this device's place in it; gives its id. */
export async function makeCase(fields: Making<'cases'>): Promise<Id> {
  const id = newId();
  await join(id, 'maker');
  await change(id, 'case.make', (c) => c.make('cases', fields));
  move(id, { undo: [], redo: [] });
  return id;
}

/**
 * Removes a case from this device for good, with its journal, revisions and every asset that no other case holds. Meant for a case
 * that was trashed; there is no way back but its case file.
 */
export async function removeCase(id: Id): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    for (const table of tableNames) {
      if (table === 'cases') await database.records('cases').delete(id);
      else await database.records(table).where('case').equals(id).delete();
    }
    await database.revisions.where('case').equals(id).delete();
    await database.drafts.filter((draft) => draft.case === id).delete();
    await database.unsaved.where('case').equals(id).delete();
    await database.journal.where('[case+at]').between([id, Dexie.minKey], [id, Dexie.maxKey]).delete();
    await database.labels.where('[case+prefix]').between([id, Dexie.minKey], [id, Dexie.maxKey]).delete();
    await database.identities.delete(id);
  });
  await sweepAssets();
}
