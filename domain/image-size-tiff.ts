const WIDTH = 256;
const HEIGHT = 257;

/**
 * Reads the width and height, in pixels, of the first picture of a TIFF or BigTIFF: tags 256 and 257 of its first directory
 * (TIFF 6.0, section 2). Undefined when it has none; throws a RangeError when the directory lies beyond the bytes given.
 */
export function readTiffSize(data: DataView): { width: number; height: number } | undefined {
  const little = data.getUint8(0) === 0x49;
  const isBig = data.getUint16(2, little) === 43;
  const directory = isBig ? Number(data.getBigUint64(8, little)) : data.getUint32(4, little);
  const count = isBig ? Number(data.getBigUint64(directory, little)) : data.getUint16(directory, little);
  const [first, step, valueAt] = isBig ? [directory + 8, 20, 12] : [directory + 2, 12, 8];
  const sizes = new Map<number, number>();
  // Subtle: the entries stand in the order of their tags, so nothing is looked for behind the height.
  for (let entry = first; entry < first + count * step; entry += step) {
    const tag = data.getUint16(entry, little);
    if (tag > HEIGHT) break;
    if (tag === WIDTH || tag === HEIGHT) {
      const value = numberAt(data, entry + valueAt, data.getUint16(entry + 2, little), little);
      if (value !== undefined) sizes.set(tag, value);
    }
  }
  const [width, height] = [sizes.get(WIDTH), sizes.get(HEIGHT)];
  return width === undefined || height === undefined ? undefined : { width, height };
}

/** A number by its type: SHORT (3), LONG (4) or LONG8 (16). */
function numberAt(data: DataView, at: number, type: number, little: boolean): number | undefined {
  if (type === 3) return data.getUint16(at, little);
  if (type === 4) return data.getUint32(at, little);
  return type === 16 ? Number(data.getBigUint64(at, little)) : undefined;
}
