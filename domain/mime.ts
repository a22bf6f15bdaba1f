/** The types that `recogniseMime` tells apart. */
export type KnownMime =
  | 'image/jpeg'
  | 'image/png'
  | 'image/gif'
  | 'image/webp'
  | 'image/avif'
  | 'image/heic'
  | 'image/tiff'
  | 'image/bmp'
  | 'video/mp4'
  | 'video/quicktime'
  | 'video/x-m4v'
  | 'video/3gpp'
  | 'video/webm'
  | 'video/x-matroska'
  | 'video/ogg'
  | 'video/x-msvideo'
  | 'video/mpeg'
  | 'video/mp2t'
  | 'video/x-ms-asf'
  | 'audio/mp4'
  | 'audio/ogg'
  | 'audio/mpeg'
  | 'audio/wav'
  | 'application/pdf'
  | 'application/zip';

/** How many bytes from the beginning of a file `recogniseMime` looks at; a shorter file is given whole. */
export const MIME_BYTES = 4096;

/**
 * Tells a file's type from its first bytes (`MIME_BYTES` of them), whatever its name says. Undefined when they are of
 * none of the known types. A ZIP is any of its kinds: document, archive or case file.
 */
export function recogniseMime(bytes: Uint8Array): KnownMime | undefined {
  const starts = (text: string, at = 0) => textAt(bytes, at, text.length) === text;
  if (starts('\xff\xd8\xff')) return 'image/jpeg';
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts('GIF87a') || starts('GIF89a')) return 'image/gif';
  if (starts('RIFF') && starts('WEBP', 8)) return 'image/webp';
  if (starts('RIFF') && starts('WAVE', 8)) return 'audio/wav';
  if (starts('RIFF') && starts('AVI ', 8)) return 'video/x-msvideo';
  if (starts('\x30\x26\xb2\x75\x8e\x66\xcf\x11')) return 'video/x-ms-asf';
  if (starts('\0\0\x01\xba') || starts('\0\0\x01\xb3')) return 'video/mpeg';
  if ([0, 188, 376].every((at) => starts('G', at))) return 'video/mp2t';
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].some((sign) => starts(sign))) return 'image/tiff';
  if (starts('ftyp', 4)) return ofBrands(bytes);
  if (['moov', 'mdat', 'wide', 'free', 'skip'].some((box) => starts(box, 4))) return ofOldQuickTime(bytes);
  if (starts('\x1aE\xdf\xa3')) return ofDocType(bytes);
  if (starts('OggS')) return ofOgg(bytes);
  if (starts('PK\x03\x04') || starts('PK\x05\x06')) return 'application/zip';
  if (isBmp(bytes)) return 'image/bmp';
  if (starts('ID3') || isMpegAudio(bytes)) return 'audio/mpeg';
  // Readers of PDF allow other bytes before the header.
  if (textAt(bytes, 0, 1024).includes('%PDF-')) return 'application/pdf';
  return undefined;
}

/** Bytes as text, one character each. */
function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const HEIC = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);

/** Reads the brands of an ISO base media file: the main one decides, the compatible ones where it says nothing. */
function ofBrands(bytes: Uint8Array): KnownMime {
  const end = Math.min(bytes.length < 8 ? 0 : view(bytes).getUint32(0), bytes.length, 512);
  const main = textAt(bytes, 8, 4);
  const brands = [main];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(textAt(bytes, at, 4));
  if (main === 'qt  ') return 'video/quicktime';
  if (main === 'avif' || main === 'avis') return 'image/avif';
  if (HEIC.has(main)) return 'image/heic';
  if (main === 'mif1' || main === 'msf1') return brands.includes('avif') ? 'image/avif' : 'image/heic';
  if (main.startsWith('M4V')) return 'video/x-m4v';
  if (main === 'M4A ' || main === 'M4B ' || main === 'M4P ') return 'audio/mp4';
  if (main.startsWith('3gp') || main.startsWith('3g2')) return 'video/3gpp';
  return 'video/mp4';
}

/** QuickTime from before brands: plausible only when the box says a size that holds its own head. */
function ofOldQuickTime(bytes: Uint8Array): KnownMime | undefined {
  const size = view(bytes).getUint32(0);
  return size === 0 || size === 1 || size >= 8 ? 'video/quicktime' : undefined;
}

/** Looks for the EBML element DocType (0x4282), which says `webm` or `matroska`. */
function ofDocType(bytes: Uint8Array): KnownMime | undefined {
  const head = textAt(bytes, 0, 256);
  const at = head.indexOf('\x42\x82');
  const name = at < 0 ? '' : head.slice(at + 3, at + 11);
  return name.startsWith('webm') ? 'video/webm' : name === 'matroska' ? 'video/x-matroska' : undefined;
}

/** The first page of each stream stands at the beginning; one Theora stream makes it a video. */
function ofOgg(bytes: Uint8Array): KnownMime {
  return textAt(bytes, 0, MIME_BYTES).includes('\x80theora') ? 'video/ogg' : 'audio/ogg';
}

/** `BM` alone begins ordinary text too: the size of the second header must be one that exists. */
function isBmp(bytes: Uint8Array): boolean {
  if (textAt(bytes, 0, 2) !== 'BM' || bytes.length < 18) return false;
  return [12, 16, 40, 52, 56, 64, 108, 124].includes(view(bytes).getUint32(14, true));
}

/** An MPEG audio frame: eleven set bits, then a version, a layer, a bit rate and a sample rate that exist. */
function isMpegAudio(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  // Subtle: this is how text in UTF-16 begins; as sound it would be of a layer that nobody uses.
  if (first === 0xff && second === 0xfe) return false;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return false;
  const versionExists = (second & 0x18) !== 0x08;
  const layerExists = (second & 0x06) !== 0;
  return versionExists && layerExists && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
}
