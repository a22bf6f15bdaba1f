import { configure, type Entry, type FileEntry, Reader, ZipReader } from '@zip.js/zip.js';
import { createCRC32 } from 'hash-wasm';
import { type BagFile, FileAltered, FileUnreadable } from './bag.ts';
import { CaseFileRefused, type Finding } from './finding.ts';

/** Bytes that can be read anywhere: a file on disk, or one that the shell holds open. `to` is exclusive. */
export interface ByteSource {
  readonly size: number;
  read(from: number, to: number): Promise<Uint8Array>;
  /** The bytes of a stretch in order, in pieces of any length. Much faster than one `read` after another. */
  pieces(from: number, to: number): AsyncIterable<Uint8Array<ArrayBuffer>>;
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
    else files.push({ path, size: entry.uncompressedSize, read: () => bytesOf(entry, source, path) });
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
    findings.push({ file: '(archive)', fault: 'not-readable', expected: 'a whole ZIP archive', found: error.message });
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
    return {
      fault: 'too-large',
      expected: `at most ${mostRatio} times its packed size`,
      found: `${entry.uncompressedSize} bytes out of ${entry.compressedSize}`,
    };
  return null;
}

/**
 * Gives the bytes of an entry. Stored ones, as Casebound writes them, are read straight from the source, which is several times as
 * fast as the archive library's own way; it still judges the entry's local header and that no two entries overlap.
 */
async function* bytesOf(entry: FileEntry, source: ByteSource, path: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const crc = await createCRC32();
  let length = 0;
  try {
    for await (const bytes of entry.compressionMethod === 0 ? stored(entry, source) : unpacked(entry)) {
      length += bytes.byteLength;
      if (length > entry.uncompressedSize) throw new Error('There is more in it than it says.');
      crc.update(bytes);
      yield bytes;
    }
    if (length < entry.uncompressedSize) throw new Error('There is less in it than it says.');
    if (entry.crc32 === undefined) throw new Error('It has no CRC-32.');
    const expected = entry.crc32.toString(16).padStart(8, '0');
    const found = crc.digest('hex');
    if (found !== expected) throw new FileAltered(path, `CRC-32 ${expected}`, `CRC-32 ${found}`);
  } catch (error) {
    if (error instanceof FileAltered) throw error;
    throw new FileUnreadable(path, error instanceof Error ? error.message : 'The bytes cannot be read.');
  }
}

async function* stored(entry: FileEntry, source: ByteSource): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (entry.compressedSize !== entry.uncompressedSize) throw new Error('Its two sizes differ.');
  await entry.getData(new TransformStream().writable, { checkOverlappingEntryOnly: true });
  const from = entry.localDirectory?.dataOffset;
  if (from === undefined) throw new Error('It has no header of its own.');
  yield* source.pieces(from, from + entry.compressedSize);
}

async function* unpacked(entry: FileEntry): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new TransformStream<Uint8Array>();
  const reader = readable.getReader();
  // Subtle: when the archive library fails before it writes, nobody ends the stream, and whoever only reads would wait for ever.
  const failed = new Promise<never>((_, reject) => {
    entry.getData(writable).catch(reject);
  });
  // Whoever stops reading hears of no failure.
  failed.catch(() => undefined);
  for (;;) {
    const next = await Promise.race([reader.read(), failed]);
    if (next.done) return;
    yield new Uint8Array(next.value);
  }
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
