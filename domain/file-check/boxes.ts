import { type FileState, MOST_PARTS, type Readable, readAt, viewOf } from './readable.ts';

/**
 * Walks the outermost boxes of an ISO base media file (MP4, QuickTime, HEIC, AVIF; ISO/IEC 14496-12, 4.2). It is `cut-off` when a
 * box is longer than what is left of the file, or when one of the needed boxes is not reached: a film recorded until the
 * battery died has its pictures but no `moov` to find them by.
 */
export async function checkBoxes(file: Readable, needed: readonly string[]): Promise<FileState> {
  const met = new Set<string>();
  const hasAll = () => needed.every((type) => met.has(type));
  let at = 0;
  for (let parts = 0; at < file.size; parts += 1) {
    if (parts > MOST_PARTS) return 'not-told';
    const head = viewOf(await readAt(file, at, 16));
    if (head.byteLength < 8) return hasAll() && isPadding(head) ? 'whole' : 'cut-off';
    const type = String.fromCharCode(...[4, 5, 6, 7].map((place) => head.getUint8(place)));
    // What is no box after all that is needed is left to itself: some writers pad the end.
    if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return hasAll() ? 'whole' : 'damaged';
    met.add(type);
    const short = head.getUint32(0);
    if (short === 0) return hasAll() ? 'whole' : 'cut-off'; // to the end of the file
    if (short === 1 && head.byteLength < 16) return 'cut-off';
    const length = short === 1 ? Number(head.getBigUint64(8)) : short;
    if (length < (short === 1 ? 16 : 8)) return hasAll() ? 'whole' : 'damaged';
    if (at + length > file.size) return 'cut-off';
    at += length;
  }
  return hasAll() ? 'whole' : 'cut-off';
}

function isPadding(rest: DataView): boolean {
  return Array.from({ length: rest.byteLength }, (_, at) => rest.getUint8(at)).every((byte) => byte === 0);
}
