import { CaseFileNewer, CaseFileRefused } from '#domain/case-file/finding.ts';
import { type Written, writeCaseFile } from '#domain/case-file/write.ts';
import type { ByteSource } from '#domain/case-file/zip.ts';
import { readCase } from '#store/case-file-source.ts';
import { bringCaseFile } from './bring-case-file.ts';
import type { Answered, Asked, Failed } from './worker-protocol.ts';

const stop = new AbortController();
const reads = new Map<number, { resolve(bytes: Uint8Array<ArrayBuffer>): void; reject(error: Error): void }>();
let writing: Promise<{ pieces: AsyncIterator<Uint8Array>; written: Written }> | null = null;

function answer(message: Answered, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  switch (data.type) {
    case 'write':
      writing = begin(data);
      writing.catch(() => {}); // told with the first pull
      return;
    case 'pull':
      return void pull().catch(fail);
    case 'open':
      return void open(data).catch(fail);
    case 'bytes':
      reads.get(data.of)?.resolve(new Uint8Array(data.bytes));
      return void reads.delete(data.of);
    case 'unreadable':
      reads.get(data.of)?.reject(Object.assign(new Error(data.message), { code: 'not-readable' }));
      return void reads.delete(data.of);
    case 'stop':
      return stop.abort();
  }
};

function fail(error: unknown): void {
  answer({ type: 'failed', failure: failedBy(error) });
}

function failedBy(error: unknown): Failed {
  if (!(error instanceof Error)) return { code: null, message: String(error), stack: '', findings: [], newer: null };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const findings = error instanceof CaseFileRefused ? error.findings : [];
  const newer = error instanceof CaseFileNewer ? error.newer : null;
  return { code, message: error.message, stack: error.stack ?? '', findings, newer };
}

const everyMs = 80;

/** Tells progress at most every 80 ms, and always the end. */
function progress(): (done: { bytes: number; total: number }) => void {
  let last = 0;
  return ({ bytes, total }) => {
    const now = Date.now();
    if (now - last < everyMs && bytes < total) return;
    last = now;
    answer({ type: 'progress', bytes, total });
  };
}

async function begin({ caseId, program, now }: Extract<Asked, { type: 'write' }>) {
  const content = await readCase(caseId);
  const { stream, written } = writeCaseFile(content, { program, now, progress: progress() });
  return { pieces: stream[Symbol.asyncIterator](), written };
}

const pieceBytes = 1024 * 1024;

/** Answers with the next mebibyte or so: the window asks for more when it has put this away, so that memory stays flat. */
async function pull(): Promise<void> {
  if (!writing) throw new TypeError('Nothing is being written.');
  const { pieces, written } = await writing;
  const gathered: Uint8Array[] = [];
  let length = 0;
  while (length < pieceBytes) {
    const next = await pieces.next();
    if (next.done) break;
    gathered.push(next.value);
    length += next.value.byteLength;
  }
  if (length === 0) return answer({ type: 'written', written });
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of gathered) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  answer({ type: 'piece', bytes }, [bytes.buffer]);
}

async function open({ file, existing }: Extract<Asked, { type: 'open' }>): Promise<void> {
  const source = file.blob
    ? sourceOf(file.blob)
    : { size: file.size, read: readThroughWindow, pieces: piecesThroughWindow };
  const brought = await bringCaseFile(source, { signal: stop.signal, progress: progress(), existing });
  answer({ type: 'brought', brought });
}

function sourceOf(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
    // Subtle: a Blob's stream takes a third of the processor's time that its slices one by one do.
    pieces: (from, to) => blob.slice(from, to).stream(),
  };
}

let asked = 0;

/** A file that the shell holds open is read by the window; the worker has no way to it. */
function readThroughWindow(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  asked += 1;
  const of = asked;
  return new Promise((resolve, reject) => {
    reads.set(of, { resolve, reject });
    answer({ type: 'read', of, from, to });
  });
}

const windowPiece = 4 * 1024 * 1024;

/** Asks for each piece while the one before it is worked on. */
async function* piecesThroughWindow(from: number, to: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const piece = (at: number) => readThroughWindow(at, Math.min(to, at + windowPiece));
  let next = from < to ? piece(from) : null;
  for (let at = from + windowPiece; next; at += windowPiece) {
    const bytes = await next;
    next = at < to ? piece(at) : null;
    next?.catch(() => {}); // told when it is its turn
    yield bytes;
  }
}
