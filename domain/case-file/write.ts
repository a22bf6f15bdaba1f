import { makeZip } from 'client-zip';
import { createSHA256 } from 'hash-wasm';
import type { Case } from '#domain/case.ts';
import type { JournalEntry, JournalFault } from '#domain/journal.ts';
import { canonicalJson } from '#domain/json.ts';
import { noteDocumentSchema } from '#domain/note/document.ts';
import { noteMarkdown } from '#domain/note/markdown.ts';
import type { Revision } from '#domain/note.ts';
import { type RecordOf, type TableName, tableNames } from '#domain/tables.ts';
import { assetUses, caseFileFormat, extensionOf, fileTables, places } from './format.ts';
import { citationNames } from './names.ts';
import { manifestPath, slug } from './path.ts';

export type RecordLists = { [T in TableName]: readonly RecordOf[T][] };

/** Everything of a case, as the store gives it for writing: records in memory, what may be large read as it is needed. */
export interface CaseContent {
  readonly record: Case;
  readonly records: RecordLists;
  /** In the order of their hashes. */
  revisions(): AsyncIterable<Revision>;
  revision(hash: string): Promise<Revision>;
  /** By device, then number. */
  journal(): AsyncIterable<JournalEntry>;
  /** Where the journal does not hold together; empty when it is intact. The file says so of itself. */
  readonly journalFaults: readonly JournalFault[];
  /** Size in bytes of every asset whose bytes are here. */
  readonly held: ReadonlyMap<string, number>;
  asset(sha256: string): AsyncIterable<Uint8Array>;
}

/** What went into a case file; whole once its stream has ended. */
export interface Written {
  /** Records, revisions, journal entries, assets and notes by name. */
  counts: Record<string, number>;
  files: number;
  /** Bytes of the payload. */
  bytes: number;
  /** SHA-256 of tagmanifest-sha256.txt: it stands for the whole bag. */
  tagManifest: string;
  /** Assets that exhibits name and whose bytes were not here. */
  absent: string[];
  /** Where the journal that went in does not hold together; the file says so. */
  journalFaults: readonly JournalFault[];
}

/** The bytes stored under an asset's name are not the ones it names: the file is not written. */
export class AssetAltered extends Error {
  readonly code = 'asset-altered';
}

/** How far the writing is, in bytes of the payload; `total` counts the assets, which are nearly all of it. */
export type Progress = (done: { bytes: number; total: number; at: string }) => void;

/**
 * Gives a case file as a stream: a ZIP, nothing packed, with one top folder that is a BagIt 1.0 bag. Everything is read, hashed
 * and written piece by piece; the manifests come last. `written` fills as the stream is read and counts when it has ended.
 */
export function writeCaseFile(
  content: CaseContent,
  about: { program: string; now: Date; progress?: Progress },
): { stream: ReadableStream<Uint8Array>; written: Written } {
  const written: Written = {
    counts: {},
    files: 0,
    bytes: 0,
    tagManifest: '',
    absent: [],
    journalFaults: content.journalFaults,
  };
  return { stream: makeZip(new BagWriter(content, about, written).entries()), written };
}

interface ZipEntry {
  name: string;
  input: AsyncIterable<Uint8Array>;
  lastModified: Date;
  size?: number;
}

const encoder = new TextEncoder();

class BagWriter {
  readonly #content: CaseContent;
  readonly #about: { program: string; now: Date; progress?: Progress };
  readonly #written: Written;
  readonly #folder: string;
  readonly #digests = { payload: new Map<string, string>(), tags: new Map<string, string>() };
  readonly #total: number;

