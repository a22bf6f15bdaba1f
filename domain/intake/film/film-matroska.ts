import { readRange } from '#domain/intake/dropped-bytes.ts';
import { momentOfSeconds } from '#domain/intake/given-moment.ts';
import type { DroppedFile } from '#domain/intake/importer.ts';
import type { FilmReading, FilmTrack } from './film-metadata.ts';

const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const CLUSTER = 0x1f43b675;
/** What tells of the film stands before its pictures; more than this is not looked through. */
const FIRST = 4 * 1024 * 1024;

/** Reads what the head of a Matroska or WebM film says (RFC 9559): duration, date, programs, tracks. */
export async function readMatroskaFilm(file: DroppedFile, into: FilmReading): Promise<boolean> {
  const bytes = await readRange(file, 0, FIRST);
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segment = elementsIn(data, 0, data.byteLength).find(({ id }) => id === SEGMENT);
  if (!segment) return false;
  let found = false;
  for (const element of elementsIn(data, segment.from, segment.to)) {
    if (element.id === CLUSTER) break;
    if (element.id === INFO) readInfo(data, element, into);
    else if (element.id === TRACKS) {
      found = true;
      for (const track of elementsIn(data, element.from, element.to)) {
        if (track.id === 0xae) into.tracks.push(trackOf(data, track));
      }
    }
  }
  return found;
}

interface Element {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

/** Reads elements one after another; one whose length was left open goes to the end, and what is cut off ends there too. */
function elementsIn(data: DataView, from: number, to: number): Element[] {
  const elements: Element[] = [];
  let at = from;
  while (at + 2 <= to) {
    const idBytes = Math.clz32(data.getUint8(at)) - 23;
    if (idBytes > 4 || at + idBytes >= to) break;
    const lengthBytes = Math.clz32(data.getUint8(at + idBytes)) - 23;
    if (lengthBytes > 8 || at + idBytes + lengthBytes > to) break;
    const id = numberIn(data, at, at + idBytes);
    const mask = 0xff >> lengthBytes;
    let length = data.getUint8(at + idBytes) & mask;
    let isOpen = length === mask;
    for (let place = 1; place < lengthBytes; place += 1) {
      const byte = data.getUint8(at + idBytes + place);
      isOpen = isOpen && byte === 0xff;
      length = length * 256 + byte;
    }
    const start = at + idBytes + lengthBytes;
    const end = isOpen ? to : Math.min(to, start + length);
    elements.push({ id, from: start, to: end });
    at = isOpen ? to : start + length;
  }
  return elements;
}

function numberIn(data: DataView, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 256 + data.getUint8(at);
  return value;
}

function textOf(data: DataView, { from, to }: Element): string {
  return new TextDecoder().decode(new Uint8Array(data.buffer, data.byteOffset + from, to - from)).replace(/\0+$/, '');
}

function floatIn(data: DataView, { from, to }: Element): number | undefined {
  return to - from === 4 ? data.getFloat32(from) : to - from === 8 ? data.getFloat64(from) : undefined;
}

const TEXTS: Readonly<Record<number, string>> = { 31657: 'Title', 19840: 'MuxingApp', 22337: 'WritingApp' };
/** Seconds from 1970 to 2001, from when DateUTC counts nanoseconds. */
const TO_2001 = 978_307_200;

function readInfo(data: DataView, info: Element, into: FilmReading): void {
  const inside = elementsIn(data, info.from, info.to);
  const scale = inside.find(({ id }) => id === 0x2ad7b1);
  const length = inside.find(({ id }) => id === 0x4489);
  const ticks = length && floatIn(data, length);
  const nanoseconds = scale ? numberIn(data, scale.from, scale.to) : 1_000_000;
  if (ticks !== undefined && ticks > 0 && Number.isFinite(ticks)) into.duration = (ticks * nanoseconds) / 1e9;
  for (const element of inside) {
    const name = TEXTS[element.id];
    if (name !== undefined) into.tags.push([name, textOf(data, element)]);
    if (element.id === 0x4461 && element.to - element.from === 8) {
      const seconds = Math.floor(Number(data.getBigInt64(element.from)) / 1e9) + TO_2001;
      const moment = momentOfSeconds(seconds);
      const says = new Date(seconds * 1000);
      into.times.push({
        where: 'DateUTC',
        says: Number.isNaN(says.getTime()) ? String(seconds) : says.toISOString().replace('.000Z', 'Z'),
        ...(moment ? { moment } : {}),
      });
    }
  }
}

function trackOf(data: DataView, track: Element): FilmTrack {
  const inside = elementsIn(data, track.from, track.to);
  const part = (id: number) => inside.find((element) => element.id === id);
  const [type, codec, language, video] = [part(0x83), part(0x86), part(0x22b59c), part(0xe0)];
  const sort = type ? numberIn(data, type.from, type.to) : 0;
  const picture = video ? elementsIn(data, video.from, video.to) : [];
  const side = (id: number) => {
    const element = picture.find((one) => one.id === id);
    return element ? numberIn(data, element.from, element.to) : undefined;
  };
  const [width, height] = [side(0xb0), side(0xba)];
  const spoken = language ? textOf(data, language) : 'und';
  return {
    kind: sort === 1 ? 'video' : sort === 2 ? 'audio' : 'other',
    codec: codec ? textOf(data, codec) : '',
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(spoken === 'und' ? {} : { language: spoken }),
  };
}
