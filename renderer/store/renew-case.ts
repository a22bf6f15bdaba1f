import type { ReadCase } from '#domain/case-file/read.ts';
import type { Id } from '#domain/id.ts';
import { type RecordOf, type TableName, tableNames } from '#domain/tables.ts';
import { isNoRoom, NoRoom } from './assets.ts';
import { CaseChanged, recordsOf } from './case-file-source.ts';
import { database, type Identity } from './database.ts';
import { announce, type Touched } from './open-case.ts';
import { marksOf, standOf } from './stand-of-case-file.ts';

type Records = { [T in TableName]: RecordOf[T][] };

/** What a case was before a file took its place, and what of the file was new: enough to take that back exactly. */
export interface Renewed {
  caseId: Id;
  records: Records;
  /** Who this device was, and the last numbers it gave, when it has to join anew. */
  identity: Identity | null;
  labels: { case: Id; prefix: string; last: number }[];
  revisions: string[];
  entries: [Id, Id, number][];
  /** How many entries the journal had once the file was in. */
  entriesAfter: number;
}

/** The case here was worked on meanwhile: it stays as it is. */
export class CaseMovedOn extends Error {
  readonly code = 'case-moved-on';
}

/** A note of the case is open for writing: what would be typed there knows nothing of the text that is to take its place. */
export class NotesOpen extends Error {
  readonly code = 'notes-open';
}

const tables = [...tableNames, 'revisions', 'journal', 'labels', 'identities', 'drafts', 'assets'];

/**
 * Puts the case of a file in the place of the one here that it goes on from, in one transaction. Rejects with {@link CaseMovedOn} when
 * by now there is anything here that the file has not, and with {@link NotesOpen} while a note of the case is open in any window. The
 * assets must be in.
 */
export async function renewCase(content: ReadCase, signal?: AbortSignal): Promise<Renewed> {
  const notes = await database
    .records('notes')
    .where('case')
    .equals(content.records.cases[0]?.id ?? '')
    .primaryKeys();
  return whileClosed(notes, () => renew(content, signal));
}

async function renew(content: ReadCase, signal?: AbortSignal): Promise<Renewed> {
  try {
    const { before, touched } = await database.transaction('rw', tables, async () => {
      if ((await standOf(content))?.is !== 'newer') throw new CaseMovedOn('The case here has changed by now.');
      const held = await database.assets.bulkGet(content.assets.map(({ sha256 }) => sha256));
      if (held.includes(undefined)) throw new CaseChanged('An asset that came in is gone again.');
      const renewed = await replaced(content);
      const identity = await database.identities.get(renewed.caseId);
      if (renewed.identity) await leave(renewed.caseId);
      await replaceRecords(renewed.records, withOwn(content.records, renewed.records, identity));
      const [texts, keys] = [new Set(renewed.revisions), new Set(renewed.entries.map(String))];
      await database.revisions.bulkAdd(content.revisions.filter(({ hash }) => texts.has(hash)));
      const added = content.journal.filter(({ device, seq }) => keys.has(String([renewed.caseId, device, seq])));
      await database.journal.bulkAdd(added);
      signal?.throwIfAborted();
      return { before: renewed, touched: touchedBy(renewed.records, content.records) };
    });
    announce(before.caseId, touched, byId(await recordsOf(before.caseId)));
    return before;
  } catch (error) {
    if (isNoRoom(error)) throw new NoRoom(0, { cause: error });
    throw error;
  }
}

/** Takes a renewal back: the case is what it was before. Rejects like {@link renewCase}, also when anything was done since. */
export async function takeBackRenewal(renewed: Renewed): Promise<void> {
  const notes = await database.records('notes').where('case').equals(renewed.caseId).primaryKeys();
  return whileClosed(notes, () => takeBack(renewed));
}