  constructor(content: CaseContent, about: { program: string; now: Date; progress?: Progress }, written: Written) {
    this.#content = content;
    this.#about = about;
    this.#written = written;
    this.#folder = slug(content.record.title, 'case');
    this.#total = [...content.held.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  async *entries(): AsyncGenerator<ZipEntry> {
    yield this.#tag('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    yield* this.#records();
    yield* this.#notes();
    yield* this.#assets();
    yield this.#tag('bag-info.txt', this.#info());
    yield this.#tag('manifest-sha256.txt', manifest(this.#digests.payload));
    const last = manifest(this.#digests.tags);
    yield this.#entry('tagmanifest-sha256.txt', texts([last]), (_, digest) => {
      this.#written.tagManifest = digest;
    });
  }

  async *#records(): AsyncGenerator<ZipEntry> {
    const { record, records, held, journalFaults } = this.#content;
    const absent = [...assetUses(records).keys()].filter((sha256) => !held.has(sha256));
    this.#written.absent = absent;
    const head = {
      format: caseFileFormat,
      written: this.#about.program,
      record,
      absent,
      ...(journalFaults.length > 0 && { journalFaults }),
    };
    yield this.#payload(places.case, texts([`${canonicalJson(head)}\n`]));
    for (const table of fileTables) {
      const sorted = [...records[table]].sort((a, b) => (a.id < b.id ? -1 : 1));
      yield this.#payload(places.records(table), lines(this.#counted(table, sorted)));
    }
    yield this.#payload(places.revisions, lines(this.#counted('revisions', this.#content.revisions())));
    yield this.#payload(places.journal, lines(this.#counted('journal', this.#content.journal())));
  }

  async *#counted<T>(name: string, items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
    let count = 0;
    for await (const item of items) {
      count += 1;
      yield item;
    }
    this.#written.counts[name] = count;
  }

  async *#notes(): AsyncGenerator<ZipEntry> {
    const { records } = this.#content;
    const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
    const names = citationNames({
      exhibits: byId(records.exhibits),
      claims: byId(records.claims),
      tags: byId(records.tags),
      sources: byId(records.sources),
    });
    const notes = records.notes
      .filter((note) => note.gone === undefined)
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
    for (const [index, note] of notes.entries()) {
      const name = `${String(index + 1).padStart(2, '0')}-${slug(note.title, 'note')}`;
      const { document } = await this.#content.revision(note.revision);
      // A text this version cannot read still goes out whole among the revisions; only its Markdown is left out.
      const read = noteDocumentSchema.safeParse(document);
      if (read.success) yield this.#payload(places.note(name), texts([noteMarkdown(note.title, read.data, names)]));
    }
  }

  async *#assets(): AsyncGenerator<ZipEntry> {
    let count = 0;
    for (const [sha256, use] of assetUses(this.#content.records)) {
      const size = this.#content.held.get(sha256);
      if (size === undefined) continue;
      const path = places.asset(sha256, extensionOf(use));
      yield this.#payload(path, this.#content.asset(sha256), (digest) => {
        if (digest !== sha256)
          throw new AssetAltered(`The bytes kept as ${use.name} (${sha256}) are not what they were.`);
      });
      count += 1;
    }
    this.#written.counts.assets = count;
  }

  #info(): string {
    const faults = this.#content.journalFaults.length;
    return [
      `Bagging-Date: ${this.#about.now.toISOString().slice(0, 10)}`,
      `Bag-Software-Agent: ${this.#about.program}`,
      `Casebound-Format: ${caseFileFormat}`,
      ...(faults > 0 ? [`Casebound-Journal: broken (${faults} faults, listed in ${places.case})`] : []),
      `External-Identifier: ${this.#content.record.id}`,
      `Payload-Oxum: ${this.#written.bytes}.${this.#digests.payload.size}`,
      '',
    ].join('\n');
  }

  #payload(path: string, bytes: AsyncIterable<Uint8Array>, check?: (digest: string) => void): ZipEntry {
    const before = this.#written.bytes;
    const entry = this.#entry(
      path,
      bytes,
      (length, digest) => {
        check?.(digest);
        this.#digests.payload.set(path, digest);
        this.#written.bytes = before + length;
      },
      (length) => this.#about.progress?.({ bytes: before + length, total: this.#total, at: path }),
    );
    return entry;
  }

  #tag(path: string, text: string): ZipEntry {
    return this.#entry(path, texts([text]), (_, digest) => this.#digests.tags.set(path, digest));
  }

  #entry(
    path: string,
    bytes: AsyncIterable<Uint8Array>,
    end: (length: number, digest: string) => void,
    during: (length: number) => void = () => {},
  ): ZipEntry {
    this.#written.files += 1;
    return {
      name: `${this.#folder}/${path}`,
      lastModified: this.#about.now,
      input: measured(bytes, end, during),
    };
  }
}

async function* measured(
  bytes: AsyncIterable<Uint8Array>,
  end: (length: number, digest: string) => void,
  during: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  const hash = await createSHA256();
  let length = 0;
  for await (const piece of bytes) {
    hash.update(piece);
    length += piece.byteLength;
    during(length);
    yield piece;
  }
  end(length, hash.digest('hex'));
}

async function* texts(all: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const text of all) yield encoder.encode(text);
}

const pieceCharacters = 256 * 1024;

/** One canonical JSON text a line, gathered into pieces worth passing on. */
async function* lines(records: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  let text = '';
  for await (const record of records) {
    text += `${canonicalJson(record)}\n`;
    if (text.length < pieceCharacters) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

function manifest(digests: Map<string, string>): string {
  return [...digests].map(([path, digest]) => `${digest}  ${manifestPath(path)}\n`).join('');
}

/** How many records of each kind a case has, for showing before it goes out. */
export function recordCounts(records: RecordLists): { table: TableName; count: number }[] {
  return tableNames.map((table) => ({ table, count: records[table].length }));
}
