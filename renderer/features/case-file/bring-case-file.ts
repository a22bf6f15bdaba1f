import { type Bag, type BagFile, FileUnreadable, hashed } from '#domain/case-file/bag.ts';
import { CaseFileRefused, type Finding } from '#domain/case-file/finding.ts';
import { type ReadCase, readCaseFile } from '#domain/case-file/read.ts';
import type { ByteSource } from '#domain/case-file/zip.ts';
import type { Id } from '#domain/id.ts';
import { compareWithDevice, Intake } from '#store/case-file-source.ts';

/** What came of opening a case file that is whole. */
export interface Brought {
  id: Id;
  title: string;
  /** `brought`: the case is on this device now. `held`: it was, with all that is in the file. `differs`: it was, and the file has other work. */
  outcome: 'brought' | 'held' | 'differs';
  /** References to what is no more, which is nothing to worry about, and where the journal was broken when the file was written. */
  remarks: Finding[];
}

export interface BringOptions {
  signal?: AbortSignal;
  /** Bytes of the file looked at so far. */
  progress?: (done: { bytes: number; total: number }) => void;
}

/**
 * Opens a case file: checks everything in it and, when the case is not on this device, takes it in. Nothing is taken in from
 * a file with any damage ({@link CaseFileRefused} lists it), nor when the signal aborts: what had come in goes again.
 */
export async function bringCaseFile(source: ByteSource, options: BringOptions = {}): Promise<Brought> {
  const { bag, content, remarks } = await readCaseFile(source);
  const [record] = content.records.cases;
  const id = record?.id ?? '';
  const standing = bag.findings.length > 0 ? 'damaged' : await compareWithDevice(id, content.journal);
  const intake = new Intake(options.signal);
  try {
    await bringAssets(content, bag, standing === 'new' ? intake : null, options);
    if (bag.findings.length > 0 || !record) {
      throw new CaseFileRefused('case-file-damaged', 'The case file is damaged.', bag.findings);
    }
    if (standing === 'new') await intake.keep(content);
    return {
      id,
      title: record.title,
      outcome: standing === 'held' || standing === 'differs' ? standing : 'brought',
      remarks,
    };
  } finally {
    await intake.undo();
  }
}

/** Reads every asset, so that all damage is listed; keeps them only as long as none was found. */
async function bringAssets(content: ReadCase, bag: Bag, intake: Intake | null, options: BringOptions): Promise<void> {
  const total = content.assets.reduce((sum, { file }) => sum + file.size, 0);
  let before = 0;
  for (const asset of content.assets) {
    const bytes = reported(asset.file.read(), options, before, total);
    const file: BagFile = { path: asset.file.path, size: asset.file.size, read: () => bytes };
    if (intake && bag.findings.length === 0) await keepAsset(asset, file, bag, intake);
    else for await (const _ of hashed(file, bag));
    before += asset.file.size;
  }
}

async function keepAsset(asset: ReadCase['assets'][number], file: BagFile, bag: Bag, intake: Intake): Promise<void> {
  // Subtle: the store hashes what it keeps, and an asset's name is that hash; hashing it here too would take the same time again.
  const whole = await intake.bring(asset, file.read()).catch((error: unknown) => {
    if (!(error instanceof FileUnreadable)) throw error;
    return error.message;
  });
  if (whole === true) return;
  const [fault, expected] =
    whole === false ? (['altered', `sha256 ${asset.sha256}`] as const) : (['not-readable', whole] as const);
  bag.findings.push({ file: file.path, fault, expected });
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
