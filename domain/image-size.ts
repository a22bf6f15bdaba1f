import { readBoxedSize } from './image-size-boxed.ts';
import { readTiffSize } from './image-size-tiff.ts';
import { recogniseMime } from './mime.ts';

/** The most pixels that a picture may have to be decoded; a header can claim far more than a machine can hold. */
export const MAX_PIXELS = 200_000_000;

export type ImageSize =
  | {
      readonly ok: true;
      /** In pixels as stored, before any orientation is applied. */
      readonly width: number;
      readonly height: number;
      /** How the stored pixels are turned or mirrored to be seen, 1 to 8: the EXIF orientation of a JPEG, the `irot` of a HEIC or AVIF. */
      readonly orientation?: number;
    }
  /** `too-short`: the size lies beyond the bytes given (or the file is cut off); `not-measured`: a type whose header is not read here. */
  | { readonly ok: false; readonly code: 'too-short' | 'damaged' | 'not-measured' };

/**
 * Reads a picture's size from its header, without decoding it: JPEG (with the EXIF orientation), PNG, GIF, WebP, BMP, AVIF, HEIC
 * and TIFF. Give the first 256 kB, and the whole file when that is `too-short` (a JPEG's size comes after its metadata, a TIFF's
 * may stand at the end).
 */
export function readImageSize(bytes: Uint8Array): ImageSize {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (recogniseMime(bytes)) {
      case 'image/jpeg':
        return ofJpeg(data);
      case 'image/png':
        return sized(data.getUint32(16), data.getUint32(20));
      case 'image/gif':
        return sized(data.getUint16(6, true), data.getUint16(8, true));
      case 'image/webp':
        return ofWebp(data);
      case 'image/bmp':
        return ofBmp(data);
      case 'image/avif':
      case 'image/heic':
        return found(readBoxedSize(data));
      case 'image/tiff':
        return found(readTiffSize(data));
      default:
        return { ok: false, code: 'not-measured' };
    }
  } catch (error) {
    // DataView throws a RangeError on a read past the end: the one thing that can fail here.
    if (error instanceof RangeError) return { ok: false, code: 'too-short' };
    throw error;
  }
}

/** Says whether a picture has more than `MAX_PIXELS` and must not be decoded. */
export function isTooLargeToDecode(size: { readonly width: number; readonly height: number }): boolean {
  return size.width * size.height > MAX_PIXELS;
}

function found(
  size: { readonly width: number; readonly height: number; readonly orientation?: number } | undefined,
): ImageSize {
  return size ? sized(size.width, size.height, size.orientation) : { ok: false, code: 'damaged' };
}

function sized(width: number, height: number, orientation?: number): ImageSize {
  if (width < 1 || height < 1) return { ok: false, code: 'damaged' };
  return { ok: true, width, height, ...(orientation === undefined ? {} : { orientation }) };
}

/** Walks the segments of a JPEG to the start of its frame, passing the EXIF segment on the way. */
function ofJpeg(data: DataView): ImageSize {
  let orientation: number | undefined;
  let at = 2;
  for (;;) {
    if (data.getUint8(at) !== 0xff) return { ok: false, code: 'damaged' };
    const marker = data.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // a fill byte
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2; // markers without a segment
    } else if (marker === 0xd9 || marker === 0xda) {
      return { ok: false, code: 'damaged' };
    } else if (isFrame(marker)) {
      return sized(data.getUint16(at + 7), data.getUint16(at + 5), orientation);
    } else {
      const length = data.getUint16(at + 2);
      if (length < 2) return { ok: false, code: 'damaged' };
      if (marker === 0xe1 && orientation === undefined) orientation = orientationIn(data, at + 4, length - 2);
      at += 2 + length;
    }
  }
}

/** SOF0 to SOF15 begin a frame, but for DHT, JPG and DAC that lie among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Reads tag 0x0112 of the first directory of an EXIF segment; undefined where it is not, or is not 1 to 8. */
function orientationIn(data: DataView, at: number, length: number): number | undefined {
  const end = Math.min(at + length, data.byteLength);
  if (end - at < 14 || data.getUint32(at) !== 0x45786966) return undefined;
  const tiff = at + 6;
  const order = data.getUint16(tiff);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  const directory = tiff + data.getUint32(tiff + 4, little);
  if (directory + 2 > end) return undefined;
  const entries = data.getUint16(directory, little);
  for (let entry = directory + 2; entry < directory + 2 + entries * 12 && entry + 12 <= end; entry += 12) {
    if (data.getUint16(entry, little) !== 0x0112) continue;
    const value = data.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

function ofWebp(data: DataView): ImageSize {
  const uint24 = (at: number) => data.getUint16(at, true) + data.getUint8(at + 2) * 65_536;
  switch (data.getUint32(12)) {
    case 0x56503858: // VP8X
      return sized(uint24(24) + 1, uint24(27) + 1);
    case 0x5650384c: {
      // VP8L
      if (data.getUint8(20) !== 0x2f) return { ok: false, code: 'damaged' };
      const bits = data.getUint32(21, true);
      return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 0x56503820: // VP8, whose frame begins with a start code
      if (uint24(23) !== 0x2a019d) return { ok: false, code: 'damaged' };
      return sized(data.getUint16(26, true) & 0x3fff, data.getUint16(28, true) & 0x3fff);
    default:
      return { ok: false, code: 'damaged' };
  }
}

/** The oldest header has 16-bit sizes; in the others a negative height means rows from the top. */
function ofBmp(data: DataView): ImageSize {
  if (data.getUint32(14, true) === 12) return sized(data.getUint16(18, true), data.getUint16(20, true));
  return sized(data.getInt32(18, true), Math.abs(data.getInt32(22, true)));
}
