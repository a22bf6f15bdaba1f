import Dexie from 'dexie';
import { differences, type FieldChange, shapeOf, valueAt, withChanges } from '#domain/fields.ts';
import { type Id, newId } from '#domain/id.ts';
import { type JournalEntry, journalValue, noHash, sealed } from '#domain/journal.ts';
import { type Json, sameJson } from '#domain/json.ts';
import type { Revision } from '#domain/note.ts';
import type { CaseRecord } from '#domain/record.ts';
import { Clock, type Stamp } from '#domain/stamp.ts';
import { type RecordOf, schemas, type TableName, tableNames } from '#domain/tables.ts';
import { database, type Identity } from './database.ts';
import { type Done, remember } from './history.ts';
import { identityOf } from './identity.ts';
import { announce, type Touched } from './open-case.ts';

/** The fields to make a record from; label, id and stamps are given by the store. */
export type Making<T extends TableName> = RecordOf[T] extends infer R
  ? R extends CaseRecord
    ? Omit<R, keyof CaseRecord | 'label'>
    : never
  : never;

/** What work inside a change can do. Nothing but these may be awaited there: anything else would end the transaction. */
export interface Changing {
  /** Reads a record as it stands within the change. */
  get<T extends TableName>(table: T, id: Id): Promise<RecordOf[T]>;
  make<T extends TableName>(table: T, fields: Making<T> & object): Promise<RecordOf[T]>;
  /** Replaces a record by what `next` makes of its present state; only the fields that differ count as changed. */
  edit<T extends TableName>(table: T, id: Id, next: (record: RecordOf[T]) => RecordOf[T]): Promise<void>;
  /** Puts a record into the trash. */
  trash(table: TableName, id: Id): Promise<void>;
  restore(table: TableName, id: Id): Promise<void>;
  /** Keeps a revision of a note; editing the note's record is the caller's. */
  revise(revision: Revision): Promise<void>;
  /** Takes a recorded doing back or does it again, field by field where the field still is as it left it; gives how many fields it passed over. */
  reapply(done: Done): Promise<number>;
  /** Deletes trashed records for good, with the revisions of notes among them. Emptying the trash is its only use. */
  erase(records: { table: TableName; id: Id }[]): Promise<void>;
}

/** A record that a change was to touch is not in the case any more. */
export class RecordMissing extends Error {
  readonly code = 'record-missing';
}

const prefixes: Partial<Record<TableName, string>> = { exhibits: 'EX', claims: 'C', inquiries: 'IQ' };
const clock = new Clock();

/**
 * The one way to write. Runs `work` in a single transaction with strict durability, stamps the fields it changed, appends
 * the journal entry and remembers the way back. When it resolves, the change is on disk; when it rejects, nothing
 * happened. `act` is a noun and a verb such as `exhibit.tag`; `facts` go into the journal beside the changes.
 */
export async function change<R>(
  caseId: Id,
  act: string,
  work: (c: Changing) => Promise<R>,
  facts?: Record<string, Json>,
): Promise<R> {
  const { result, done } = await write(caseId, act, work, facts);
  remember(caseId, { act, done });
  return result;
}

/** Writes like {@link change} but leaves the way back to the caller: undo, redo, and the writing of notes, whose editor undoes itself. */
export async function write<R>(
  caseId: Id,
  act: string,
  work: (c: Changing) => Promise<R>,
  facts?: Record<string, Json>,
): Promise<{ result: R; done: Done[] }> {
  const tables = [...tableNames, 'revisions', 'journal', 'labels'];
  const identity = await identityOf(caseId);
  const { result, writing } = await database.transaction('rw', tables, async () => {
    const last = await lastEntry(identity);
    // Subtle: the latest entry of any device, so that a change here is later than all it was made upon, whatever the clocks say.
    const latest = await latestEntry(caseId);
    if (latest) clock.observe(latest.at);
    const begun = new Writing(identity, clock.next(identity.device));
    const outcome = await work(begun);
    if (begun.done.length > 0 || facts) {
      const doings = last ? begun.done : [...(await joining(identity)), ...begun.done];
      await database.journal.add(entryOf(begun, doings, act, last, facts));
    }
    return { result: outcome, writing: begun };
  });
  if (writing.touched.length > 0) announce(caseId, writing.touched, writing.written);
  return { result, done: writing.done };
}

function lastEntry({ case: caseId, device }: Identity): Promise<JournalEntry | undefined> {
  return database.journal
    .where('[case+device+seq]')
    .between([caseId, device, Dexie.minKey], [caseId, device, Dexie.maxKey])
    .last();
}

/** A device's first entry also tells of the two records that joining the case made: its person and itself. */
async function joining({ person, device }: Identity): Promise<Done[]> {
  const records = [
    { table: 'people' as const, record: await database.records('people').get(person) },
    { table: 'devices' as const, record: await database.records('devices').get(device) },
  ];
  return records.flatMap(({ table, record }) =>
    record ? [{ table, id: record.id, changes: [{ path: '', after: record }] }] : [],
  );
}

function latestEntry(caseId: Id): Promise<JournalEntry | undefined> {
  return database.journal.where('[case+at]').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]).last();
}

