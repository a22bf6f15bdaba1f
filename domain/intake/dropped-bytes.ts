import { createSHA256 } from 'hash-wasm';
import { MIME_BYTES, recogniseMime } from '#domain/mime.ts';
import { nameOf } from './file-name.ts';
import type { DroppedFile, Progress } from './importer.ts';

/** Gives the bytes from `from` to `to` (exclusive; cut at the file's end) as one piece. Only for parts known to be small. */
export async function readRange(file: DroppedFile, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  const end = Math.min(to, file.size);
  if (end <= from) return new Uint8Array(0);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const piece of file.bytes(from, end)) {
    pieces.push(piece);
    length += piece.byteLength;
  }
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** Gives all bytes of a file of at most `most` bytes; undefined, without reading, when it is larger. */
export async function readWhole(
  file: DroppedFile,
  most: number,
  progress: Progress,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (file.size > most) return undefined;
  const bytes = await readRange(file, 0, file.size);
  progress(bytes.byteLength);
  return bytes;
}

/** Gives the SHA-256 of a file as 64 hexadecimal digits, read as a stream. */
export async function sha256OfFile(file: DroppedFile, progress: Progress): Promise<string> {
  const hash = await createSHA256();
  hash.init();
  let read = 0;
  for await (const piece of file.bytes()) {
    hash.update(piece);
    read += piece.byteLength;
    progress(read);
  }
  return hash.digest('hex');
}

const BY_NAME: Record<string, string> = {
  css: 'text/css',
  csv: 'text/csv',
  description: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  mht: 'multipart/related',
  mhtml: 'multipart/related',
  srt: 'application/x-subrip',
  txt: 'text/plain',
  vtt: 'text/vtt',
  xml: 'application/xml',
  xmp: 'application/rdf+xml',
};

/** Gives a file's type from its first bytes; for text, whose bytes tell nothing, from its name's ending. */
export async function mimeOfFile(file: DroppedFile): Promise<string> {
  const head = await readRange(file, 0, MIME_BYTES);
  const known = recogniseMime(head);
  if (known !== undefined) return known;
  const ending = /\.([^.]+)$/.exec(nameOf(file.path))?.[1]?.toLowerCase() ?? '';
  const named = Object.hasOwn(BY_NAME, ending) ? BY_NAME[ending] : undefined;
  return named !== undefined && !head.includes(0) ? named : 'application/octet-stream';
}
