import { createSHA256, type IHasher } from 'hash-wasm';
import { z } from 'zod';
import { type BagFile, FileAltered, FileUnreadable } from '#domain/case-file/bag.ts';
import { CaseFileRefused } from '#domain/case-file/finding.ts';
import { openZip } from '#domain/case-file/zip.ts';
import { readRange } from '#domain/intake/dropped-bytes.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { DroppedFile, Progress } from '#domain/intake/importer.ts';
import type { Checked } from './checked.ts';
import { type ArchivedPage, readPageList } from './page-list.ts';

/** What a WACZ (1.1) says it holds. */
const packageSchema = z.looseObject({
  title: z.string().optional(),
  created: z.string().optional(),
  software: z.string().optional(),
  wacz_version: z.string().optional(),
  mainPageUrl: z.string().optional(),
  resources: z.array(z.looseObject({ path: z.string(), hash: z.string().optional(), bytes: z.number().optional() })),
});
const digestSchema = z.looseObject({ path: z.string(), hash: z.string(), signedData: z.unknown().optional() });

/** Lists of pages and their like are read whole; what is larger is not. */
const MOST_LIST = 64 * 1024 * 1024;
const ARCHIVE = /^archive\/[^/]+\.warc(?:\.gz)?$/i;

export interface Wacz {
  readonly title: string | undefined;
  /** What the package says of itself: when it was made, with what. */
  readonly facts: Readonly<Record<string, string>>;
  readonly pages: readonly ArchivedPage[];
  /** The WARC files in it. */
  readonly archives: readonly BagFile[];
  /** How many of its files are what its package states of them. */
  readonly checked: Checked;
  readonly findings: readonly Finding[];
}

/**
 * Opens a web archive in a ZIP (WACZ): its lists of pages, and each of its files held against the hash and size that are stated
 * for it. A hash of the bytes taken twice is a known fault of one writer (js-wacz 0.1.6) and told as such: the bytes are right. Gives
 * findings for whatever is wrong; undefined when the bytes are no ZIP.
 */
