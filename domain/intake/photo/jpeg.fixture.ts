type Value = string | number | readonly (readonly [over: number, under: number])[];

/** Tags of an EXIF directory by number: a text is ASCII, a number SHORT (BYTE for GPS references), pairs RATIONAL. */
export type Directory = Readonly<Record<number, Value>>;

/** What goes into a JPEG of a given size. */
export interface JpegParts {
  readonly main?: Directory;
  readonly exif?: Directory;
  readonly gps?: Directory;
  readonly xmp?: string;
  readonly width?: number;
  readonly height?: number;
}

const ascii = (text: string) => [...new TextEncoder().encode(text)];
const big16 = (n: number) => [(n >> 8) & 255, n & 255];
const big32 = (n: number) => [...big16(n >>> 16), ...big16(n & 0xffff)];

/** Makes a JPEG whose frame is whole and whose scan holds nothing, with the metadata asked for. */
export function jpegOf({ main = {}, exif, gps, xmp, width = 640, height = 480 }: JpegParts): Uint8Array<ArrayBuffer> {
  const hasExif = Object.keys(main).length > 0 || exif || gps;
  return Uint8Array.from([
    0xff,
    0xd8,
    ...(hasExif ? segment([...ascii('Exif\0\0'), ...tiffOf(main, exif, gps)]) : []),
    ...(xmp === undefined ? [] : segment([...ascii('http://ns.adobe.com/xap/1.0/\0'), ...ascii(xmp)])),
    ...[0xff, 0xc0, ...big16(11), 8, ...big16(height), ...big16(width), 1, 1, 17, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 7, 7, 7, 0xff, 0xd9],
  ]);
}

function segment(content: readonly number[]): number[] {
  return [0xff, 0xe1, ...big16(content.length + 2), ...content];
}

function tiffOf(main: Directory, exif: Directory | undefined, gps: Directory | undefined): number[] {
  const pointers = { ...(exif ? { 34665: 0 } : {}), ...(gps ? { 34853: 0 } : {}) };
  const first = directoryAt(8, { ...main, ...pointers }, {});
  const exifAt = 8 + first.length;
  const exifBytes = exif ? directoryAt(exifAt, exif, {}) : [];
  const gpsAt = exifAt + exifBytes.length;
  const gpsBytes = gps ? directoryAt(gpsAt, gps, {}) : [];
  const places = { 34665: exifAt, 34853: gpsAt };
  return [
    ...ascii('MM\0*'),
    ...big32(8),
    ...directoryAt(8, { ...main, ...pointers }, places),
    ...exifBytes,
    ...gpsBytes,
  ];
}

function directoryAt(at: number, tags: Directory, pointers: Readonly<Record<number, number>>): number[] {
  const entries = Object.entries(tags).map(([tag, value]) => [Number(tag), value] as const);
  entries.sort(([a], [b]) => a - b);
  const after: number[] = [];
  const behind = at + 2 + entries.length * 12 + 4;
  const head = entries.flatMap(([tag, value]) => {
    if (tag === 0x8769 || tag === 0x8825)
      return [...big16(tag), ...big16(4), ...big32(1), ...big32(pointers[tag] ?? 0)];
    const { type, count, bytes } = encoded(value);
    const place = bytes.length <= 4 ? [...bytes, 0, 0, 0, 0].slice(0, 4) : big32(behind + after.length);
    if (bytes.length > 4) after.push(...bytes);
    return [...big16(tag), ...big16(type), ...big32(count), ...place];
  });
  return [...big16(entries.length), ...head, ...big32(0), ...after];
}

function encoded(value: Value): { type: number; count: number; bytes: number[] } {
  if (typeof value === 'string') return { type: 2, count: ascii(value).length + 1, bytes: [...ascii(value), 0] };
  if (typeof value === 'number') return { type: 3, count: 1, bytes: big16(value) };
  return { type: 5, count: value.length, bytes: value.flatMap(([over, under]) => [...big32(over), ...big32(under)]) };
}
