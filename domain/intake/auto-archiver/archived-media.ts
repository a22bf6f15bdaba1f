import { createSHA3 } from 'hash-wasm';
import type { DraftFile } from '#domain/intake/draft.ts';
import { mimeOfFile, sha256OfFile } from '#domain/intake/dropped-bytes.ts';
import { findPath, folderOf, nameOf } from '#domain/intake/file-name.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { Drop, DroppedFile } from '#domain/intake/importer.ts';
import { type JsonObject, listOf, memberOf, objectOf, textOf } from '#domain/intake/json-text.ts';
import type { Json } from '#domain/json.ts';

/** What the Auto Archiver kept of a page: the files among those given, and what is told of them. */
export interface ArchivedMedia {
  readonly files: readonly DraftFile[];
  readonly findings: readonly Finding[];
}

/** More media than a page has; what is beyond stays raw. */
const MOST_MEDIA = 5_000;

/**
 * Finds the files of a description beside it, by the name they had or were given, and compares each with the hash that stands there.
 * What is not among the files is told as missing.
 */
export async function archivedMedia(media: readonly Json[], path: string, drop: Drop): Promise<ArchivedMedia> {
  const files: DraftFile[] = [];
  const findings: Finding[] = [];
  const taken = new Set<string>();
  for (const [n, one] of allMedia(media).entries()) {
    const file = fileOf(one, path, drop);
    const place = `media ${n + 1}`;
    if (!file) {
      findings.push({ code: 'file-missing', path, place, detail: nameOf(textOf(one, 'filename') ?? '') });
      continue;
    }
    if (taken.has(file.path) || file.path === path) continue;
    taken.add(file.path);
    const told = await compareHash(one, file);
    if (told) findings.push({ ...told, place });
    const mime = await mimeOfFile(file);
    files.push({ name: nameOf(file.path), mime, role: roleOf(one, mime), path: file.path });
  }
  return { files, findings };
}

/** Gives all media with those inside their properties (thumbnails, copies): whatever has a file name. */
function allMedia(media: readonly Json[]): JsonObject[] {
  const all: JsonObject[] = [];
  const waiting: Json[] = [...media];
  while (waiting.length > 0 && all.length < MOST_MEDIA) {
    const one = waiting.shift();
    if (Array.isArray(one)) {
      waiting.unshift(...one);
      continue;
    }
    const object = objectOf(one);
    if (!object || textOf(object, 'filename') === undefined) continue;
    all.push(object);
    waiting.unshift(...Object.values(objectOf(object.properties) ?? {}));
  }
  return all;
}

/** A file may lie there under the name it had, under that of the storage, or under the beginning of its hash. */
function fileOf(media: JsonObject, path: string, drop: Drop): DroppedFile | undefined {
  const folder = folderOf(path);
  const filename = textOf(media, 'filename') ?? '';
  const key = textOf(media, '_key') ?? textOf(media, 'key') ?? '';
  const ending = /\.\w+$/.exec(filename)?.[0] ?? '';
  const hash = hashOf(media)?.hex;
  const urls = listOf(media, 'urls').flatMap((url) =>
    typeof url === 'string' ? [nameOf(url.replace(/[?#].*$/, ''))] : [],
  );
  const names = [nameOf(filename), nameOf(key), ...urls, ...(hash === undefined ? [] : [hash.slice(0, 24) + ending])];
  for (const name of names) {
    const found = name === '' ? undefined : findPath(drop, folder + name);
    if (found !== undefined) return drop.get(found);
  }
  return undefined;
}

function hashOf(media: JsonObject): { readonly algorithm: string; readonly hex: string } | undefined {
  const written = textOf(objectOf(media.properties) ?? {}, 'hash');
  const [, algorithm = 'SHA-256', hex] = /^(?:([\w-]+):)?([0-9a-f]{64,128})$/i.exec(written ?? '') ?? [];
  return hex === undefined ? undefined : { algorithm, hex: hex.toLowerCase() };
}

async function compareHash(media: JsonObject, file: DroppedFile): Promise<Finding | undefined> {
  const stated = hashOf(media);
  const own = stated && (await digestOf(file, stated.algorithm));
  if (!stated || own === undefined) return undefined;
  const detail = `${stated.algorithm}:${stated.hex}`;
  return { code: own === stated.hex ? 'hash-same' : 'hash-differs', path: file.path, detail };
}

/** The two algorithms that the Auto Archiver offers; undefined for another. */
async function digestOf(file: DroppedFile, algorithm: string): Promise<string | undefined> {
  if (algorithm === 'SHA-256') return sha256OfFile(file, () => undefined);
  if (algorithm !== 'SHA3-512') return undefined;
  const hash = await createSHA3(512);
  hash.init();
  for await (const piece of file.bytes()) hash.update(piece);
  return hash.digest('hex');
}

/** What was published is the original; screenshots are such; thumbnails, archives and pages about it lie beside. */
function roleOf(media: JsonObject, mime: string): DraftFile['role'] {
  const id = memberOf(objectOf(media.properties) ?? {}, 'id');
  if (id === 'screenshot') return 'screenshot';
  if (typeof id === 'string' && /^thumbnail/.test(id)) return 'frame';
  return id === undefined && /^(?:video|image|audio)\//.test(mime) ? 'original' : 'sidecar';
}
