import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTooLargeToDecode, readImageSize } from './image-size.ts';
import { type KnownMime, recogniseMime } from './mime.ts';

const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? part.split('').map((c) => c.charCodeAt(0)) : [...part])),
  );
const zeros = (count: number) => Array.from({ length: count }, () => 0);
const big16 = (n: number) => [n >> 8, n & 255];
const little16 = (n: number) => [n & 255, n >> 8];
const big32 = (n: number) => [...big16(n >>> 16), ...big16(n & 0xffff)];
const little32 = (n: number) => [...little16(n & 0xffff), ...little16(n >>> 16)];
const little24 = (n: number) => little32(n).slice(0, 3);

const ebml = (docType: string) =>
  bytes([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x80 + docType.length], docType);
const ftyp = (main: string, ...others: string[]) =>
  bytes(big32(16 + 4 * others.length), 'ftyp', main, big32(0), ...others);

test.each<[Uint8Array, KnownMime | undefined]>([
  [ftyp('isom', 'iso2', 'mp41'), 'video/mp4'],
  [ftyp('qt  '), 'video/quicktime'],
  [ftyp('M4V '), 'video/x-m4v'],
  [ftyp('M4A '), 'audio/mp4'],
  [ftyp('avif', 'mif1'), 'image/avif'],
  [ftyp('mif1', 'avif'), 'image/avif'],
  [ftyp('heic', 'mif1'), 'image/heic'],
  [ftyp('mif1', 'heic'), 'image/heic'],
  [ebml('webm'), 'video/webm'],
  [ebml('matroska'), 'video/x-matroska'],
  [bytes('OggS', zeros(24), '\x01vorbis'), 'audio/ogg'],
  [bytes('OggS', zeros(24), '\x80theora'), 'video/ogg'],
  [bytes('ID3\x04'), 'audio/mpeg'],
  [bytes([0xff, 0xfb, 0x90, 0x64]), 'audio/mpeg'],
  [bytes([0xff, 0xff, 0xff, 0xff]), undefined],
  [bytes('RIFF', zeros(4), 'WAVE'), 'audio/wav'],
  [bytes('RIFF', zeros(4), 'AVI '), 'video/x-msvideo'],
  [bytes('RIFF', zeros(4), 'ACON'), undefined],
  [bytes([0, 0, 1, 0xba]), 'video/mpeg'],
  [bytes('G', zeros(187), 'G', zeros(187), 'G'), 'video/mp2t'],
  [bytes('G', zeros(187), 'g', zeros(187), 'G'), undefined],
  [bytes([0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11]), 'video/x-ms-asf'],
  [bytes('%PDF-1.7'), 'application/pdf'],
  [bytes('PK\x03\x04'), 'application/zip'],
  [bytes('II*\0'), 'image/tiff'],
  [bytes('BMW is a car maker from Munich'), undefined],
  [bytes('<html>'), undefined],
  [bytes(), undefined],
])('recognises case %#', (file, mime) => {
  expect(recogniseMime(file)).toBe(mime);
});

const side = fc.integer({ min: 1, max: 16_383 });
const sof = (width: number, height: number) => [
  0xff,
  0xc2,
  ...big16(11),
  8,
  ...big16(height),
  ...big16(width),
  1,
  1,
  17,
  0,
];
const exif = (orientation: number) => {
  const tiff = [
    ...bytes('MM\0*'),
    ...big32(8),
    ...big16(1),
    ...big16(0x0112),
    ...big16(3),
    ...big32(1),
    ...big16(orientation),
    0,
    0,
    ...big32(0),
  ];
  return [0xff, 0xe1, ...big16(tiff.length + 8), ...bytes('Exif\0\0'), ...tiff];
};
const little64 = (n: number) => [...little32(n), ...zeros(4)];
const tiff = (w: number, h: number, sign: string, u16: typeof big16, u32: typeof big32) =>
  bytes(
    sign,
    u32(8),
    u16(3),
    ...[[254, 4, ...u32(0)] as const, [256, 3, ...u16(w), 0, 0] as const, [257, 4, ...u32(h)] as const].map(
      ([tag, type, ...value]) => [...u16(tag), ...u16(type), ...u32(1), ...value],
    ),
  );
const box = (type: string, ...parts: (readonly number[])[]) => {
  const content = parts.flat();
  return [...big32(8 + content.length), ...bytes(type), ...content];
};
const ispe = (w: number, h: number) => box('ispe', zeros(4), big32(w), big32(h));
/** A file of items: which one is the picture, the properties of each, and the properties. */
const boxed = (brand: string, primary: number, given: [item: number, places: number[]][], properties: number[][]) =>
  bytes(
    box('ftyp', [...bytes(brand)], big32(0)),
    box(
      'meta',
      zeros(4),
      box('hdlr', zeros(20)),
      box('pitm', zeros(4), big16(primary)),
      box(
        'iprp',
        box('ipco', ...properties),
        box(
          'ipma',
          zeros(4),
          big32(given.length),
          given.flatMap(([item, places]) => [...big16(item), places.length, ...places]),
        ),
      ),
    ),
  );
