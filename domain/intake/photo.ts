import { MIME_BYTES, recogniseMime } from '#domain/mime.ts';
import { decodeText } from './decode-text.ts';
import type { Draft, DraftFile } from './draft.ts';
import { mimeOfFile, readWhole, sha256OfFile } from './dropped-bytes.ts';
import { findPath, nameOf, splitEnding } from './file-name.ts';
import type { Finding } from './finding.ts';
import { type GallerySidecar, isGalleryText, readGallery } from './gallery-sidecar.ts';
import type { Drop, DroppedFile, Importer, Item, Progress, Recognised } from './importer.ts';
import type { C2paReading } from './photo/c2pa-reading.ts';
import { differencesIn, sizeDifference } from './photo/photo-differences.ts';
import type { PhotoMetadata, PhotoTags } from './photo/photo-metadata.ts';
import { readPlace } from './photo/photo-place.ts';
import { isPicture, type PictureState, pictureEndings, pictureState } from './photo/photo-state.ts';
import { readPhotoTags, readXmpFile, tagText } from './photo/photo-tags.ts';
import { readTaken } from './photo/photo-time.ts';
import { importerOfItems } from './survey-items.ts';

/** A picture whose metadata is looked for is read whole; a larger one is kept, hashed, and told. */
const LARGEST = 256 * 1024 * 1024;
const LARGEST_SIDECAR = 16 * 1024 * 1024;

/** Reads pictures of any usual type, with the XMP file and gallery-dl's description beside them. */
export const photo: Importer = importerOfItems(
  {
    name: 'photo',
    version: '1',
    recognise(head, file, drop) {
      const mime = recogniseMime(head.subarray(0, MIME_BYTES));
      const isOne = mime === undefined ? isBrokenPicture(head, file) : isPicture(mime);
      return isOne ? { main: file.path, belongs: sidecarsOf(file, drop) } : undefined;
    },
  },
  readPhoto,
);

/** Nothing, or bytes that are no text, under a picture's name: kept as what it claims to be, and told. */
function isBrokenPicture(head: Uint8Array, file: DroppedFile): boolean {
  if (!pictureEndings.has(splitEnding(nameOf(file.path)).ending)) return false;
  return file.size === 0 || head.includes(0) || (head[0] ?? 0) > 0xf4;
}

function sidecarsOf({ path }: DroppedFile, drop: Drop): string[] {
  const stem = path.slice(0, path.length - nameOf(path).length) + splitEnding(nameOf(path)).stem;
  const names = [`${path}.xmp`, `${path}.XMP`, `${stem}.xmp`, `${stem}.XMP`, `${path}.json`];
  return [...new Set(names.flatMap((name) => findPath(drop, name) ?? []))];
}

async function* readPhoto(found: Recognised, drop: Drop, progress: Progress): AsyncGenerator<Item> {
  const file = drop.get(found.main);
  if (!file) return;
  const mime = await mimeOfFile(file);
  const state = await pictureState(file, mime);
  const sha256 = await sha256OfFile(file, progress);
  const bytes = await readWhole(file, LARGEST, progress);
  const findings = [...state.findings];
  if (!bytes) findings.push({ code: 'too-large', path: file.path });
  const own = bytes && isPicture(mime) ? readPhotoTags(bytes) : undefined;
  if (own && !own.ok && state.findings.length === 0)
    findings.push({ code: 'not-readable', path: file.path, place: 'metadata', detail: own.why });
  const beside = await readBeside(found.belongs, drop, findings);
  const tags = { ...(own?.ok ? own.tags : {}), ...(beside.xmp ? { sidecar: beside.xmp } : {}) };
  const c2pa = bytes && isPicture(mime) ? await lookForC2pa(bytes, mime) : undefined;
  const reading = understand(file.path, mime, state, tags);
  const metadata: PhotoMetadata = { ...reading.metadata, ...(c2pa ? { c2pa } : {}) };
  if (c2pa?.found === 'manifest' && c2pa.bound === 'altered')
    findings.push({ code: 'altered-since-signed', path: file.path, place: 'C2PA', detail: c2pa.faults.join(', ') });
  if (c2pa?.found === 'unreadable')
    findings.push({ code: 'not-readable', path: file.path, place: 'C2PA', detail: c2pa.why });
  for (const finding of [...findings, ...reading.findings]) yield { finding };
  yield { draft: draftOf(file, mime, sha256, metadata, reading, beside) };
}

