import type { MediaInfo } from 'mediainfo.js';
import { z } from 'zod';
import { readRange } from '#domain/intake/dropped-bytes.ts';
import { momentOfWritten } from '#domain/intake/given-moment.ts';
import type { DroppedFile } from '#domain/intake/importer.ts';
import type { FilmReading } from './film-metadata.ts';

const said = z.string().optional();
const trackSchema = z.looseObject({
  '@type': z.string(),
  Format: said,
  CodecID: said,
  Width: z.number().optional(),
  Height: z.number().optional(),
  Language: said,
  Duration: z.number().optional(),
});
const resultSchema = z.object({ media: z.object({ track: z.array(trackSchema) }) });

const TIMES = ['Encoded_Date', 'Tagged_Date', 'Recorded_Date', 'Mastered_Date'];
const TAGS = [
  'Title',
  'Movie',
  'Performer',
  'Comment',
  'Copyright',
  'Encoded_Application',
  'Encoded_Library',
  'Encoded_Hardware_Name',
];

let wasmAt: string | undefined;

/** Says where MediaInfo's WebAssembly is: a browser's must be named to the one who builds the app. Under Node it is found. */
export function readFilmsWith(wasm: string): void {
  wasmAt = wasm;
}

/**
 * Reads what MediaInfo (26.05) finds in a film whose container has no header that tells it at one place: transport and program
 * streams, Ogg, ASF. It reads ranges of the file, not all of a long one. False when it finds no track.
 */
export async function readStreamedFilm(file: DroppedFile, into: FilmReading): Promise<boolean> {
  let unread: { readonly error: unknown } | undefined;
  const range = async (length: number, offset: number) => {
    try {
      return await readRange(file, offset, offset + length);
    } catch (error) {
      unread = { error };
      throw error;
    }
  };
  const own = await mediaInfo();
  try {
    const result = await own.analyzeData(file.size, range);
    own.reset();
    const read = resultSchema.safeParse(result);
    if (!read.success) return false;
    for (const track of read.data.media.track) addTrack(track, into);
    return into.tracks.length > 0;
  } catch {
    // It broke on these bytes (whatever its code throws then) and is not to be trusted with others.
    loading = undefined;
    if (unread) throw unread.error;
    return false;
  }
}

let loading: Promise<MediaInfo> | undefined;

/** One for all films of a worker, which come one after the other. */
function mediaInfo(): Promise<MediaInfo> {
  const at = wasmAt;
  loading ??= import('mediainfo.js').then(({ default: make }) =>
    make({ format: 'object', ...(at !== undefined && { locateFile: () => at }) }),
  );
  return loading;
}

function addTrack(track: z.infer<typeof trackSchema>, into: FilmReading): void {
  const { '@type': type, Format: format, CodecID: id, Width: width, Height: height, Language: language } = track;
  if (type === 'General') {
    if (track.Duration !== undefined) into.duration = track.Duration;
    for (const name of TIMES) {
      const says = track[name];
      if (typeof says !== 'string') continue;
      const moment = momentOfWritten(says, 'unknown');
      into.times.push({ where: name, says, ...(moment && { moment }) });
    }
    const place = track.Recorded_Location;
    if (typeof place === 'string') into.places.push({ where: 'Recorded_Location', says: place });
    for (const name of TAGS) {
      const says = track[name];
      if (typeof says === 'string') into.tags.push([name, says]);
    }
    return;
  }
  const kind = type === 'Video' ? 'video' : type === 'Audio' ? 'audio' : 'other';
  if (type === 'Menu') return;
  into.tracks.push({
    kind,
    codec: format ?? id ?? '?',
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(language !== undefined && { language }),
  });
}
