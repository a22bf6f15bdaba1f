import { readRange } from '#domain/intake/dropped-bytes.ts';
import { momentOfSeconds, momentOfWritten } from '#domain/intake/given-moment.ts';
import type { DroppedFile } from '#domain/intake/importer.ts';
import { boxAt, boxesIn, type FilmBox, textIn, typeAt } from './film-box-tree.ts';
import type { FilmReading, FilmTrack } from './film-metadata.ts';

/** A `moov` holds the place of every frame: some megabytes for hours of film. */
const LARGEST_MOOV = 128 * 1024 * 1024;
/** Each is a read of its own: a file of nothing but empty boxes must not hold the others up. */
const MOST_BOXES = 5000;

/** Finds the `moov` of an MP4 or QuickTime film, wherever it stands, and reads what it says. False when there is none. */
export async function readBoxedFilm(file: DroppedFile, into: FilmReading): Promise<boolean> {
  let at = 0;
  for (let n = 0; n < MOST_BOXES && at + 8 <= file.size; n += 1) {
    const head = viewOf(await readRange(file, at, at + 16));
    if (head.byteLength < 8) return false;
    const short = head.getUint32(0);
    if (short === 1 && head.byteLength < 16) return false;
    const length = short === 0 ? file.size - at : short === 1 ? Number(head.getBigUint64(8)) : short;
    if (length < 8) return false;
    if (typeAt(head, 4) === 'moov') {
      if (length > LARGEST_MOOV) return false;
      const data = viewOf(await readRange(file, at, at + length));
      readMoov(data, { from: short === 1 ? 16 : 8, to: data.byteLength }, into);
      return true;
    }
    at += length;
  }
  return false;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

type Stretch = Pick<FilmBox, 'from' | 'to'>;

function readMoov(data: DataView, moov: Stretch, into: FilmReading): void {
  for (const box of boxesIn(data, moov.from, moov.to)) {
    try {
      if (box.type === 'mvhd') readHeader(data, box, into);
      else if (box.type === 'trak') readTrack(data, box, into);
      else if (box.type === 'udta') readUserData(data, box, into);
      else if (box.type === 'meta') readMeta(data, box, into);
    } catch (error) {
      // A box that is shorter than its kind must be: the others still tell what they tell.
      if (!(error instanceof RangeError)) throw error;
    }
  }
}

/** Seconds from 1904, from when boxes count, to 1970. */
const FROM_1904 = 2_082_844_800;

function readHeader(data: DataView, { from }: FilmBox, into: FilmReading): void {
  const isLong = data.getUint8(from) === 1;
  const wide = (at: number) => (isLong ? Number(data.getBigUint64(at)) : data.getUint32(at));
  const step = isLong ? 8 : 4;
  const created = wide(from + 4);
  const scale = data.getUint32(from + 4 + 2 * step);
  const length = wide(from + 8 + 2 * step);
  const isUnknown = length === 0 || length === 0xffff_ffff || length >= 2 ** 63;
  if (scale > 0 && !isUnknown) into.duration = length / scale;
  // Subtle: nothing stands there as 0, which is the first of January 1904; a count from 1970 comes out before 1970.
  if (created === 0) return;
  const moment = created >= FROM_1904 ? momentOfSeconds(created - FROM_1904) : undefined;
  const says = new Date((created - FROM_1904) * 1000);
  const written = Number.isNaN(says.getTime()) ? String(created) : says.toISOString().replace('.000Z', 'Z');
  into.times.push({ where: 'mvhd creation_time', says: written, ...(moment ? { moment } : {}) });
}

function readTrack(data: DataView, trak: FilmBox, into: FilmReading): void {
  const handler = boxAt(data, trak, 'mdia', 'hdlr');
  const sort = handler ? typeAt(data, handler.from + 8) : '';
  const kind = sort === 'vide' ? 'video' : sort === 'soun' ? 'audio' : 'other';
  const samples = boxAt(data, trak, 'mdia', 'minf', 'stbl', 'stsd');
  const entry = samples && boxesIn(data, samples.from + 8, samples.to)[0];
  const media = boxAt(data, trak, 'mdia', 'mdhd');
  const language = media && languageOf(data, media);
  const picture = kind === 'video' && entry && entry.to - entry.from >= 28 ? pictureOf(data, trak, entry) : {};
  into.tracks.push({
    kind,
    codec: entry?.type ?? '',
    ...picture,
    ...(language === undefined ? {} : { language }),
  });
}

function pictureOf(data: DataView, trak: FilmBox, entry: FilmBox): Partial<FilmTrack> {
  const header = boxAt(data, trak, 'tkhd');
  const size = { width: data.getUint16(entry.from + 24), height: data.getUint16(entry.from + 26) };
  if (!header) return size;
  const matrix = header.from + (data.getUint8(header.from) === 1 ? 52 : 40);
  const [a, b] = [data.getInt32(matrix), data.getInt32(matrix + 4)];
  const turned = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
  return turned === 0 ? size : { ...size, turned };
}

/** Three letters of five bits; `und` is nothing said, and so are the numbers of old QuickTime. */
function languageOf(data: DataView, { from }: FilmBox): string | undefined {
  const packed = data.getUint16(from + (data.getUint8(from) === 1 ? 32 : 20));
  const letters = [10, 5, 0].map((shift) => String.fromCharCode(0x60 + ((packed >> shift) & 31))).join('');
  return /^[a-z]{3}$/.test(letters) && letters !== 'und' ? letters : undefined;
}

/** Old QuickTime texts (`©xyz` the place, `©day`, `©too`), the place of 3GPP, and newer texts in a `meta` inside. */
function readUserData(data: DataView, udta: FilmBox, into: FilmReading): void {
  for (const { type, from, to } of boxesIn(data, udta.from, udta.to)) {
    if (type === 'meta') readMeta(data, { type, from, to }, into);
    else if (type === 'loci') readLoci(data, from, to, into);
    else if (type.startsWith('\xa9') && to - from >= 4) {
      take(type, oldTextIn(data, from, to), into);
    }
  }
}

/** Small numbers of a language mean a script of the old Macintosh; newer writers put UTF-8 there all the same. */
function oldTextIn(data: DataView, from: number, to: number): string {
  const end = Math.min(to, from + 4 + data.getUint16(from));
  const text = textIn(data, from + 4, end);
  if (!text.includes('\ufffd') || data.getUint16(from + 2) >= 0x400) return text;
  return new TextDecoder('macintosh').decode(new Uint8Array(data.buffer, data.byteOffset + from + 4, end - from - 4));
}

function readLoci(data: DataView, from: number, to: number, into: FilmReading): void {
  let at = from + 6;
  while (at < to && data.getUint8(at) !== 0) at += 1;
  if (at + 14 > to) return;
  const degrees = (place: number) => data.getInt32(at + place) / 65_536;
  into.places.push({ where: 'loci', says: `${sign(degrees(6), 2)}${sign(degrees(2), 3)}/` });
}

function sign(value: number, digits: number): string {
  const [whole = '', part = ''] = Math.abs(value).toFixed(4).split('.');
  return `${value < 0 ? '-' : '+'}${whole.padStart(digits, '0')}.${part}`;
}

/** Names in `keys` with values in `ilst` by their number, or values under short names. ISO puts four bytes before, QuickTime none. */
function readMeta(data: DataView, meta: FilmBox, into: FilmReading): void {
  const hasVersion = meta.to - meta.from > 12 && typeAt(data, meta.from + 4) !== 'hdlr';
  const inside = { from: meta.from + (hasVersion ? 4 : 0), to: meta.to };
  const keys = boxAt(data, inside, 'keys');
  const names = keys ? boxesIn(data, keys.from + 8, keys.to).map(({ from, to }) => textIn(data, from, to)) : [];
  const list = boxAt(data, inside, 'ilst');
  if (!list) return;
  for (const item of boxesIn(data, list.from, list.to)) {
    const value = boxAt(data, item, 'data');
    if (!value || value.to - value.from < 8) continue;
    // Only texts: 1 is UTF-8; pictures and numbers have other types.
    if (data.getUint32(value.from) !== 1) continue;
    const number = data.getUint32(item.from - 4);
    take(names[number - 1] ?? item.type, textIn(data, value.from + 8, value.to), into);
  }
}

function take(name: string, text: string, into: FilmReading): void {
  if (text === '') return;
  if (name === '\xa9xyz' || name.endsWith('.location.ISO6709')) into.places.push({ where: name, says: text });
  else if (name === '\xa9day' || name.endsWith('.creationdate')) {
    const moment = momentOfWritten(text, 'unknown');
    into.times.push({ where: name, says: text, ...(moment ? { moment } : {}) });
  } else into.tags.push([name, text]);
}