/** Loaded when the first picture comes: its libraries are larger than all the other importers. */
async function lookForC2pa(bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<C2paReading> {
  const { readC2pa } = await import('./photo/c2pa.ts');
  return readC2pa(bytes, mime, Date.now());
}

interface Beside {
  readonly files: readonly DraftFile[];
  readonly xmp?: PhotoTags[string];
  readonly gallery?: GallerySidecar;
}

async function readBeside(paths: readonly string[], drop: Drop, findings: Finding[]): Promise<Beside> {
  const files: DraftFile[] = [];
  let xmp: PhotoTags[string] | undefined;
  let gallery: GallerySidecar | undefined;
  for (const path of paths) {
    const file = drop.get(path);
    if (!file) continue;
    const bytes = await readWhole(file, LARGEST_SIDECAR, () => undefined);
    files.push({ name: nameOf(path), mime: await mimeOfFile(file), role: 'sidecar', path });
    if (!bytes) findings.push({ code: 'too-large', path });
    else if (/\.json$/i.test(path)) {
      const text = new TextDecoder().decode(bytes);
      if (isGalleryText(text)) gallery = readGallery(text, path, findings);
      else findings.push({ code: 'unknown-form', path });
    } else {
      const reading = readXmpFile(decodeText(bytes).text);
      if (reading.ok && reading.tags.xmp) xmp = { ...xmp, ...reading.tags.xmp };
      else findings.push({ code: 'not-readable', path, ...(reading.ok ? {} : { detail: reading.why }) });
    }
  }
  return { files, ...(xmp ? { xmp } : {}), ...(gallery ? { gallery } : {}) };
}

type Understood = ReturnType<typeof understand>;

function understand(path: string, mime: string, state: PictureState, tags: PhotoTags) {
  const taken = readTaken(tags, Date.now());
  const place = readPlace(tags);
  const { width, height, orientation } = state;
  const size = width === undefined || height === undefined ? undefined : sizeDifference(tags, width, height);
  const differ = [
    ...(taken.differs ? [{ what: 'taken', sayings: taken.taken.map(({ where, says }) => ({ where, says })) }] : []),
    ...(place.differs ? [{ what: 'place', sayings: [...place.sayings] }] : []),
    ...(size ? [size] : []),
    ...differencesIn(tags),
  ];
  const metadata: PhotoMetadata = {
    type: mime,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(orientation === undefined ? {} : { orientation }),
    taken: [...taken.taken],
    ...(taken.aheadOfGps === undefined ? {} : { aheadOfGps: taken.aheadOfGps }),
    differ,
    tags,
  };
  const findings: Finding[] = [
    ...[...taken.told, ...place.told].map((told) => ({ path, ...told })),
    ...differ.map(({ what, sayings }) => ({
      code: 'values-differ' as const,
      path,
      place: what,
      detail: sayings.map(({ where, says }) => `${where}: ${says}`).join(' | '),
    })),
  ];
  return { metadata, findings, happened: taken.moment, place: place.place };
}

function draftOf(
  file: DroppedFile,
  mime: string,
  sha256: string,
  metadata: PhotoMetadata,
  { happened, place }: Understood,
  { files, gallery }: Beside,
): Draft {
  const caption = captionOf(metadata.tags) ?? gallery?.caption;
  return {
    key: `sha256:${sha256}`,
    edition: sha256,
    exhibit: {
      kind: 'photo',
      title: nameOf(file.path),
      ...(happened ? { happened } : {}),
      ...(place ? { place } : {}),
      ...(gallery?.published ? { published: gallery.published } : {}),
      body: { ...(caption === undefined ? {} : { caption }), regions: {}, metadata: { [sha256]: metadata } },
    },
    files: [{ name: nameOf(file.path), mime, role: 'original', path: file.path }, ...files],
    ...(gallery?.source ? { source: gallery.source } : {}),
    ...(gallery ? { raw: gallery.raw } : {}),
  };
}

/** The caption that came with the picture, where its places do not contradict each other. Cameras write blanks or their own name. */
function captionOf(tags: PhotoTags): string | undefined {
  if (differencesIn(tags).some(({ what }) => what === 'caption')) return undefined;
  return (
    tagText(tags, 'xmp', 'description') ??
    tagText(tags, 'iptc', 'Caption/Abstract') ??
    tagText(tags, 'sidecar', 'description')
  );
}
