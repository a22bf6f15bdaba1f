import { differences, type FieldChange, shapeOf, valueAt, withChanges } from '#domain/fields.ts';
import { type Id, newId } from '#domain/id.ts';
import { sameJson } from '#domain/json.ts';
import type { Revision } from '#domain/note.ts';
import type { CaseRecord } from '#domain/record.ts';
import type { Stamp } from '#domain/stamp.ts';
import { type RecordOf, schemas, type TableName, tableNames } from '#domain/tables.ts';
import { database, type Identity } from './database.ts';
import type { Done } from './history.ts';
import { noRecords, type Touched } from './open-case.ts';
import { tellWriting } from './progress.ts';

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
  /** Says that so many records are about to be made, for whoever watches how far the change has come. */
  expect(records: number): void;
  /** Replaces a record by what `next` makes of its present state; only the fields that differ count as changed. */
  edit<T extends TableName>(table: T, id: Id, next: (record: RecordOf[T]) => RecordOf[T]): Promise<void>;
  /** Puts a record into the trash. */
  trash(table: TableName, id: Id): Promise<void>;
  restore(table: TableName, id: Id): Promise<void>;
  /** Puts many records into the trash, reading them together. */
  trashAll(table: TableName, ids: readonly Id[]): Promise<void>;
  restoreAll(table: TableName, ids: readonly Id[]): Promise<void>;
  /** Keeps a revision of a note; editing the note's record is the caller's. */
  revise(revision: Revision): Promise<void>;
  /** Edits many records like {@link edit}, reading them together. */
  editAll<T extends TableName>(table: T, ids: readonly Id[], next: (record: RecordOf[T]) => RecordOf[T]): Promise<void>;
  /** Does recorded doings again, field by field where the field still is as they found it; gives how many fields it passed over. */
  reapply(doings: readonly Done[]): Promise<number>;
  /** Deletes trashed records for good, with the revisions of notes among them. Emptying the trash is its only use. */
  erase(records: { table: TableName; id: Id }[]): Promise<void>;
}

/** A record that a change was to touch is not in the case any more. */
export class RecordMissing extends Error {
  readonly code = 'record-missing';
}

/** How long the work on many records goes on before the window has its turn, in milliseconds. */
const stretch = 20;
/** How many records are asked of the database, or given to it, at once: more than these at a time is felt in the window. */
const most = 100;
/** A record is worked on, written, and told in the journal. */
const stepsOfEach = 3;
/** Making a record may wait without asking the database anything; a hundred such waits would end the transaction. */
const mostUnasked = 8;

const prefixes: Partial<Record<TableName, string>> = { exhibits: 'EX', claims: 'C', inquiries: 'IQ' };
/** The work of one change: what it read, made and edited, written to the store at its end. */
export class Writing implements Changing {
  readonly done: Done[] = [];
  readonly written = new Map<Id, RecordOf[TableName]>();
  readonly identity: Identity;
  readonly at: Stamp;
  readonly #records: { [T in TableName]: Map<Id, RecordOf[T]> } = noRecords();
  /** The last number given of each sort of label; a promise, so that two who ask at once count from the same. */
  readonly #counters = new Map<string, Promise<{ last: number }>>();
  #until = performance.now() + stretch;
  /** How many records were made since the database was last asked something. */
  #unasked = 0;
  #steps = { done: 0, total: 0 };
  #expected = 0;
  readonly #signal: AbortSignal | undefined;

  /** Work goes on until `signal` aborts: then the next pause throws its reason, and nothing of the change happens. */
  constructor(identity: Identity, at: Stamp, signal?: AbortSignal) {
    this.identity = identity;
    this.at = at;
    this.#signal = signal;
  }

  expect(records: number): void {
    this.#expected += records;
    this.#steps.total += records * stepsOfEach;
  }

  get touched(): Touched[] {
    const byTable = new Map<TableName, Set<Id>>();
    for (const { table, id } of this.done) {
      if (table !== 'revisions') byTable.set(table, (byTable.get(table) ?? new Set()).add(id));
    }
    return [...byTable].map(([table, ids]) => ({ table, ids: [...ids] }));
  }

