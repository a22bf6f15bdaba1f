import { Gunzip, Unzlib } from 'fflate';
import { MOST_BODY } from './warc-records.ts';

/**
 * Gives the bytes that a browser would have shown: the body of an HTTP answer without its chunks, unpacked when it was sent packed.
 * Undefined where it was packed in a way that is not read (Brotli, Zstandard), or is broken.
 */
export function shownBody(body: Uint8Array, headers: ReadonlyMap<string, string>): Uint8Array | undefined {
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  // Archivers often take the chunks out and leave the header standing.
  const whole = (isChunked ? unchunked(body) : undefined) ?? body;
  const packing = (headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  const isPacked = whole[0] === 0x1f && whole[1] === 0x8b;
  if (packing === 'identity' || packing === '') return whole;
  if (packing === 'gzip' || packing === 'x-gzip') return isPacked ? inflated(whole, (take) => new Gunzip(take)) : whole;
  if (packing === 'deflate') return inflated(whole, (take) => new Unzlib(take));
  return undefined;
}

/** Undefined when these are no chunks (RFC 9112, 7.1). A last chunk that is cut short gives what there is. */
function unchunked(body: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf(10, at);
    if (end < 0 || end - at > 1024) return parts.length > 0 ? joined(parts) : undefined;
    const size = /^([\da-f]{1,8})\s*(?:;.*)?\r?$/i.exec(new TextDecoder('latin1').decode(body.subarray(at, end)))?.[1];
    if (size === undefined) return parts.length > 0 ? joined(parts) : undefined;
    const length = Number.parseInt(size, 16);
    if (length === 0) return joined(parts);
    parts.push(body.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (at >= body.length) return joined(parts);
    if (body[at] === 13) at += 1;
    if (body[at] === 10) at += 1;
  }
}

interface Unpacking {
  push(chunk: Uint8Array, final?: boolean): void;
}

function inflated(body: Uint8Array, make: (take: (part: Uint8Array) => void) => Unpacking): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const unpacking = make((part) => {
      parts.push(part);
      length += part.length;
    });
    for (let at = 0; at < body.length && length < MOST_BODY; at += 8192) unpacking.push(body.subarray(at, at + 8192));
  } catch {
    // It is not what its header says, or broken: what came before is what there is.
    if (parts.length === 0) return undefined;
  }
  return joined(parts).subarray(0, MOST_BODY);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
