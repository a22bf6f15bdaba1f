import type { Json } from '#domain/json.ts';
import type { Draft, DraftFile } from './draft.ts';
import { readWhole, sha256OfFile } from './dropped-bytes.ts';
import { findPath, groupByStem, nameOf } from './file-name.ts';
import { readFilmHeader } from './film/film-header.ts';
import type { Finding } from './finding.ts';
import type { Drop, DroppedFile, Importer, Item, Progress, Recognised } from './importer.ts';
import { type JsonObject, listOf, objectOf, readJson, textOf, topMembers } from './json-text.ts';
import { importerOfItems } from './survey-items.ts';
import { isPlaylist, playlistDrafts, videoDraft } from './video-info/video-info-draft.ts';
import { filesBeside } from './video-info/video-info-files.ts';
import { type CleanedInfo, cleanVideoInfo } from './video-info/video-info-private.ts';
import { withSubtitles } from './video-info/video-subtitles.ts';

const SIDECAR = '.info.json';
/** Comments make a description long; beyond this it is no description. */
const LARGEST = 256 * 1024 * 1024;

const groups = new WeakMap<Drop, ReadonlyMap<string, readonly string[]>>();

/** Gives the files that lie beside a description and share its name: film, subtitles, thumbnails, description as text. */
function beside(drop: Drop, main: string): readonly string[] {
  let known = groups.get(drop);
  if (!known) {
    known = groupByStem(drop, (stem) => findPath(drop, `${stem}${SIDECAR}`));
    groups.set(drop, known);
  }
  return known.get(main) ?? [];
}

/** Reads what yt-dlp and youtube-dl write about a film (`.info.json`), with the film and what else lies beside it or without. */
export const videoInfo: Importer = importerOfItems(
  {
    name: 'video-info',
    version: '2',
    recognise(head, file, drop) {
      const text = new TextDecoder().decode(head);
      const members = topMembers(text);
      if (!members || !isInfo(members, text, file)) return undefined;
      return { main: file.path, belongs: beside(drop, file.path) };
    },
  },
  readInfo,
);

function isInfo(members: ReadonlyMap<string, string | undefined>, text: string, file: DroppedFile): boolean {
  const has = (...names: string[]) => names.every((name) => members.has(name));
  if (has('category', 'subcategory')) return false;
  if (has('id') && (has('extractor') || has('extractor_key'))) return true;
  if (has('extractor_key', '_type')) return true;
  // Lists of formats come first and can fill all that is seen here.
  if (has('id', 'title') && (text.includes('"format_id"') || has('webpage_url') || has('upload_date'))) return true;
  return nameOf(file.path).endsWith(SIDECAR) && has('id', 'title');
}

async function* readInfo(found: Recognised, drop: Drop, progress: Progress): AsyncGenerator<Item> {
  const file = drop.get(found.main);
  if (!file) return;
  const bytes = await readWhole(file, LARGEST, progress);
  const problem = (code: Finding['code'], detail?: string): { finding: Finding } => ({
    finding: { code, path: file.path, ...(detail === undefined ? {} : { detail }) },
  });
  const reading = bytes && readJson(new TextDecoder().decode(bytes));
  const info = reading?.ok ? objectOf(reading.value) : undefined;
  if (!info || !looksLikeInfo(info)) {
    if (!reading) yield problem('too-large');
    else if (reading.ok) yield problem('unknown-form');
    else yield { finding: { code: 'not-readable', path: file.path, place: `character ${reading.at}` } };
    // The film beside it is not lost for that; the description itself may hold private things and is not stored unread.
    yield* filmAlone(found, drop, progress);
    return;
  }
  const cleaned = cleanVideoInfo(info);
  if (cleaned.left.length > 0) yield problem('private-left-out', cleaned.left.join(', '));
  const sidecar = await sidecarFile(file, cleaned, progress);
  if (isPlaylist(info)) {
    yield* playlistDrafts(cleaned.kept, sidecar, file.path);
    if (listOf(info, 'entries').length === 0) yield problem('nothing-inside', 'entries');
    return;
  }
  const others = await filesBeside(found, drop, captionsMadeByMachine(info));
  for (const finding of others.findings) yield { finding };
  if (!others.hasFilm) yield problem('file-missing', `${stemOf(file.path)}.${textOf(info, 'ext') ?? '*'}`);
  const { draft, findings } = videoDraft(cleaned.kept, file.path);
  for (const finding of findings) yield { finding };
  yield { draft: await withFiles(draft, others, [sidecar], drop) };
}

type Beside = Awaited<ReturnType<typeof filesBeside>>;

/** Gives the draft its files, subtitles, and what the header of its film says. */
async function withFiles(draft: Draft, others: Beside, sidecars: readonly DraftFile[], drop: Drop): Promise<Draft> {
  const whole = withSubtitles({ ...draft, files: [...others.files, ...sidecars] }, others.subtitles);
  const { exhibit } = whole;
  const films = others.files.filter(({ role, mime }) => role === 'original' && mime.startsWith('video/'));
  const [film] = films;
  const file = film && films.length === 1 ? drop.get(film.path) : undefined;
  if (!film || !file || exhibit.kind !== 'video') return whole;
  const { metadata } = await readFilmHeader(file, film.mime);
  const sha256 = await sha256OfFile(file, () => undefined);
  return { ...whole, exhibit: { ...exhibit, body: { ...exhibit.body, metadata: { [sha256]: metadata } } } };
}

async function* filmAlone(found: Recognised, drop: Drop, progress: Progress): AsyncGenerator<Item> {
  const others = await filesBeside(found, drop, new Set());
  const film = others.files.find(({ role }) => role === 'original');
  const file = film && drop.get(film.path);
  for (const finding of others.findings) yield { finding };
  if (!film || !file) return;
  const sha256 = await sha256OfFile(file, progress);
  const exhibit = { kind: 'video' as const, title: nameOf(film.path), body: { shots: {} } };
  yield { draft: await withFiles({ key: `sha256:${sha256}`, edition: sha256, exhibit, files: [] }, others, [], drop) };
}

function looksLikeInfo(info: JsonObject): boolean {
  return textOf(info, 'id') !== undefined || typeof info.id === 'number' || textOf(info, '_type') === 'playlist';
}

function stemOf(path: string): string {
  const name = nameOf(path);
  return name.endsWith(SIDECAR) ? name.slice(0, -SIDECAR.length) : name;
}

/** Languages that the platform offers as automatic captions and not as subtitles that someone wrote. */
function captionsMadeByMachine(info: JsonObject): ReadonlySet<string> {
  const written = objectOf(info.subtitles) ?? {};
  return new Set(
    Object.keys(objectOf(info.automatic_captions) ?? {}).filter((language) => !Object.hasOwn(written, language)),
  );
}

/** The description as it will be stored: as it is when nothing private is in it, else the cleaned one, which says so. */
async function sidecarFile(file: DroppedFile, { kept, left }: CleanedInfo, progress: Progress): Promise<DraftFile> {
  const own = { name: nameOf(file.path), mime: 'application/json', role: 'sidecar', path: file.path } as const;
  if (left.length === 0) return own;
  const note: Json = { left_out: [...left], sha256_of_original: await sha256OfFile(file, progress) };
  return { ...own, cleaned: new TextEncoder().encode(JSON.stringify({ ...kept, _casebound: note })) };
}
