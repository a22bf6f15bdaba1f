import { checkFile } from '#domain/file-check/check-file.ts';
import { isTooLargeToDecode, readImageSize } from '#domain/image-size.ts';
import { readRange } from '#domain/intake/dropped-bytes.ts';
import { nameOf, splitEnding } from '#domain/intake/file-name.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { DroppedFile } from '#domain/intake/importer.ts';

/** Endings by type: a name that ends otherwise says another type than the bytes. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif', 'mpo', 'jps'],
  'image/png': ['png', 'apng'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/avif': ['avif', 'avifs'],
  'image/heic': ['heic', 'heif', 'heics', 'heifs', 'hif'],
  // Raw files of many cameras are TIFF by their frame.
  'image/tiff': ['tif', 'tiff', 'dng', 'nef', 'cr2', 'arw', 'pef', 'srw', 'orf', 'rw2'],
  'image/bmp': ['bmp', 'dib'],
};

/** The endings that a picture's name has. */
export const pictureEndings: ReadonlySet<string> = new Set(Object.values(ENDINGS).flat());

/** Says whether a type is of a picture that is read here. */
export function isPicture(mime: string): boolean {
  return Object.hasOwn(ENDINGS, mime);
}

/** What a picture file is before anything in it is decoded. */
export interface PictureState {
  readonly width?: number;
  readonly height?: number;
  readonly orientation?: number;
  readonly findings: readonly Finding[];
}

/** Direction marks: what follows them is shown as if it stood elsewhere in the name. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
const HEAD = 256 * 1024;

/** Looks at a picture's name, frame and header, and tells what is wrong with them; decodes nothing. */
export async function pictureState(file: DroppedFile, mime: string): Promise<PictureState> {
  const { path } = file;
  if (file.size === 0) return { findings: [{ code: 'nothing-inside', path }] };
  const findings: Finding[] = [];
  const { ending } = splitEnding(nameOf(path));
  const isOther = isPicture(mime) && ending !== '' && !ENDINGS[mime]?.includes(ending);
  if (isOther || BIDI.test(nameOf(path))) findings.push({ code: 'misleading-name', path, detail: mime });
  if (!isPicture(mime)) return { findings: [...findings, { code: 'not-readable', path, detail: ending }] };
  const frame = await checkFile({
    size: file.size,
    slice: (from, to) => ({ arrayBuffer: async () => (await readRange(file, from, to)).slice().buffer }),
  });
  if (frame === 'cut-off') findings.push({ code: 'cut-short', path });
  if (frame === 'damaged') findings.push({ code: 'not-readable', path });
  const size = await sizeOf(file);
  if (!size.ok) {
    if (frame === 'whole') findings.push({ code: 'not-readable', path, detail: size.code });
    return { findings };
  }
  const { width, height, orientation } = size;
  if (isTooLargeToDecode(size)) findings.push({ code: 'too-large', path, detail: `${width} × ${height}` });
  return { width, height, ...(orientation === undefined ? {} : { orientation }), findings };
}

async function sizeOf(file: DroppedFile) {
  const head = readImageSize(await readRange(file, 0, HEAD));
  return head.ok || head.code !== 'too-short' || file.size <= HEAD
    ? head
    : readImageSize(await readRange(file, 0, Math.min(file.size, 64 * 1024 * 1024)));
}
