import { checkFile } from '#domain/file-check/check-file.ts';
import { MIME_BYTES, recogniseMime } from '#domain/mime.ts';
import type { Moment } from '#domain/moment.ts';
import type { Draft } from './draft.ts';
import { mimeOfFile, readRange, readWhole, sha256OfFile } from './dropped-bytes.ts';
import { groupByStem, nameOf, splitEnding } from './file-name.ts';
import { readFilmHeader } from './film/film-header.ts';
import type { FilmMetadata } from './film/film-metadata.ts';
import { placeOfFilm } from './film/film-place.ts';
import type { Finding } from './finding.ts';
import { type GallerySidecar, isGalleryText, readGallery } from './gallery-sidecar.ts';
import type { Drop, DroppedFile, Importer, Item, Progress, Recognised } from './importer.ts';
import { importerOfItems } from './survey-items.ts';
import { filesBeside } from './video-info/video-info-files.ts';
import { withSubtitles } from './video-info/video-subtitles.ts';

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'video/mp4': ['mp4', 'm4v', 'mov', 'f4v'],
  'video/quicktime': ['mov', 'qt', 'mp4'],
  'video/x-m4v': ['m4v', 'mp4'],
  'video/3gpp': ['3gp', '3g2', '3gpp', 'mp4'],
  'video/webm': ['webm', 'mkv'],
  'video/x-matroska': ['mkv', 'webm'],
  'video/ogg': ['ogv', 'ogg', 'ogm'],
  'video/x-msvideo': ['avi', 'divx'],
  'video/mpeg': ['mpg', 'mpeg', 'vob', 'm2v'],
  'video/mp2t': ['ts', 'mts', 'm2ts'],
  'video/x-ms-asf': ['wmv', 'asf'],
};
const FILM = new RegExp(`\\.(?:${[...new Set(Object.values(ENDINGS).flat())].join('|')})$`, 'i');
const BESIDE = /\.(?:vtt|srt|ass|ssa|description)$/i;
const LARGEST_SIDECAR = 16 * 1024 * 1024;

/** Reads films that come without a description: what their header says, with the subtitles that share their name. */
export const film: Importer = importerOfItems(
  {
    name: 'video-file',
    version: '1',
    recognise(head, file, drop) {
      const mime = recogniseMime(head.subarray(0, MIME_BYTES));
      const isBroken = mime === undefined && file.size === 0 && FILM.test(file.path);
      if (!isBroken && !mime?.startsWith('video/')) return undefined;
      return { main: file.path, belongs: besideOf(file, drop) };
    },
  },
  readFilm,
);

const groups = new WeakMap<Drop, ReadonlyMap<string, readonly string[]>>();

function besideOf({ path }: DroppedFile, drop: Drop): string[] {
  let known = groups.get(drop);
  if (!known) {
    const films = new Map<string, string>();
    for (const other of drop.keys()) {
      if (!FILM.test(other)) continue;
      films.set(other, other);
      const stem = other.slice(0, other.lastIndexOf('.'));
      if (!films.has(stem)) films.set(stem, other);
    }
    known = groupByStem(drop, (stem) => films.get(stem));
    groups.set(drop, known);
  }
  return (known.get(path) ?? []).filter((other) => BESIDE.test(other) || other === `${path}.json`);
}

async function* readFilm(found: Recognised, drop: Drop, progress: Progress): AsyncGenerator<Item> {
  const file = drop.get(found.main);
  if (!file) return;
  const findings: Finding[] = [];
  const mime = await mimeOfFile(file);
  const { metadata, read } = await readFilmHeader(file, mime);
  findings.push(...(await stateOf(file, mime, read)));
  const sha256 = await sha256OfFile(file, progress);
  const gallery = await galleryOf(found, drop, findings);
  const others = await filesBeside(found, drop, new Set());
  const { place, fault } = placeOfFilm(metadata.places);
  const where = metadata.places.map(({ where: at, says }) => `${at}: ${says}`).join(' | ');
  if (fault) findings.push({ code: fault, path: file.path, place: 'place', detail: where });
  const { happened, told } = recordedOf(metadata, file.path);
  for (const finding of [...findings, ...told, ...others.findings]) yield { finding };
  const draft: Draft = {
    key: `sha256:${sha256}`,
    edition: sha256,
    exhibit: {
      kind: 'video',
      title: nameOf(file.path),
      ...(happened ? { happened } : {}),
      ...(place ? { place } : {}),
      ...(gallery?.published ? { published: gallery.published } : {}),
      ...(gallery?.caption === undefined ? {} : { description: gallery.caption }),
      body: {
        ...(metadata.duration === undefined ? {} : { duration: metadata.duration }),
        shots: {},
        metadata: { [sha256]: metadata },
      },
    },
    files: [{ name: nameOf(file.path), mime, role: 'original', path: file.path }, ...others.files],
    ...(gallery?.source ? { source: gallery.source } : {}),
    ...(gallery ? { raw: gallery.raw } : {}),
  };
  yield { draft: withSubtitles(draft, others.subtitles) };
}

async function stateOf(file: DroppedFile, mime: string, read: 'yes' | 'no' | 'not-known'): Promise<Finding[]> {
  const { path } = file;
  if (file.size === 0) return [{ code: 'nothing-inside', path }];
  const findings: Finding[] = [];
  const { ending } = splitEnding(nameOf(path));
  const known = ENDINGS[mime];
  if (known && ending !== '' && !known.includes(ending)) findings.push({ code: 'misleading-name', path, detail: mime });
  const frame = await checkFile({
    size: file.size,
    slice: (from, to) => ({ arrayBuffer: async () => (await readRange(file, from, to)).slice().buffer }),
  });
  if (frame === 'cut-off') findings.push({ code: 'cut-short', path });
  else if (frame === 'damaged' || read === 'no') findings.push({ code: 'not-readable', path, detail: mime });
  return findings;
}

async function galleryOf(found: Recognised, drop: Drop, findings: Finding[]): Promise<GallerySidecar | undefined> {
  const path = `${found.main}.json`;
  const file = found.belongs.includes(path) ? drop.get(path) : undefined;
  const bytes = file && (await readWhole(file, LARGEST_SIDECAR, () => undefined));
  if (!bytes) return undefined;
  const text = new TextDecoder().decode(bytes);
  if (isGalleryText(text)) return readGallery(text, path, findings);
  findings.push({ code: 'unknown-form', path });
  return undefined;
}

/** When the header was written, which every copy and cut writes anew: shown, and never taken for the time of recording. */
const OF_THE_FILE = new Set(['mvhd creation_time', 'DateUTC', 'Encoded_Date', 'Tagged_Date']);

/** When the camera says it recorded, where it says so apart from the header's own date. What cannot be read or right is told. */
function recordedOf({ times }: FilmMetadata, path: string): { happened: Moment | undefined; told: Finding[] } {
  const told = times.flatMap(({ where, says, moment }): Finding[] =>
    moment ? [] : [{ code: 'doubtful-date', path, place: where, detail: says }],
  );
  const recorded = times.filter(({ where }) => !OF_THE_FILE.has(where));
  const [first, ...others] = recorded.flatMap(({ moment }) => moment ?? []);
  if (!first || others.length === 0) return { happened: first, told };
  const detail = recorded.map(({ where, says }) => `${where}: ${says}`).join(' | ');
  return { happened: undefined, told: [...told, { code: 'values-differ', path, place: 'taken', detail }] };
}