  async get<T extends TableName>(table: T, id: Id): Promise<RecordOf[T]> {
    const known = this.#known(table).get(id);
    if (known) return known;
    const found = await database.records(table).get(id);
    // Subtle: what was written while this was being read is newer than what was read.
    const record = this.#known(table).get(id) ?? found;
    if (!record || record.case !== this.identity.case) throw missing(table, id);
    return record;
  }

  async make<T extends TableName>(table: T, fields: Making<T> & object): Promise<RecordOf[T]> {
    const { case: caseId, person, device } = this.identity;
    this.#unasked += 1;
    if (this.#expected > 0) this.#expected -= 1;
    else this.#steps.total += stepsOfEach;
    this.#steps.done += 1;
    if (this.#isDue || this.#unasked >= mostUnasked) await this.#pause();
    const prefix: string | undefined = prefixes[table];
    const given = {
      ...(prefix && { label: await this.#label(prefix) }),
      id: table === 'cases' ? caseId : newId(),
      case: caseId,
      made: { at: this.at, by: person, device },
      stamps: {},
    };
    const record = checked(table, Object.assign({}, fields, given));
    this.#keep(table, record, [{ path: '', after: record }]);
    return record;
  }

  async edit<T extends TableName>(table: T, id: Id, next: (record: RecordOf[T]) => RecordOf[T]): Promise<void> {
    this.#edit(table, await this.get(table, id), next);
  }

  #edit<T extends TableName>(table: T, record: RecordOf[T], next: (record: RecordOf[T]) => RecordOf[T]): void {
    const shape = shapeOf(schemas[table], record);
    const changes = differences(shape, record, next(record));
    if (changes.length > 0) this.#put(table, withChanges(shape, record, changes, this.at), changes);
  }

  async trash(table: TableName, id: Id): Promise<void> {
    this.#setGone(table, await this.get(table, id), true);
  }

  async restore(table: TableName, id: Id): Promise<void> {
    this.#setGone(table, await this.get(table, id), false);
  }

  async trashAll(table: TableName, ids: readonly Id[]): Promise<void> {
    await this.#all(table, ids, (record) => this.#setGone(table, record, true));
  }

  async restoreAll(table: TableName, ids: readonly Id[]): Promise<void> {
    await this.#all(table, ids, (record) => this.#setGone(table, record, false));
  }

  #setGone(table: TableName, record: RecordOf[TableName], gone: boolean): void {
    if ((record.gone !== undefined) === gone) return;
    const change = gone ? { path: 'gone', after: true } : { path: 'gone', before: true };
    this.#put(table, this.#goneIs(record, gone ? this.at : undefined), [change]);
  }

  async revise(revision: Revision): Promise<void> {
    if (await database.revisions.get(revision.hash)) return;
    await database.revisions.add(revision);
    this.done.push({ table: 'revisions', id: revision.note, changes: [{ path: revision.hash, after: revision }] });
  }

  async editAll<T extends TableName>(
    table: T,
    ids: readonly Id[],
    next: (record: RecordOf[T]) => RecordOf[T],
  ): Promise<void> {
    await this.#all(table, ids, (record) => this.#edit(table, record, next));
  }

  async #all<T extends TableName>(table: T, ids: readonly Id[], work: (record: RecordOf[T]) => void): Promise<void> {
    this.#steps.total += ids.length * stepsOfEach;
    await this.#read(table, ids);
    await this.each(ids, (id) => work(this.#held(table, id)));
  }

  async reapply(doings: readonly Done[]): Promise<number> {
    this.#steps.total += doings.length * stepsOfEach;
    for (const table of tableNames) {
      await this.#read(
        table,
        doings.filter((done) => done.table === table).map(({ id }) => id),
      );
    }
    let passed = 0;
    await this.each(doings, (done) => {
      passed += this.#again(done);
    });
    return passed;
  }

  #again({ table, id, changes }: Done): number {
    if (table === 'revisions') return 0;
    const record = this.#held(table, id);
    const shape = shapeOf(schemas[table], record);
    const gone = changes.find(({ path }) => path === 'gone' || path === '');
    if (gone) this.#setGone(table, record, (gone.path === 'gone') === (gone.after !== undefined));
    const others = changes.filter((c) => c !== gone);
    const fields = others.filter((c) => sameJson(valueAt(shape, record, c.path), c.before));
    if (fields.length > 0) this.#put(table, withChanges(shape, this.#held(table, id), fields, this.at), fields);
    return others.length - fields.length;
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

  #put<T extends TableName>(table: T, value: object, changes: FieldChange[]): void {
    this.#keep(table, checked(table, value), changes);
  }

  #keep<T extends TableName>(table: T, record: RecordOf[T], changes: FieldChange[]): void {
    this.done.push({ table, id: record.id, changes });
    this.#known(table).set(record.id, record);
    this.written.set(record.id, record);
  }

