import { type FileState, type Readable, readAt, viewOf } from './readable.ts';

const PIECE = 1024 * 1024;

/**
 * Walks the segments of a JPEG to its first scan and looks for the end-of-image marker after it (the one of an embedded
 * thumbnail stands before). What follows the marker, such as a second picture or a film, is not looked at.
 */
export async function checkJpeg(file: Readable): Promise<FileState> {
  let at = 2;
  for (;;) {
    const head = viewOf(await readAt(file, at, 4));
    if (head.byteLength < 4) return 'cut-off';
    if (head.getUint8(0) !== 0xff) return 'damaged';
    const marker = head.getUint8(1);
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) return (await hasEndOfImage(file, at)) ? 'whole' : 'cut-off';
    else if (marker === 0xd9) return 'damaged';
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (head.getUint16(2) < 2) return 'damaged';
    else at += 2 + head.getUint16(2);
  }
}

/** Within a scan 0xFF is always followed by 0 or a restart marker, so 0xFFD9 is the end wherever it is met. */
async function hasEndOfImage(file: Readable, from: number): Promise<boolean> {
  let last = 0;
  for (let at = from; at < file.size; at += PIECE) {
    for (const byte of await readAt(file, at, PIECE)) {
      if (last === 0xff && byte === 0xd9) return true;
      last = byte;
    }
  }
  return false;
}

/** Walks the chunks of a PNG to IEND. */
export async function checkPng(file: Readable): Promise<FileState> {
  let at = 8;
  for (let ahead = await readAt(file, at, PIECE), base = at; ; ) {
    if (at - base + 8 > ahead.byteLength) {
      base = at;
      ahead = await readAt(file, at, PIECE);
      if (ahead.byteLength < 8) return 'cut-off';
    }
    const head = viewOf(ahead.subarray(at - base));
    const length = head.getUint32(0);
    const type = String.fromCharCode(...[4, 5, 6, 7].map((place) => head.getUint8(place)));
    if (!/^[A-Za-z]{4}$/.test(type) || length > 0x7fff_ffff) return 'damaged';
    at += 12 + length;
    if (at > file.size) return 'cut-off';
    if (type === 'IEND') return 'whole';
  }
}

const MOST_GIF = 256 * PIECE;

/** Walks the blocks of a GIF to its trailer; one of more than 256 MB is not looked at. */
export async function checkGif(file: Readable): Promise<FileState> {
  if (file.size > MOST_GIF) return 'not-told';
  const bytes = await readAt(file, 0, file.size);
  const colours = (packed: number) => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);
  const byte = (at: number) => bytes[at] ?? 0;
  /** Passes the lengths and data of sub-blocks to the empty one. */
  const after = (from: number) => {
    let at = from;
    while (at < bytes.length && byte(at) > 0) at += 1 + byte(at);
    return at + 1;
  };
  let at = 13 + colours(byte(10));
  while (at < bytes.length) {
    if (byte(at) === 0x3b) return 'whole';
    if (byte(at) === 0x21) at = after(at + 2);
    else if (byte(at) === 0x2c) at = after(at + 11 + colours(byte(at + 9)));
    else return 'damaged';
  }
  return 'cut-off';
}
