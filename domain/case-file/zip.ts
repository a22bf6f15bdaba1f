import { configure, type Entry, Reader, ZipReader } from '@zip.js/zip.js';
import { type BagFile, FileUnreadable } from './bag.ts';
import { CaseFileRefused, type Finding } from './finding.ts';

/** Bytes that can be read anywhere: a file on disk, or one that the shell holds open. `to` is exclusive. */
export interface ByteSource {
  readonly size: number;
  read(from: number, to: number): Promise<Uint8Array>;
}

const mostFiles = 500_000;
/** Beyond a few bytes, text hardly ever packs this tightly; bombs do. */
const mostRatio = 200;
const ratioFrom = 1024 * 1024;
const pieceBytes = 1024 * 1024;

// The window's policy lets no other script run than its own; this code runs in a worker already where it matters.
configure({ useWebWorkers: false, chunkSize: pieceBytes });

/** Gives the files of a bag inside a ZIP, whose root may be the archive's or its one top folder, and what is wrong with the archive. */
export async function openZip(source: ByteSource): Promise<{ files: BagFile[]; findings: Finding[] }> {
  const findings: Finding[] = [];
  const entries = await readEntries(source, findings);
  const names = entries.map((entry) => entry.filename);
  const root = rootOf(names);
  const files: BagFile[] = [];
  for (const entry of entries) {
    if (entry.directory) continue;
    const path = entry.filename.startsWith(root) ? entry.filename.slice(root.length) : `../${entry.filename}`;
    const fault = entryFault(entry);
    if (fault) findings.push({ file: path, ...fault });
    else files.push({ path, size: entry.uncompressedSize, read: () => bytesOf(entry, path) });
  }
  return { files, findings };
}

async function readEntries(source: ByteSource, findings: Finding[]): Promise<Entry[]> {
  const reader = new ZipReader(new SourceReader(source), { strictness: 'strict', filenameValidation: 'tolerant' });
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry);
      if (entries.length > mostFiles) {
        findings.push({ file: entry.filename, fault: 'too-large', expected: `at most ${mostFiles} files` });
        break;
      }
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (entries.length === 0 && !/ambiguous|overlap/i.test(error.message))
      throw new CaseFileRefused('not-a-case-file', `This is not a ZIP archive: ${error.message}`);
    findings.push({ file: '(archive)', fault: 'not-readable', expected: `a whole ZIP archive: ${error.message}` });
  }
  return entries;
}

/** The one top folder that holds the bag, with its slash; empty when the bag lies at the archive's top. */
function rootOf(names: string[]): string {
  if (names.includes('bagit.txt')) return '';
  const declared = names.find((name) => /^[^/]+\/bagit\.txt$/.test(name));
  return declared === undefined ? '' : declared.slice(0, -'bagit.txt'.length);
}

function entryFault(entry: Entry): Omit<Finding, 'file'> | null {
  if (entry.encrypted) return { fault: 'not-a-plain-file', expected: 'a file that is not encrypted' };
  if (entry.symlink) return { fault: 'not-a-plain-file', expected: 'a file, not a link to another place' };
  if (entry.uncompressedSize > ratioFrom && entry.uncompressedSize > entry.compressedSize * mostRatio)
    return { fault: 'too-large', expected: `at most ${mostRatio} times its packed size` };
  return null;
}

async function* bytesOf(entry: Entry, path: string): AsyncGenerator<Uint8Array> {
  if (entry.directory) return;
  const { readable, writable } = new TransformStream<Uint8Array>();
  const pouring = entry.getData(writable).then(
    () => null,
    (error: unknown) => error,
  );
  let length = 0;
  const failed = (error: unknown) =>
    new FileUnreadable(path, error instanceof Error ? error.message : 'The bytes cannot be read.');
  try {
    for await (const bytes of readable) {
      length += bytes.byteLength;
      if (length > entry.uncompressedSize) throw new Error('There is more in it than it says.');
      yield bytes;
    }
  } catch (error) {
    throw failed(error);
  }
  const error = await pouring;
  if (error !== null) throw failed(error);
}

class SourceReader extends Reader<ByteSource> {
  readonly #source: ByteSource;

  constructor(source: ByteSource) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return this.#source.read(index, Math.min(this.#source.size, index + length));
  }
}
