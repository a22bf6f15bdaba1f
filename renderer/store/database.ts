import Dexie, { type Table } from 'dexie';
import type { Id } from '#domain/id.ts';
import type { JournalEntry } from '#domain/journal.ts';
import type { Json } from '#domain/json.ts';
import type { Revision } from '#domain/note.ts';
import type { RecordOf, TableName } from '#domain/tables.ts';

/** This device's own standing: its signing key and the person who uses it. One row, never exported. */
export interface Self {
  id: 'self';
  name: string;
  initials: string;
  key?: CryptoKeyPair;
  /** SHA-256 of the raw public key, as hexadecimal digits. */
  fingerprint?: string;
}

/** Who this device is in one case. Ids differ from case to case, so that two case files do not give away a common author. */
export interface Identity {
  case: Id;
  person: Id;
  device: Id;
}

/** The text of a note as it is being written, later than its last revision. */
export interface Draft {
  note: Id;
  case: Id;
  document: Json;
  /** Hashes of the revisions it grew from. */
  parents: string[];
  /** Milliseconds since 1970, UTC. */
  at: number;
}

/** What was typed into a form and not saved yet. It stays on this device: no case file, export or journal knows of it. */
export interface Unsaved {
  id: Id;
  case: Id;
  /** As the form keeps it; the form reads it back through a schema of its own. */
  fields: unknown;
  /** Milliseconds since 1970, UTC. */
  at: number;
}

/** What the columns of a table were said to be, under a name, for the next table of the same columns. It stays on this device. */
export interface SavedMapping {
  id: Id;
  name: string;
  /** What the columns are called, in their order. */
  columns: string[];
  /** As the form keeps it; the form reads it back through a schema of its own. */
  mapping: unknown;
  /** Milliseconds since 1970, UTC. */
  at: number;
}

/** The bytes of an asset are kept in chunks named by the upload that brought them and their number from 0. */
export interface Asset {
  sha256: string;
  bytes: number;
  mime: string;
  upload: Id;
  chunks: number;
}

export interface Chunk {
  upload: Id;
  n: number;
  bytes: Blob;
}

/** A picture made from an asset for looking at; can be made again at any time. */
export interface Preview {
  sha256: string;
  size: 'thumbnail' | 'whole' | 'poster' | 'sheet';
  picture: Blob;
  width: number;
  height: number;
  /** By which pictures that look alike are found; null for one that looks like any other, absent where nobody looked yet. */
  look?: string | null;
}

/**
 * The evidence store. Each index costs writing time (100,000 records a second: 12,000 with none, 7,600 with three, 3,400 with
 * eight), so a table has only what a view asks for:
 * records by `case` (opening a case reads them all, views work on the open case); `revisions` by note (history) and by case
 * (export); `journal` by case and device in order (export, check) and by case and time (the journal view, newest first).
 */
class Database extends Dexie {
  declare self: Table<Self, string>;
  declare identities: Table<Identity, Id>;
  declare revisions: Table<Revision, string>;
  declare drafts: Table<Draft, Id>;
  declare unsaved: Table<Unsaved, Id>;
  declare mappings: Table<SavedMapping, Id>;
  declare journal: Table<JournalEntry, [Id, Id, number]>;
  declare labels: Table<{ case: Id; prefix: string; last: number }, [Id, string]>;
  declare assets: Table<Asset, string>;
  declare chunks: Table<Chunk, [Id, number]>;
  declare previews: Table<Preview, [string, string]>;

  constructor() {
    super('casebound', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      self: 'id',
      identities: 'case',
      cases: 'id',
      people: 'id, case',
      devices: 'id, case',
      sources: 'id, case',
      tags: 'id, case',
      exhibits: 'id, case',
      derivations: 'id, case',
      questions: 'id, case',
      claims: 'id, case',
      links: 'id, case',
      assessments: 'id, case',
      inquiries: 'id, case',
      notes: 'id, case',
      imports: 'id, case',
      revisions: 'hash, note, case',
      drafts: 'note, case',
      journal: '[case+device+seq], [case+at]',
      labels: '[case+prefix]',
      assets: 'sha256',
      chunks: '[upload+n]',
      previews: '[sha256+size]',
    });
    this.version(2).stores({ unsaved: 'id, case' });
    this.version(3).stores({ mappings: 'id' });
  }

  /** The table of one kind of record. */
  records<T extends TableName>(name: T): Table<RecordOf[T], Id> {
    return this.table(name);
  }
}

export const database = new Database();
