import type { Id } from '#domain/id.ts';
import type { CaseRecord } from '#domain/record.ts';
import { type TableName, tableNames } from '#domain/tables.ts';
import { sweepAssets } from './assets.ts';
import { write } from './change.ts';
import { database } from './database.ts';
import { move } from './history.ts';
import { announce, type CaseState } from './open-case.ts';

/** A record in the trash. */
export interface Trashed {
  table: TableName;
  record: CaseRecord;
}

/** Everything in a case's trash, what went last first. */
export function trashOf(state: CaseState): Trashed[] {
  return tableNames
    .flatMap((table) =>
      [...state[table].values()].filter((record) => record.gone !== undefined).map((record) => ({ table, record })),
    )
    .sort((a, b) => ((a.record.gone ?? '') < (b.record.gone ?? '') ? 1 : -1));
}

/**
 * Empties a case's trash: the only real deletion there is. The journal keeps which records went; their fields, the revisions of
 * trashed notes, and assets that nothing refers to any more are gone for good. Ends the way back for this window.
 */
export async function emptyTrash(caseId: Id, state: CaseState): Promise<void> {
  const trashed = trashOf(state).filter(({ table }) => table !== 'cases');
  if (trashed.length === 0) return;
  await write(caseId, 'trash.empty', (c) => c.erase(trashed.map(({ table, record }) => ({ table, id: record.id }))));
  move(caseId, { undo: [], redo: [] });
  const byTable = new Map<TableName, Id[]>();
  for (const { table, record } of trashed) byTable.set(table, [...(byTable.get(table) ?? []), record.id]);
  announce(
    caseId,
    [...byTable].map(([table, ids]) => ({ table, ids })),
    new Map(),
  );
  await database.drafts.bulkDelete(byTable.get('notes') ?? []);
  await sweepAssets();
}