function entryOf(
  writing: Writing,
  doings: Done[],
  act: string,
  last: JournalEntry | undefined,
  facts?: Record<string, Json>,
): JournalEntry {
  const { identity, at } = writing;
  const changes = doings.flatMap(({ table, id, changes: list }) =>
    list.map((c) => {
      const [before, after] = [journalValue(c.before), journalValue(c.after)];
      return { table, id, path: c.path, ...(before && { before }), ...(after && { after }) };
    }),
  );
  return sealed({
    case: identity.case,
    device: identity.device,
    seq: (last?.seq ?? 0) + 1,
    at,
    by: identity.person,
    act,
    about: [...new Set(doings.map(({ id }) => id))],
    changes,
    ...(facts && { facts }),
    prev: last?.hash ?? noHash,
  });
}

class Writing implements Changing {
  readonly done: Done[] = [];
  readonly written = new Map<Id, RecordOf[TableName]>();
  readonly identity: Identity;
  readonly at: Stamp;

  constructor(identity: Identity, at: Stamp) {
    this.identity = identity;
    this.at = at;
  }

  get touched(): Touched[] {
    const byTable = new Map<TableName, Set<Id>>();
    for (const { table, id } of this.done) {
      if (table !== 'revisions') byTable.set(table, (byTable.get(table) ?? new Set()).add(id));
    }
    return [...byTable].map(([table, ids]) => ({ table, ids: [...ids] }));
  }

  async get<T extends TableName>(table: T, id: Id): Promise<RecordOf[T]> {
    const record = await database.records(table).get(id);
    if (!record || record.case !== this.identity.case)
      throw new RecordMissing(`There is no ${id} among the ${table} of this case.`);
    return record;
  }

  async make<T extends TableName>(table: T, fields: Making<T> & object): Promise<RecordOf[T]> {
    const { case: caseId, person, device } = this.identity;
    const prefix: string | undefined = prefixes[table];
    const given = {
      ...(prefix && { label: await this.#label(prefix) }),
      id: table === 'cases' ? caseId : newId(),
      case: caseId,
      made: { at: this.at, by: person, device },
      stamps: {},
    };
    const record = checked(table, Object.assign({}, fields, given));
    await database.records(table).add(record);
    this.#note(table, record, [{ path: '', after: record }]);
    return record;
  }

  async edit<T extends TableName>(table: T, id: Id, next: (record: RecordOf[T]) => RecordOf[T]): Promise<void> {
    const record = await this.get(table, id);
    const shape = shapeOf(schemas[table], record);
    const changes = differences(shape, record, next(record));
    if (changes.length > 0) await this.#put(table, withChanges(shape, record, changes, this.at), changes);
  }

  async trash(table: TableName, id: Id): Promise<void> {
    const record = await this.get(table, id);
    if (record.gone === undefined)
      await this.#put(table, this.#goneIs(record, this.at), [{ path: 'gone', after: true }]);
  }

  async restore(table: TableName, id: Id): Promise<void> {
    const record = await this.get(table, id);
    if (record.gone !== undefined)
      await this.#put(table, this.#goneIs(record, undefined), [{ path: 'gone', before: true }]);
  }

  async revise(revision: Revision): Promise<void> {
    if (await database.revisions.get(revision.hash)) return;
    await database.revisions.add(revision);
    this.done.push({ table: 'revisions', id: revision.note, changes: [{ path: revision.hash, after: revision }] });
  }

  async reapply({ table, id, changes }: Done): Promise<number> {
    if (table === 'revisions') return 0;
    let passed = 0;
    const record = await this.get(table, id);
    const shape = shapeOf(schemas[table], record);
    const fields: FieldChange[] = [];
    for (const c of changes) {
      if (c.path === 'gone' || c.path === '') {
        if ((c.path === 'gone') === (c.after !== undefined)) await this.trash(table, id);
        else await this.restore(table, id);
      } else if (sameJson(valueAt(shape, record, c.path), c.before)) fields.push(c);
      else passed += 1;
    }
    if (fields.length > 0)
      await this.#put(table, withChanges(shape, await this.get(table, id), fields, this.at), fields);
    return passed;
  }

  async erase(records: { table: TableName; id: Id }[]): Promise<void> {
    for (const { table, id } of records) {
      const record = await this.get(table, id);
      if (record.gone === undefined) throw new RecordMissing(`${id} is not in the trash.`);
      await database.records(table).delete(id);
      if (table === 'notes') await database.revisions.where('note').equals(id).delete();
      this.done.push({ table, id, changes: [{ path: '', before: record }] });
    }
  }

  #goneIs(record: RecordOf[TableName], gone: Stamp | undefined) {
    const { gone: _, ...rest } = record;
    return { ...rest, stamps: { ...record.stamps, gone: this.at }, ...(gone && { gone }) };
  }

  async #put(table: TableName, value: object, changes: FieldChange[]): Promise<void> {
    const record = checked(table, value);
    await database.records(table).put(record);
    this.#note(table, record, changes);
  }

  #note(table: TableName, record: RecordOf[TableName], changes: FieldChange[]): void {
    this.done.push({ table, id: record.id, changes });
    this.written.set(record.id, record);
  }

  /** Numbers count on from the last given by this device, whatever became of the record that had it. */
  async #label(prefix: string): Promise<string> {
    const { case: caseId, device } = this.identity;
    const counter = await database.labels.get([caseId, prefix]);
    const last = (counter?.last ?? 0) + 1;
    await database.labels.put({ case: caseId, prefix, last });
    return `${prefix}-${last}${(await this.get('devices', device)).mark}`;
  }
}

const gates: { [T in TableName]: { parse(value: unknown): RecordOf[T] } } = schemas;

/** Nothing enters the store that its schema does not describe. */
function checked<T extends TableName>(table: T, value: unknown): RecordOf[T] {
  return gates[table].parse(value);
}
