import { type FileState, MOST_PARTS, type Readable, readAt, viewOf } from './readable.ts';

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
/** What may stand in a segment (RFC 9559, 5.1): SeekHead, Info, Tracks, Cluster, Cues, Attachments, Chapters, Tags, Void, CRC-32. */
const PARTS = new Set([
  0x114d9b74,
  0x1549a966,
  0x1654ae6b,
  CLUSTER,
  0x1c53bb6b,
  0x1941a469,
  0x1043a770,
  0x1254c367,
  0xec,
  0xbf,
]);

/**
 * Walks the elements of a Matroska or WebM file: the segment, and the parts in it. Where a length was left open, as in a live
 * recording, what is inside it cannot be told to be missing.
 */
export async function checkMatroska(file: Readable): Promise<FileState> {
  let at = 0;
  for (let outer = await elementAt(file, at); outer.state === 'read'; outer = await elementAt(file, at)) {
    if (outer.length !== undefined && outer.start + outer.length > file.size) return 'cut-off';
    if (outer.id === SEGMENT) return checkSegment(file, outer.start, outer.start + (outer.length ?? file.size));
    if (outer.length === undefined) return 'damaged';
    at = outer.start + outer.length;
  }
  return 'cut-off';
}

async function checkSegment(file: Readable, from: number, to: number): Promise<FileState> {
  const end = Math.min(to, file.size);
  let at = from;
  let hasPictures = false;
  for (let parts = 0; at < end; parts += 1) {
    if (parts > MOST_PARTS) return 'not-told';
    const part = await elementAt(file, at);
    if (part.state !== 'read') return part.state === 'too-short' ? 'cut-off' : 'damaged';
    if (!PARTS.has(part.id)) return 'damaged';
    if (part.id === CLUSTER) hasPictures = true;
    if (part.length === undefined) return 'not-told';
    if (part.start + part.length > file.size) return 'cut-off';
    at = part.start + part.length;
  }
  return hasPictures ? 'whole' : 'cut-off';
}

type Element =
  /** `length` in bytes from `start`; undefined where it was left open. */
  | { readonly state: 'read'; readonly id: number; readonly start: number; readonly length: number | undefined }
  | { readonly state: 'too-short' | 'not-one' };

/** Reads the id and the length of an element: numbers whose own length is the place of their first set bit (RFC 8794, 4). */
async function elementAt(file: Readable, at: number): Promise<Element> {
  const head = viewOf(await readAt(file, at, 12));
  if (head.byteLength === 0) return { state: 'too-short' };
  const idBytes = Math.clz32(head.getUint8(0)) - 23;
  if (idBytes > 4) return { state: 'not-one' };
  if (head.byteLength <= idBytes) return { state: 'too-short' };
  const first = head.getUint8(idBytes);
  const lengthBytes = Math.clz32(first) - 23;
  if (lengthBytes > 8) return { state: 'not-one' };
  if (head.byteLength < idBytes + lengthBytes) return { state: 'too-short' };
  const bytesOf = (from: number, count: number) => Array.from({ length: count }, (_, n) => head.getUint8(from + n));
  const rest = bytesOf(idBytes + 1, lengthBytes - 1);
  const mask = 0xff >> lengthBytes;
  const isOpen = (first & mask) === mask && rest.every((byte) => byte === 0xff);
  return {
    state: 'read',
    id: numberOf(bytesOf(0, idBytes)),
    start: at + idBytes + lengthBytes,
    length: isOpen ? undefined : numberOf([first & mask, ...rest]),
  };
}

function numberOf(bytes: readonly number[]): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
