import { type Bag, type BagFile, FileUnreadable, hashed, unreadable } from '#domain/case-file/bag.ts';
import { CaseFileRefused, type Finding } from '#domain/case-file/finding.ts';
import { type ReadCase, readCaseFile } from '#domain/case-file/read.ts';
import type { ByteSource } from '#domain/case-file/zip.ts';
import type { Id } from '#domain/id.ts';
import { Intake, recordsOf } from '#store/case-file-source.ts';
import { type Renewed, renewCase } from '#store/renew-case.ts';
import { type Stand, standOf } from '#store/stand-of-case-file.ts';

/** What came of opening a case file that is whole. */
export interface Brought {
  id: Id;
  title: string;
  /**
   * `brought`: the case is on this device now. `renewed`: it was, and is now as the file has it. `there`: it was, and stays as it is;
   * `stand` says how the two stand to each other.
   */
  outcome: 'brought' | 'renewed' | 'there';
  stand: Stand | null;
  /** How those who made the last entries are called, by id. */
  names: Record<Id, string>;
  /** How to take a renewal back. */
  renewed: Renewed | null;
  /** How many original files that were lacking here came in. */
  filled: number;
  /** References to what is no more, which is nothing to worry about, and where the journal was broken when the file was written. */
  remarks: Finding[];
}

export interface BringOptions {
  signal?: AbortSignal;
  /** Bytes of the file looked at so far. */
  progress?: (done: { bytes: number; total: number }) => void;
  /** What to do with a case that is here already and that the file goes on from: leave it (the default), or bring it up to the file. */
  existing?: 'leave' | 'renew';
}

/**
 * Opens a case file: checks everything in it and, when the case is not on this device, takes it in. Nothing is taken in from
 * a file with any damage ({@link CaseFileRefused} lists it), nor when the signal aborts: what had come in goes again. A case that
 * is here already is never changed unasked; only original files that it names and that were lacking come in.
 */
export async function bringCaseFile(source: ByteSource, options: BringOptions = {}): Promise<Brought> {
  const { bag, content, remarks } = await readCaseFile(source);
  const intake = new Intake(options.signal);
  let opened: Omit<Brought, 'filled'>;
  try {
    await bringAssets(content, bag, intake, options);
    const [record] = content.records.cases;
    if (bag.findings.length > 0 || !record)
      throw new CaseFileRefused('case-file-damaged', 'The case file is damaged.', bag.findings);
    const stand = await standOf(content);
    const is = { id: record.id, title: record.title, names: await namesOf(content), remarks };
    if (!stand) await intake.keep(content);
    const renew = stand?.is === 'newer' && options.existing === 'renew';
    const renewed = renew ? await renewCase(content, options.signal) : null;
    opened = { ...is, stand, renewed, outcome: stand ? (renewed ? 'renewed' : 'there') : 'brought' };
  } catch (error) {
    await intake.settle();
    throw error;
  }
  return { ...opened, filled: await intake.settle() };
}

async function namesOf({ records }: ReadCase): Promise<Record<Id, string>> {
  const [record] = records.cases;
  const here = record ? (await recordsOf(record.id)).people : [];
  return Object.fromEntries([...here, ...records.people].map(({ id, name }) => [id, name]));
}

/** Reads every asset, so that all damage is listed; keeps those that are not here, as long as none was found. */
async function bringAssets(content: ReadCase, bag: Bag, intake: Intake, options: BringOptions): Promise<void> {
  const total = content.assets.reduce((sum, { file }) => sum + file.size, 0);
  const wanted = await intake.wanted(content.assets);
  let before = 0;
  for (const asset of content.assets) {
    const bytes = reported(asset.file.read(), options, before, total);
    const file: BagFile = { path: asset.file.path, size: asset.file.size, read: () => bytes };
    if (bag.findings.length === 0 && wanted.has(asset.sha256)) await keepAsset(asset, file, bag, intake);
    else for await (const _ of hashed(file, bag));
    before += asset.file.size;
  }
}

async function keepAsset(asset: ReadCase['assets'][number], file: BagFile, bag: Bag, intake: Intake): Promise<void> {
  // Subtle: the store hashes what it keeps, and an asset's name is that hash; hashing it here too would take the same time again.
  try {
    const found = await intake.bring(asset, file.read());
    if (found === asset.sha256) return;
    const expected = `sha256 ${asset.sha256}`;
    bag.findings.push({ file: file.path, fault: 'altered', expected, found: `sha256 ${found}` });
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
    bag.findings.push({ file: file.path, ...unreadable(error) });
  }
}

async function* reported(
  bytes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  { signal, progress }: BringOptions,
  before: number,
  total: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let done = before;
  for await (const piece of bytes) {
    signal?.throwIfAborted();
    done += piece.byteLength;
    progress?.({ bytes: done, total });
    yield piece;
  }
}
