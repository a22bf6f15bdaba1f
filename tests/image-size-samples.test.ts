import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isTooLargeToDecode, readImageSize } from '#domain/image-size.ts';
import { recogniseMime } from '#domain/mime.ts';

const samples = fileURLToPath(new URL('../../shared/samples', import.meta.url));
const missing = !existsSync(`${samples}/photos`);
if (missing) process.stdout.write('Skipped: real pictures and clips, because ../shared/samples is not here\n');

describe.skipIf(missing)('real pictures and clips', () => {
  const read = (path: string) => new Uint8Array(readFileSync(`${samples}/${path}`));

  test.each([
    ['photos/exif-samples/DSCN0010.jpg', 'image/jpeg', { ok: true, width: 640, height: 480, orientation: 1 }],
    ['photos/exif-samples/landscape_6.jpg', 'image/jpeg', { ok: true, width: 450, height: 600, orientation: 6 }],
    ['photos/exif-samples/portrait_5.jpg', 'image/jpeg', { ok: true, orientation: 5 }],
    ['photos/exif-samples/iphone_13_pro_max.HEIC', 'image/heic', { ok: true, width: 4032, height: 3024 }],
    ['photos/derived/huge-20000x15000.jpg', 'image/jpeg', { ok: true, width: 20_000, height: 15_000 }],
    ['photos/derived/bomb-50000x50000-1bit.png', 'image/png', { ok: true, width: 50_000, height: 50_000 }],
    ['photos/derived/zero-bytes.jpg', undefined, { ok: false, code: 'not-measured' }],
    ['photos/derived/truncated-in-exif.jpg', 'image/jpeg', { ok: false, code: 'too-short' }],
    ['photos/derived/png-named.jpg', 'image/png', { ok: true }],
    ['video/gen-h264-aac.mp4', 'video/mp4', { ok: false }],
    ['video/gen-h264-rot90.mov', 'video/quicktime', { ok: false }],
    ['video/real-exiftool-QuickTime.mov', 'video/quicktime', { ok: false }],
    ['video/gen-vp9.webm', 'video/webm', { ok: false }],
    ['video/gen-h264.mkv', 'video/x-matroska', { ok: false }],
    ['video/gen-h263.3gp', 'video/3gpp', { ok: false }],
  ])('%s', (path, mime, size) => {
    expect(recogniseMime(read(path))).toBe(mime);
    expect(readImageSize(read(path))).toMatchObject(size);
  });

  test('the two that are too large are refused by their headers', () => {
    for (const path of ['photos/derived/huge-20000x15000.jpg', 'photos/derived/bomb-50000x50000-1bit.png']) {
      const size = readImageSize(read(path).subarray(0, 262_144));
      expect(size.ok && isTooLargeToDecode(size), path).toBe(true);
    }
  });
});