export async function openWacz(file: DroppedFile, progress: Progress): Promise<Wacz | undefined> {
  const findings: Finding[] = [];
  const files = await filesIn(file, findings);
  if (!files) return undefined;
  const listed = await packageOf(files, file.path, findings);
  const verified: Finding[] = [];
  await verifyPackage(files, file.path, verified);
  await verifyResources(files, listed?.resources ?? [], file.path, verified, progress);
  findings.push(...verified);
  const pages: ArchivedPage[] = [];
  for (const [path, one] of files) {
    if (!/^pages\/[^/]+\.jsonl$/i.test(path)) continue;
    const text = await textOf(one, file.path, findings);
    const read = text === undefined ? undefined : readPageList(text, `${file.path}/${path}`);
    pages.push(...(read?.pages ?? []));
    findings.push(...(read?.findings ?? []));
  }
  const { title, created, software, wacz_version: version, mainPageUrl } = listed ?? {};
  const facts = Object.entries({ title, created, software, version, mainPageUrl });
  return {
    title,
    facts: Object.fromEntries(facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    pages,
    archives: [...files].filter(([path]) => ARCHIVE.test(path)).map(([, one]) => one),
    checked: checkedOf(verified),
    findings,
  };
}

function checkedOf(findings: readonly Finding[]): Checked {
  const placesOf = (code: Finding['code']) =>
    findings.flatMap((finding) => (finding.code === code ? [finding.place ?? ''] : []));
  return {
    same: placesOf('hash-same').length,
    doubled: placesOf('hash-doubled').length,
    altered: placesOf('hash-differs'),
    missing: placesOf('file-missing'),
    unstated: placesOf('hash-unstated').length,
    signature: placesOf('signature-unjudged').length > 0 ? 'not judged' : 'none',
  };
}

/** Its files by path. What leads out of the archive, is a bomb or a link is left out and told. */
async function filesIn(file: DroppedFile, findings: Finding[]): Promise<Map<string, BagFile> | undefined> {
  try {
    const zip = await openZip({
      size: file.size,
      read: (from, to) => readRange(file, from, to),
      pieces: (from, to) => file.bytes(from, to),
    });
    for (const { file: path, fault, found } of zip.findings)
      findings.push({
        code: fault === 'too-large' ? 'too-large' : fault === 'not-a-plain-file' ? 'unsafe-path' : 'not-readable',
        path: file.path,
        place: path,
        ...(found === undefined ? {} : { detail: found }),
      });
    const files = new Map<string, BagFile>();
    for (const one of zip.files) {
      const isUnsafe = /^(?:[\\/]|[a-z]:)|\\|(?:^|\/)\.\.(?:\/|$)/i.test(one.path);
      if (isUnsafe || files.has(one.path))
        findings.push({
          code: isUnsafe ? 'unsafe-path' : 'values-differ',
          path: file.path,
          place: one.path.slice(0, 200),
        });
      else files.set(one.path, one);
    }
    return files;
  } catch (error) {
    if (error instanceof CaseFileRefused) return undefined;
    throw error;
  }
}

async function packageOf(files: ReadonlyMap<string, BagFile>, path: string, findings: Finding[]) {
  const one = files.get('datapackage.json');
  if (!one) {
    findings.push({ code: 'file-missing', path, place: 'datapackage.json' });
    return undefined;
  }
  const read = packageSchema.safeParse(jsonOf(await textOf(one, path, findings)));
  if (!read.success) findings.push({ code: 'not-readable', path, place: 'datapackage.json' });
  return read.data;
}

/** The package's own hash stands in a file of its own, with a signature perhaps, which is not judged here. */
async function verifyPackage(files: ReadonlyMap<string, BagFile>, path: string, findings: Finding[]): Promise<void> {
  const [own, one] = [files.get('datapackage-digest.json'), files.get('datapackage.json')];
  if (!own || !one) return;
  const read = digestSchema.safeParse(jsonOf(await textOf(own, path, findings)));
  if (!read.success) return void findings.push({ code: 'not-readable', path, place: own.path });
  findings.push(await verdictOf(one, read.data.hash, path, () => undefined));
  if (read.data.signedData !== undefined) findings.push({ code: 'signature-unjudged', path, place: own.path });
}

async function verifyResources(
  files: ReadonlyMap<string, BagFile>,
  resources: readonly { path: string; hash?: string | undefined; bytes?: number | undefined }[],
  path: string,
  findings: Finding[],
  progress: Progress,
): Promise<void> {
  const stated = new Map(resources.map((one) => [one.path, one]));
  for (const [place, { hash, bytes }] of stated) {
    const one = files.get(place);
    if (!one) findings.push({ code: 'file-missing', path, place: place.slice(0, 200) });
    else findings.push(hash === undefined ? unstated(path, place) : await verdictOf(one, hash, path, progress));
    if (one && bytes !== undefined && bytes !== one.size)
      findings.push({ code: 'values-differ', path, place, detail: `${bytes} ≠ ${one.size} bytes` });
  }
  for (const place of files.keys())
    if (!stated.has(place) && !place.startsWith('datapackage')) findings.push(unstated(path, place));
}

function unstated(path: string, place: string): Finding {
  return { code: 'hash-unstated', path, place };
}

async function verdictOf(one: BagFile, stated: string, path: string, progress: Progress): Promise<Finding> {
  const place = one.path;
  const hex = /^sha-?256:([\da-f]{64})$/i.exec(stated.trim())?.[1]?.toLowerCase();
  if (hex === undefined) return { code: 'hash-unstated', path, place, detail: stated.slice(0, 100) };
  try {
    const hasher = await createSHA256();
    await feed(hasher.init(), one, progress);
    const once = hasher.digest('hex');
    if (once === hex) return { code: 'hash-same', path, place };
    await feed(hasher.init(), one, progress);
    await feed(hasher, one, progress);
    const detail = `sha256:${once}`;
    return { code: hasher.digest('hex') === hex ? 'hash-doubled' : 'hash-differs', path, place, detail };
  } catch (error) {
    if (error instanceof FileAltered) return { code: 'hash-differs', path, place, detail: error.found };
    if (error instanceof FileUnreadable) return { code: 'not-readable', path, place, detail: error.message };
    throw error;
  }
}

async function feed(hasher: IHasher, one: BagFile, progress: Progress): Promise<void> {
  let read = 0;
  for await (const piece of one.read()) {
    hasher.update(piece);
    read += piece.length;
    progress(read);
  }
}

async function textOf(one: BagFile, path: string, findings: Finding[]): Promise<string | undefined> {
  const place = one.path;
  if (one.size > MOST_LIST) {
    findings.push({ code: 'too-large', path, place });
    return undefined;
  }
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const piece of one.read()) text += decoder.decode(piece, { stream: true });
    return text + decoder.decode();
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
    findings.push({ code: 'not-readable', path, place, detail: error.message });
    return undefined;
  }
}

function jsonOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