  /** What was read together or written within this change. */
  #known<T extends TableName>(table: T): Map<Id, RecordOf[T]> {
    return this.#records[table];
  }

  #held<T extends TableName>(table: T, id: Id): RecordOf[T] {
    const record = this.#known(table).get(id);
    if (!record) throw missing(table, id);
    return record;
  }

  /** Does something with each of many, a stretch at a time. */
  async each<T>(all: readonly T[], work: (one: T) => void): Promise<void> {
    for (const one of all) {
      work(one);
      this.#steps.done += 1;
      if (this.#isDue) await this.#pause();
    }
  }

  /** Does the steps of a generator, a stretch at a time, and gives what it returns. */
  async through<Result>(steps: Generator<undefined, Result, undefined>): Promise<Result> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (this.#isDue) await this.#pause();
    }
  }

  /** Whether the work has gone on for a stretch. */
  get #isDue(): boolean {
    return performance.now() > this.#until;
  }

  /**
   * Lets the window have its turn. Subtle: a transaction lives only as long as something is asked of it, so the pause is a small
   * question to the database; and it is made only when it is due, for awaits that ask nothing end the transaction too.
   */
  async #pause(): Promise<void> {
    this.#signal?.throwIfAborted();
    tellWriting({ ...this.#steps });
    await database.labels.get([this.identity.case, '']);
    this.#until = performance.now() + stretch;
    this.#unasked = 0;
  }

  /**
   * Reads records together, so that the work on them needs no more waiting. Subtle: a chain of a hundred awaits that ask
   * nothing of the database would end the transaction.
   */
  async #read<T extends TableName>(table: T, ids: readonly Id[]): Promise<void> {
    const known = this.#known(table);
    const wanted = ids.filter((id) => !known.has(id));
    for (let at = 0; at < wanted.length; at += most) {
      const page = wanted.slice(at, at + most);
      for (const record of await database.records(table).bulkGet(page)) {
        if (record && record.case === this.identity.case && !known.has(record.id)) known.set(record.id, record);
      }
      if (this.#isDue) await this.#pause();
    }
  }

  /** Writes everything at once: many small writes cost many times more. */
  async flush(): Promise<void> {
    for (const { table, ids } of this.touched) {
      for (let at = 0; at < ids.length; at += most) {
        const page = ids.slice(at, at + most);
        await database.records(table).bulkPut(written(page, this.#known(table)));
        this.#steps.done += page.length;
        if (this.#isDue) await this.#pause();
      }
    }
    for (const [prefix, counter] of this.#counters) {
      await database.labels.put({ case: this.identity.case, prefix, last: (await counter).last });
    }
  }

  /** Numbers count on from the last given by this device, whatever became of the record that had it. */
  async #label(prefix: string): Promise<string> {
    const { mark } = await this.get('devices', this.identity.device);
    const counter = this.#counters.get(prefix) ?? this.#counter(prefix);
    this.#counters.set(prefix, counter);
    const given = await counter;
    given.last += 1;
    return `${prefix}-${given.last}${mark}`;
  }

  async #counter(prefix: string): Promise<{ last: number }> {
    const kept = await database.labels.get([this.identity.case, prefix]);
    return { last: kept?.last ?? 0 };
  }
}

function missing(table: TableName, id: Id): RecordMissing {
  return new RecordMissing(`There is no ${id} among the ${table} of this case.`);
}

function written<R>(ids: readonly Id[], known: ReadonlyMap<Id, R>): R[] {
  return ids.flatMap((id) => known.get(id) ?? []);
}

const gates: { [T in TableName]: { parse(value: unknown): RecordOf[T] } } = schemas;

/** Nothing enters the store that its schema does not describe. */
function checked<T extends TableName>(table: T, value: unknown): RecordOf[T] {
  return gates[table].parse(value);
}
