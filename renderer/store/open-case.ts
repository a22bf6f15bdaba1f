import type { Id } from '#domain/id.ts';
import { type RecordOf, type TableName, tableNames } from '#domain/tables.ts';
import { database } from './database.ts';

/** Every record of a case, trashed ones included, by table and id. A table's map is replaced when one of its records changes, never altered. */
export type CaseState = { readonly [T in TableName]: ReadonlyMap<Id, RecordOf[T]> };

/** Records that a change has written or removed, for everyone who shows them. */
export interface Touched {
  table: TableName;
  ids: Id[];
}

/**
 * A case held in memory while it is open: all its records but not its files, revisions and journal. Views read from here at
 * once and are told of every change, made in this window or another; the database stays the truth. (Reading 10,000 records
 * back for each live query takes longer than a frame; keeping them and applying each change does not.)
 */
export class OpenCase {
  readonly id: Id;
  #state: CaseState = noRecords();
  #version = 0;
  readonly #listeners = new Set<() => void>();
  readonly #channel: BroadcastChannel;

  private constructor(id: Id) {
    this.id = id;
    this.#channel = new BroadcastChannel(`casebound ${id}`);
  }

  /** Begins to read a case that is about to be opened, while the window is still being made. */
  static readAhead(id: Id): void {
    ahead = { id, opening: OpenCase.#read(id) };
    // Subtle: whoever opens it hears of a failure; here nobody does yet.
    ahead.opening.catch(() => undefined);
  }

  /** Opens a case and reads its records. Rejects when there is no such case. */
  static open(id: Id): Promise<OpenCase> {
    const begun = ahead;
    ahead = null;
    if (begun?.id === id) return begun.opening;
    begun?.opening.then(
      (opened) => opened.close(),
      () => undefined,
    );
    return OpenCase.#read(id);
  }

  static async #read(id: Id): Promise<OpenCase> {
    const opened = new OpenCase(id);
    opened.#channel.onmessage = (message: MessageEvent<Touched[]>) => void opened.#readAgain(message.data);
    await opened.#readAll();
    if (!opened.state.cases.has(id)) {
      opened.close();
      throw new CaseMissing(id);
    }
    all.add(opened);
    return opened;
  }

  get state(): CaseState {
    return this.#state;
  }

  /** Calls back after each change; gives the function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  close(): void {
    this.#channel.close();
    this.#listeners.clear();
    all.delete(this);
  }

  /** Puts committed records in place and tells this window and all others. */
  apply(touched: Touched[], records: Map<Id, RecordOf[TableName]>): void {
    this.#place(touched, (id) => records.get(id));
    this.#channel.postMessage(touched);
  }

  #place(touched: Touched[], find: (id: Id) => RecordOf[TableName] | undefined): void {
    const next: { [table: string]: ReadonlyMap<Id, RecordOf[TableName]> } = { ...this.#state };
    for (const { table, ids } of touched) {
      const records = new Map(next[table]);
      for (const id of ids) {
        const record = find(id);
        if (record) records.set(id, record);
        else records.delete(id);
      }
      next[table] = records;
    }
    this.#state = { ...this.#state, ...next };
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  /** Reads again until nothing changed meanwhile, so that an older reading never covers a newer change. */
  async #readAgain(touched: Touched[]): Promise<void> {
    for (;;) {
      const version = this.#version;
      const found = new Map<Id, RecordOf[TableName]>();
      for (const { table, ids } of touched) {
        for (const record of await database.records(table).bulkGet(ids)) if (record) found.set(record.id, record);
      }
      if (version !== this.#version) continue;
      return this.#place(touched, (id) => found.get(id));
    }
  }

  async #readAll(): Promise<void> {
    for (;;) {
      const version = this.#version;
      const next = await readRecords(this.id);
      if (version !== this.#version) continue;
      this.#state = next;
      return;
    }
  }
}

/** Reads all tables side by side in one transaction, each with one question: asking for 10,000 records one by one takes three times as long. */
function readRecords(caseId: Id): Promise<CaseState> {
  return database.transaction('r', tableNames, async () => {
    const tables = tableNames.map(async (table) => {
      const records = database.records(table);
      const found =
        table === 'cases' ? [await records.get(caseId)] : await records.where('case').equals(caseId).toArray();
      return [table, new Map(found.flatMap((record) => (record ? [[record.id, record]] : [])))] as const;
    });
    return { ...noRecords(), ...Object.fromEntries(await Promise.all(tables)) };
  });
}

/** Gives a map for each table, with nothing in it. */
export function noRecords(): { [T in TableName]: Map<Id, RecordOf[T]> } {
  return {
    cases: new Map(),
    people: new Map(),
    devices: new Map(),
    sources: new Map(),
    tags: new Map(),
    exhibits: new Map(),
    derivations: new Map(),
    questions: new Map(),
    claims: new Map(),
    links: new Map(),
    assessments: new Map(),
    inquiries: new Map(),
    notes: new Map(),
    imports: new Map(),
  };
}

let ahead: { id: Id; opening: Promise<OpenCase> } | null = null;
const all = new Set<OpenCase>();

/** The openings of a case in this window. */
export function openings(id: Id): OpenCase[] {
  return [...all].filter((opened) => opened.id === id);
}

/** Tells windows that show a case of records written outside a change made here: a case file that was opened. */
export function announce(id: Id, touched: Touched[], records: Map<Id, RecordOf[TableName]>): void {
  const here = openings(id);
  for (const opened of here) opened.apply(touched, records);
  if (here.length > 0) return;
  const channel = new BroadcastChannel(`casebound ${id}`);
  channel.postMessage(touched);
  channel.close();
}

export class CaseMissing extends Error {
  readonly code = 'case-missing';
  constructor(id: Id) {
    super(`There is no case ${id} on this device.`);
  }
}
