import Dexie from 'dexie';
import { assetUses } from '#domain/case-file/format.ts';
import type { ReadCase } from '#domain/case-file/read.ts';
import type { CaseContent } from '#domain/case-file/write.ts';
import type { Id } from '#domain/id.ts';
import type { Revision } from '#domain/note.ts';
import { type RecordOf, type TableName, tableNames } from '#domain/tables.ts';
import { AssetMissing, assetBlob, bringAsset, dropAssets, heldAssets, isNoRoom, NoRoom } from './assets.ts';
import { checkJournalHere } from './check-journal-here.ts';
import { database } from './database.ts';
import { CaseMissing } from './open-case.ts';

const pageSize = 200;

/** Something of the case went away while it was being written to a file (the trash was emptied). Nothing is lost; it can be written again. */
export class CaseChanged extends Error {
  readonly code = 'case-changed';
}

/**
 * Gives everything of a case for writing it to a file, as it stands at one instant: its records, and the names of its revisions and
 * journal entries, which never change and are read when they are needed. Drafts are no part of it; take them into revisions first.
 */
export async function readCase(caseId: Id): Promise<CaseContent> {
  const tables = [...tableNames, 'revisions', 'journal', 'assets'];
  const { record, records, hashes, entries, held } = await database.transaction('r', tables, async () => {
    const found = await database.records('cases').get(caseId);
    if (!found) throw new CaseMissing(caseId);
    const all = await recordsOf(caseId);
    const assets = await database.assets.bulkGet([...assetUses(all).keys()]);
    return {
      record: found,
      records: all,
      hashes: await database.revisions.where('case').equals(caseId).primaryKeys(),
      entries: await journalOf(caseId).primaryKeys(),
      held: new Map(assets.flatMap((asset) => (asset ? [[asset.sha256, asset.bytes] as const] : []))),
    };
  });
  hashes.sort();
  const journalFaults = await checkJournalHere(caseId);
  const need = (hash: string, revision: Revision | undefined): Revision => {
    if (!revision) throw new CaseChanged(`Revision ${hash} is gone.`);
    return revision;
  };
  return {
    record,
    records,
    held,
    journalFaults,
    async *revisions() {
      for (const page of pages(hashes)) {
        const found = await database.revisions.bulkGet(page);
        for (const [index, hash] of page.entries()) yield need(hash, found[index]);
      }
    },
    async revision(hash) {
      return need(hash, await database.revisions.get(hash));
    },
    async *journal() {
      for (const page of pages(entries)) {
        const found = await database.journal.bulkGet(page);
        for (const [index, [, device, seq]] of page.entries()) {
          const entry = found[index];
          if (!entry) throw new CaseChanged(`Journal entry ${seq} of ${device} is gone.`);
          yield entry;
        }
      }
    },
    async *asset(sha256) {
      const blob = await assetBlob(sha256).catch((error: unknown) => {
        throw error instanceof AssetMissing ? new CaseChanged(error.message, { cause: error }) : error;
      });
      yield* blob.stream();
    },
  };
}

function journalOf(caseId: Id) {
  return database.journal.where('[case+device+seq]').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]);
}

function* pages<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += pageSize) yield items.slice(at, at + pageSize);
}

/** Every record of a case, by table. */
export async function recordsOf(caseId: Id): Promise<{ [T in TableName]: RecordOf[T][] }> {
  const of = <T extends TableName>(table: T): Promise<RecordOf[T][]> =>
    database.records(table).where('case').equals(caseId).toArray();
  const record = await database.records('cases').get(caseId);
  return {
    cases: record ? [record] : [],
    people: await of('people'),
    devices: await of('devices'),
    sources: await of('sources'),
    tags: await of('tags'),
    exhibits: await of('exhibits'),
    derivations: await of('derivations'),
    questions: await of('questions'),
    claims: await of('claims'),
    links: await of('links'),
    assessments: await of('assessments'),
    inquiries: await of('inquiries'),
    notes: await of('notes'),
    imports: await of('imports'),
  };
}

/** Takes in the assets of a case file one after another and remembers which of them are new here, so that they can go again. */
export class Intake {
  readonly #brought: string[] = [];
  readonly #signal: AbortSignal | undefined;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** The hashes of these assets whose bytes are not here yet. */
  async wanted(assets: ReadCase['assets']): Promise<Set<string>> {
    const held = await heldAssets(assets.map(({ sha256 }) => sha256));
    return new Set(assets.flatMap(({ sha256 }) => (held.has(sha256) ? [] : [sha256])));
  }

  /** Gives the hash that the bytes have; when it is not the one that names them, nothing of them was kept. */
  async bring(asset: ReadCase['assets'][number], bytes: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<string> {
    const wanted = { sha256: asset.sha256, size: asset.file.size, mime: asset.use.mime };
    const { became, sha256 } = await bringAsset(bytes, { ...wanted, ...(this.#signal && { signal: this.#signal }) });
    if (became === 'brought') this.#brought.push(asset.sha256);
    return sha256;
  }

  /** Puts the case itself in, all of it or nothing, when its assets are in. */
  async keep({ records, revisions, journal, assets }: ReadCase): Promise<void> {
    const [record] = records.cases;
    if (!record) throw new TypeError('A case file that was read has its case.');
    const tables = [...tableNames, 'revisions', 'journal', 'assets'];
    try {
      await database.transaction('rw', tables, async () => {
        if (await database.records('cases').get(record.id)) throw new CaseChanged(`Case ${record.id} is here by now.`);
        const here = await database.assets.bulkGet(assets.map(({ sha256 }) => sha256));
        if (here.includes(undefined)) throw new CaseChanged('An asset that came in is gone again.');
        const put = <T extends TableName>(table: T) => database.records(table).bulkAdd(records[table]);
        for (const table of tableNames) await put(table);
        await database.revisions.bulkAdd(revisions);
        await database.journal.bulkAdd(journal);
        this.#signal?.throwIfAborted();
      });
    } catch (error) {
      if (isNoRoom(error)) throw new NoRoom(0, { cause: error });
      throw error;
    }
  }

  /** Takes everything out again that came in and that no exhibit or import here names; gives how many stay. */
  async settle(): Promise<number> {
    const brought = this.#brought.splice(0);
    return brought.length === 0 ? 0 : brought.length - (await dropAssets(brought));
  }
}
