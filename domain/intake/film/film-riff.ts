import { readRange } from '#domain/intake/dropped-bytes.ts';
import { momentOfWritten } from '#domain/intake/given-moment.ts';
import type { DroppedFile } from '#domain/intake/importer.ts';
import type { FilmReading } from './film-metadata.ts';

const FIRST = 1024 * 1024;

/** Reads what the head of an AVI film says: size, duration, codecs, and the date that cameras leave in `IDIT` or `ICRD`. */
export async function readRiffFilm(file: DroppedFile, into: FilmReading): Promise<boolean> {
  const bytes = await readRange(file, 0, FIRST);
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = { width: 0, height: 0 };
  readChunks(data, 12, data.byteLength, size, into);
  return into.tracks.length > 0;
}

function readChunks(
  data: DataView,
  from: number,
  to: number,
  size: { width: number; height: number },
  into: FilmReading,
): void {
  let at = from;
  while (at + 8 <= to) {
    const type = nameAt(data, at);
    const length = data.getUint32(at + 4, true);
    const [start, end] = [at + 8, Math.min(to, at + 8 + length)];
    if (type === 'LIST' && end - start >= 4) {
      if (nameAt(data, start) === 'movi') return;
      readChunks(data, start + 4, end, size, into);
    } else readChunk(data, type, start, end, size, into);
    // Chunks begin at even places.
    at += 8 + length + (length % 2);
  }
}

function readChunk(
  data: DataView,
  type: string,
  from: number,
  to: number,
  size: { width: number; height: number },
  into: FilmReading,
): void {
  if (type === 'avih' && to - from >= 40) {
    const seconds = (data.getUint32(from, true) * data.getUint32(from + 16, true)) / 1e6;
    if (seconds > 0) into.duration = seconds;
    size.width = data.getUint32(from + 32, true);
    size.height = data.getUint32(from + 36, true);
  } else if (type === 'strh' && to - from >= 8) {
    const sort = nameAt(data, from);
    const codec = nameAt(data, from + 4).replace(/[^\x20-\x7e]/g, '');
    if (sort === 'vids') into.tracks.push({ kind: 'video', codec, ...size });
    else into.tracks.push({ kind: sort === 'auds' ? 'audio' : 'other', codec });
  } else if (type === 'IDIT' || type.startsWith('I')) {
    const text = new TextDecoder().decode(new Uint8Array(data.buffer, data.byteOffset + from, to - from));
    const says = text.replace(/[\0\r\n]+$/, '').trim();
    if (says === '' || !/^I[A-Z]{3}$/.test(type)) return;
    if (type !== 'IDIT' && type !== 'ICRD') into.tags.push([type, says]);
    else {
      const moment = momentOfWritten(says, 'unknown');
      into.times.push({ where: type, says, ...(moment ? { moment } : {}) });
    }
  }
}

function nameAt(data: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((place) => data.getUint8(at + place)));
}
