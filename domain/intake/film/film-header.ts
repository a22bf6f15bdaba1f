import type { DroppedFile } from '#domain/intake/importer.ts';
import { readBoxedFilm } from './film-boxes.ts';
import { readMatroskaFilm } from './film-matroska.ts';
import type { FilmMetadata, FilmReading } from './film-metadata.ts';
import { readRiffFilm } from './film-riff.ts';
import { readStreamedFilm } from './film-streams.ts';

const readers: Readonly<Record<string, (file: DroppedFile, into: FilmReading) => Promise<boolean>>> = {
  'video/mp4': readBoxedFilm,
  'video/quicktime': readBoxedFilm,
  'video/x-m4v': readBoxedFilm,
  'video/3gpp': readBoxedFilm,
  'video/webm': readMatroskaFilm,
  'video/x-matroska': readMatroskaFilm,
  'video/x-msvideo': readRiffFilm,
  'video/mp2t': readStreamedFilm,
  'video/mpeg': readStreamedFilm,
  'video/ogg': readStreamedFilm,
  'video/x-ms-asf': readStreamedFilm,
};

/**
 * Reads what the header of a film says, a few ranges of its bytes, never the pictures. `read`: `yes`, `no` when the header is broken
 * or not there, `not-known` for containers that nothing here reads.
 */
export async function readFilmHeader(
  file: DroppedFile,
  mime: string,
): Promise<{ readonly metadata: FilmMetadata; readonly read: 'yes' | 'no' | 'not-known' }> {
  const into: FilmReading = { tracks: [], times: [], places: [], tags: [] };
  const reader = readers[mime];
  let read: 'yes' | 'no' | 'not-known' = 'not-known';
  try {
    if (reader) read = (await reader(file, into)) ? 'yes' : 'no';
  } catch (error) {
    // A read beyond the bytes: the header claims more than is there.
    if (!(error instanceof RangeError)) throw error;
    read = 'no';
  }
  const { duration, tracks, times, places, tags } = into;
  const metadata: FilmMetadata = {
    type: mime,
    ...(duration === undefined ? {} : { duration }),
    tracks,
    times,
    places,
    tags: Object.fromEntries(tags),
  };
  return { metadata, read };
}
