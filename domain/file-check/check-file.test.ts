import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFile } from './check-file.ts';

const text = (words: string) => words.split('').map((c) => c.charCodeAt(0));
const big32 = (n: number) => [n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255];
const box = (type: string, length: number) => [...big32(8 + length), ...text(type), ...Array(length).fill(7)];
const ftyp = (brand: string) => [...big32(16), ...text('ftyp'), ...text(brand), ...big32(0)];
const element = (id: number[], data: number[], length = data.length) => [
  ...id,
  0x40 | (length >> 8),
  length & 255,
  ...data,
];
const cluster = [0x1f, 0x43, 0xb6, 0x75];
const segment = [0x18, 0x53, 0x80, 0x67];
const ebml = element([0x1a, 0x45, 0xdf, 0xa3], [0x42, 0x82, 0x84, ...text('webm')]);
const parts = [...element([0x15, 0x49, 0xa9, 0x66], Array(40).fill(1)), ...element(cluster, Array(300).fill(2))];
const chunk = (type: string, length: number) => [...big32(length), ...text(type), ...Array(length + 4).fill(9)];
const jpeg = [0xff, 0xd8, 0xff, 0xe1, 0, 6, 0xff, 0xd9, 1, 1, 0xff, 0xda, 0, 4, 1, 1, 5, 5, 0xff, 0, 5, 0xff, 0xd9];

const files: Record<string, number[]> = {
  'mp4, the index last': [...ftyp('isom'), ...box('mdat', 500), ...box('moov', 90)],
  'mp4, the index first': [...ftyp('isom'), ...box('moov', 90), ...box('mdat', 500)],
  webm: [...ebml, ...element(segment, parts)],
  'webm, its segment left open': [...ebml, ...segment, 0x01, ...Array(7).fill(0xff), ...parts],
  png: [...text('\x89PNG\r\n\x1a\n'), ...chunk('IHDR', 13), ...chunk('IDAT', 200), ...chunk('IEND', 0)],
  jpeg,
  gif: [
    ...text('GIF89a'),
    ...Array(4).fill(1),
    0x80,
    0,
    0,
    ...Array(6).fill(3),
    0x2c,
    ...Array(9).fill(0),
    2,
    3,
    1,
    1,
    1,
    0,
    0x3b,
  ],
  webp: [...text('RIFF'), 112, 0, 0, 0, ...text('WEBPVP8 '), ...Array(104).fill(4)],
};

const stateOf = (bytes: readonly number[]) =>
  checkFile({
    size: bytes.length,
    slice: (from, to) => ({ arrayBuffer: async () => Uint8Array.from(bytes.slice(from, to)).buffer }),
  });

test.each(Object.keys(files))('%s is whole; cut anywhere behind its beginning it is not', async (name) => {
  const file = files[name] ?? [];
  expect(await stateOf(file)).toBe('whole');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: file.length - 60 > 0 ? file.length - 60 : 6 }), async (cut) => {
      expect(await stateOf(file.slice(0, file.length - cut))).not.toBe('whole');
    }),
  );
});

test('a film without its index, a length that cannot be, and what is no part at all are told', async () => {
  expect(await stateOf([...ftyp('isom'), ...box('mdat', 500)])).toBe('cut-off');
  expect(await stateOf([...ftyp('isom'), ...big32(3), ...text('moov'), ...Array(90).fill(0)])).toBe('damaged');
  expect(await stateOf([...ftyp('isom'), ...Array(90).fill(0)])).toBe('damaged');
  expect(await stateOf([...ebml, ...element(segment, Array(90).fill(0x33))])).toBe('damaged');
  expect(await stateOf([...jpeg.slice(0, 10), 3, ...jpeg.slice(11)])).toBe('damaged');
});

test('a picture of boxes needs no film index, but all of its boxes', async () => {
  const heic = [...ftyp('heic'), ...box('meta', 60), ...box('mdat', 200)];
  expect(await stateOf(heic)).toBe('whole');
  expect(await stateOf(heic.slice(0, -1))).toBe('cut-off');
  expect(await stateOf(heic.slice(0, -201))).toBe('cut-off');
  expect(await stateOf(ftyp('heic'))).toBe('cut-off');
});

test('what writers leave behind the end does not count', async () => {
  for (const name of ['mp4, the index last', 'png', 'jpeg', 'webp']) {
    expect(await stateOf([...(files[name] ?? []), ...Array(300).fill(0)])).toBe('whole');
  }
});

test('a box longer than 4 GB says its length in 64 bits, and one to the end of the file says none', async () => {
  const large = [...big32(1), ...text('mdat'), ...big32(2), ...big32(0), 1, 2, 3];
  expect(await stateOf([...ftyp('isom'), ...box('moov', 9), ...large])).toBe('cut-off');
  expect(await stateOf([...ftyp('isom'), ...box('moov', 9), ...big32(0), ...text('mdat'), 1, 2, 3])).toBe('whole');
});

test('bytes of any sort give a state', async () => {
  const head = fc.constantFrom(...Object.values(files).map((file) => file.slice(0, 20)));
  await fc.assert(
    fc.asyncProperty(head, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
      expect(['whole', 'cut-off', 'damaged', 'not-told']).toContain(await stateOf([...start, ...rest]));
    }),
    { numRuns: 500 },
  );
});