const pictures: Record<string, (width: number, height: number) => Uint8Array> = {
  png: (w, h) => bytes('\x89PNG\r\n\x1a\n', big32(13), 'IHDR', big32(w), big32(h)),
  gif: (w, h) => bytes('GIF89a', little16(w), little16(h)),
  jpeg: (w, h) => bytes([0xff, 0xd8, 0xff, 0xdb, 0, 4, 0, 0, 0xff], sof(w, h)),
  'webp, extended': (w, h) => bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), little24(w - 1), little24(h - 1)),
  'webp, lossless': (w, h) =>
    bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f], little32(((h - 1) * 16_384 + (w - 1)) >>> 0)),
  'webp, lossy': (w, h) => bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(7), [0x9d, 0x01, 0x2a], little16(w), little16(h)),
  bmp: (w, h) => bytes('BM', zeros(12), little32(40), little32(w), little32(-h >>> 0)),
  tiff: (w, h) => tiff(w, h, 'II*\0', little16, little32),
  'tiff, Motorola': (w, h) => tiff(w, h, 'MM\0*', big16, big32),
  bigtiff: (w, h) =>
    bytes(
      'II+\0',
      little16(8),
      little16(0),
      little64(24),
      zeros(8),
      little64(2),
      little16(256),
      little16(4),
      little64(1),
      little64(w),
      little16(257),
      little16(16),
      little64(1),
      little64(h),
    ),
  'avif, one picture': (w, h) => boxed('avif', 1, [[1, [2, 1]]], [ispe(w, h), box('pixi', zeros(4))]),
  'heic, of tiles': (w, h) =>
    boxed(
      'heic',
      3,
      [
        [1, [1]],
        [2, [1]],
        [3, [3, 2]],
      ],
      [ispe(512, 512), ispe(w, h), box('irot', [1])],
    ),
  'bmp, oldest': (w, h) => bytes('BM', zeros(12), little32(12), little16(w), little16(h)),
};

/** The one with `irot` is turned a quarter against the clock, which EXIF calls 8; its size is that of what is stored. */
const turnedBy = (name: string) => (name === 'heic, of tiles' ? { orientation: 8 } : {});

test.each(Object.keys(pictures))('the size of every %s is read, and of a cut one is not', (name) => {
  const make = pictures[name];
  if (!make) throw new Error(name);
  fc.assert(
    fc.property(side, side, fc.nat(), (width, height, cut) => {
      const file = make(width, height);
      expect(readImageSize(file)).toEqual({ ok: true, width, height, ...turnedBy(name) });
      expect(readImageSize(file.subarray(0, cut % (name === 'jpeg' ? file.length - 4 : file.length))).ok).toBe(false);
    }),
  );
});

test('the orientation of a JPEG is read, and an impossible one is left out', () => {
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    const size = readImageSize(bytes([0xff, 0xd8], exif(orientation), sof(600, 450)));
    expect(size).toEqual({ ok: true, width: 600, height: 450, orientation });
  }
  expect(readImageSize(bytes([0xff, 0xd8], exif(9), sof(600, 450)))).toEqual({ ok: true, width: 600, height: 450 });
});

test('bytes of any sort give a size or a finding', () => {
  const head = fc.constantFrom(
    '\xff\xd8\xff',
    '\x89PNG\r\n\x1a\n',
    'GIF89a',
    'RIFF\0\0\0\0WEBPVP8X',
    'BM',
    '\0\0\0\x10ftyp',
    '\0\0\0\x10ftypavif\0\0\0\0',
    'II*\0\x08\0\0\0',
    'MM\0+\0\x08\0\0',
  );
  fc.assert(
    fc.property(head, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      const size = readImageSize(bytes(start, [...rest]));
      if (size.ok) expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});

test('an AVIF, a HEIC or a TIFF that claims more pixels than a machine can hold is told before it is decoded', () => {
  for (const name of ['avif, one picture', 'heic, of tiles', 'tiff, Motorola', 'bigtiff']) {
    const size = readImageSize(pictures[name]?.(60_000, 60_000) ?? bytes());
    expect(size).toEqual({ ok: true, width: 60_000, height: 60_000, ...turnedBy(name) });
    expect(size.ok && isTooLargeToDecode(size)).toBe(true);
  }
});

test('a picture of boxes without a size is damaged; a TIFF whose directory is far off is too short', () => {
  expect(readImageSize(boxed('avif', 1, [], [box('pixi', zeros(4))]))).toEqual({ ok: false, code: 'damaged' });
  expect(readImageSize(bytes('II*\0', little32(4_000_000)))).toEqual({ ok: false, code: 'too-short' });
  expect(readImageSize(boxed('avif', 9, [[1, [1]]], [ispe(16, 9), ispe(32, 18)]))).toMatchObject({ width: 32 });
});

test('200 megapixels may be decoded, one more line may not', () => {
  expect(isTooLargeToDecode({ width: 20_000, height: 10_000 })).toBe(false);
  expect(isTooLargeToDecode({ width: 20_000, height: 10_001 })).toBe(true);
});
