const ascii = (text: string) => Array.from(text, (one) => one.charCodeAt(0));
const big16 = (n: number) => [(n >> 8) & 255, n & 255];
const big32 = (n: number) => [...big16(n >>> 16), ...big16(n & 0xffff)];
const zeros = (count: number) => Array.from({ length: count }, () => 0);

/** Makes a box of a type with its content. */
export function box(type: string, ...parts: (readonly number[])[]): number[] {
  const content = parts.flat();
  return [...big32(8 + content.length), ...ascii(type), ...content];
}

/** What goes into a small MP4: one track of pictures, no pictures. */
export interface Mp4Parts {
  /** Seconds since 1904; 0 for none. */
  readonly created?: number;
  readonly codec?: string;
  /** The first two numbers of the matrix, 1 and 0 where nothing is turned. */
  readonly matrix?: readonly [a: number, b: number];
  readonly userData?: readonly number[];
  readonly keys?: Readonly<Record<string, string>>;
  readonly brand?: string;
}

/** Makes an MP4 of 12.5 seconds, 320 × 180, whose frame is whole, with the index behind the pictures as cameras write it. */
export function mp4Of({
  created = 0,
  codec = 'avc1',
  matrix = [1, 0],
  userData = [],
  keys,
  brand = 'isom',
}: Mp4Parts): Uint8Array<ArrayBuffer> {
  const header = box('mvhd', big32(0), big32(created), big32(created), big32(600), big32(7500), zeros(80));
  const [a, b] = matrix.map((part) => big32((part * 65_536) >>> 0));
  const track = box('tkhd', zeros(40), a ?? [], b ?? [], zeros(36));
  const media = box(
    'mdia',
    box('mdhd', zeros(12), big32(600), big32(7500), big16(0x55c4), zeros(2)),
    box('hdlr', zeros(8), ascii('vide'), zeros(13)),
    box('minf', box('stbl', box('stsd', zeros(4), big32(1), box(codec, zeros(24), big16(320), big16(180), zeros(50))))),
  );
  return Uint8Array.from([
    ...box('ftyp', ascii(brand), big32(512)),
    ...box('mdat', zeros(40)),
    ...box(
      'moov',
      header,
      box('trak', track, media),
      userData.length > 0 ? box('udta', userData) : [],
      keys ? metaOf(keys) : [],
    ),
  ]);
}

/** A place or another text as old QuickTime writes it, under a name of four letters. */
export function oldText(type: string, text: string): number[] {
  return box(type, big16(text.length), big16(0x15c7), ascii(text));
}

function metaOf(keys: Readonly<Record<string, string>>): number[] {
  const names = Object.keys(keys).map((name) => box('mdta', ascii(name)));
  const values = Object.values(keys).map((value, at) => [
    ...big32(24 + value.length),
    ...big32(at + 1),
    ...box('data', big32(1), zeros(4), ascii(value)),
  ]);
  return box(
    'meta',
    box('hdlr', zeros(8), ascii('mdta'), zeros(13)),
    box('keys', zeros(4), big32(names.length), names.flat()),
    box('ilst', values.flat()),
  );
}