async function takeBack({ caseId, records, ...renewed }: Renewed): Promise<void> {
  const { identity, labels, revisions, entries, entriesAfter } = renewed;
  const touched = await database.transaction('rw', tables, async () => {
    const drafts = await database.drafts.filter((draft) => draft.case === caseId).count();
    if ((await marksOf(caseId)).length !== entriesAfter || drafts > 0)
      throw new CaseMovedOn('Something was done in the case since.');
    const now = await recordsOf(caseId);
    await replaceRecords(now, records);
    await database.revisions.bulkDelete(revisions);
    await database.journal.bulkDelete(entries);
    if (identity) await database.identities.put(identity);
    await database.labels.bulkPut(labels);
    return touchedBy(now, records);
  });
  announce(caseId, touched, byId(records));
}

/** How long a note that is being left may take to let go, in milliseconds. */
const patience = 3000;

/** Does the work while no window has any of these notes open for writing, nor can open one. */
async function whileClosed<R>(notes: readonly Id[], work: () => Promise<R>): Promise<R> {
  const waiting = AbortSignal.timeout(patience);
  const close = ([note, ...rest]: readonly Id[]): Promise<R> =>
    note === undefined ? work() : navigator.locks.request(`note:${note}`, { signal: waiting }, () => close(rest));
  try {
    return await close(notes);
  } catch (error) {
    if (error === waiting.reason) throw new NotesOpen('A note of the case is open for writing.', { cause: error });
    throw error;
  }
}

async function replaced(content: ReadCase): Promise<Renewed> {
  const caseId = content.records.cases[0]?.id ?? '';
  const here = new Set((await marksOf(caseId)).map(({ hash }) => hash));
  const entries = content.journal.filter(({ hash }) => !here.has(hash));
  const known = await database.revisions.bulkGet(content.revisions.map(({ hash }) => hash));
  const identity = await database.identities.get(caseId);
  // Subtle: where this device went on elsewhere (its profile was copied, or brought back from a copy), it joins anew, with a mark
  // of its own: counting on from here it would give numbers a second time.
  const elsewhere = entries.some(({ device }) => device === identity?.device);
  return {
    caseId,
    records: await recordsOf(caseId),
    identity: elsewhere && identity ? identity : null,
    labels: elsewhere ? await database.labels.filter((label) => label.case === caseId).toArray() : [],
    revisions: content.revisions.flatMap(({ hash }, index) => (known[index] ? [] : [hash])),
    entries: entries.map(({ device, seq }) => [caseId, device, seq]),
    entriesAfter: here.size + entries.length,
  };
}

async function leave(caseId: Id): Promise<void> {
  await database.identities.delete(caseId);
  const labels = await database.labels.filter((label) => label.case === caseId).primaryKeys();
  await database.labels.bulkDelete(labels);
}

/** The file's records, and the two that stand for this device here where the file does not know it yet. */
function withOwn(file: Records, here: Records, identity: Identity | undefined): Records {
  const lacking = <R extends { id: Id }>(list: R[], from: R[], id: Id | undefined) =>
    list.some((record) => record.id === id) ? list : [...list, ...from.filter((record) => record.id === id)];
  return {
    ...file,
    people: lacking(file.people, here.people, identity?.person),
    devices: lacking(file.devices, here.devices, identity?.device),
  };
}

async function replaceRecords(now: Records, next: Records): Promise<void> {
  const replace = async <T extends TableName>(table: T) => {
    const stay = new Set(next[table].map(({ id }) => id));
    await database.records(table).bulkDelete(now[table].flatMap(({ id }) => (stay.has(id) ? [] : [id])));
    await database.records(table).bulkPut(next[table]);
  };
  for (const table of tableNames) await replace(table);
}

function touchedBy(before: Records, after: Records): Touched[] {
  return tableNames.map((table) => ({
    table,
    ids: [...new Set([...before[table], ...after[table]].map(({ id }) => id))],
  }));
}

function byId(records: Records): Map<Id, RecordOf[TableName]> {
  return new Map(tableNames.flatMap((table) => records[table].map((record) => [record.id, record] as const)));
}
