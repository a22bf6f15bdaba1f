import { createMD5, createSHA1, createSHA224, createSHA256, createSHA384, createSHA512, type IHasher } from 'hash-wasm';
import { type Finding, shortened } from './finding.ts';
import { pathFault, pathInManifest, sameOnDisk } from './path.ts';

/** A file of a bag: where it lies below the bag's root, its size in bytes, and its bytes from the start each time. */
export interface BagFile {
  readonly path: string;
  readonly size: number;
  read(): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** A file of a bag whose bytes cannot be had: cut short, packed wrongly, or more than it says. */
export class FileUnreadable extends Error {
  readonly file: string;
  constructor(file: string, message: string) {
    super(message);
    this.file = file;
  }
}

/** A file of a bag that was read whole, and is not what its archive says it was. */
export class FileAltered extends FileUnreadable {
  readonly found: string;
  constructor(file: string, expected: string, found: string) {
    super(file, expected);
    this.found = found;
  }
}

const hashers: Record<string, () => Promise<IHasher>> = {
  md5: createMD5,
  sha1: createSHA1,
  sha224: createSHA224,
  sha256: createSHA256,
  sha384: createSHA384,
  sha512: createSHA512,
};

/** What a bag says of its files. Keys are paths below its root; the inner maps go from algorithm to hexadecimal digest. */
export interface Bag {
  version: string;
  /** The lines of bag-info.txt in order; a label may repeat. */
  info: [label: string, value: string][];
  expected: Map<string, Map<string, string>>;
  findings: Finding[];
}

/** Tag files are read whole; none that this reads is larger. */
const largestTagFile = 64 * 1024 * 1024;
const oldInfo = new Set(['0.93', '0.94', '0.95']);

/**
 * Reads what a bag (RFC 8493 and the drafts since 0.93) says of itself and compares it with the files that are there: every
 * path safe and listed once, nothing missing, nothing extra below `data/`, Payload-Oxum right. The bytes of the payload are
 * not looked at; see {@link hashed}.
 */
export async function readBag(files: readonly BagFile[]): Promise<Bag> {
  const findings: Finding[] = [];
  const byPath = new Map(files.map((file) => [file.path, file]));
  checkNames(files, findings);
  const { version, encoding } = await readDeclaration(byPath.get('bagit.txt'), findings);
  const bag: Bag = { version, info: [], expected: new Map(), findings };
  const text = (file: BagFile) => tagText(file, encoding, findings);

  const info = byPath.get(oldInfo.has(version) ? 'package-info.txt' : 'bag-info.txt');
  if (info) bag.info = infoLines(await text(info));

  const manifests = new Map<string, Set<string>>();
  for (const file of files) {
    const named = /^(tag)?manifest-([a-z0-9]+)\.txt$/.exec(file.path);
    const algorithm = named?.[2];
    if (!named || algorithm === undefined) continue;
    if (!hashers[algorithm]) {
      findings.push({ file: file.path, fault: 'not-readable', expected: `one of ${Object.keys(hashers).join(', ')}` });
      continue;
    }
    const listed = readManifest(file.path, algorithm, await text(file), bag);
    if (named[1] === undefined) manifests.set(algorithm, listed);
  }
  if (manifests.size === 0)
    findings.push({ file: 'manifest-sha256.txt', fault: 'missing', expected: 'a list of the payload' });

  const fetched = byPath.get('fetch.txt');
  if (fetched) checkFetch(await text(fetched), version, findings);
  comparePayload(byPath, manifests, bag);
  checkOxum(files, bag);
  return bag;
}

/** Reads a bag's own findings and hashes every file that it lists: the whole judgement. Empty when the bag is valid. */
export async function bagFindings(files: readonly BagFile[]): Promise<Finding[]> {
  const bag = await readBag(files);
  for (const file of files) for await (const _ of hashed(file, bag));
  return bag.findings;
}

/** Passes a file's bytes through and, at their end, adds a finding to the bag's when they are not the ones it lists. */
export async function* hashed(file: BagFile, bag: Bag): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const digests = [...(bag.expected.get(file.path) ?? [])];
  const running = await Promise.all(digests.map(async ([algorithm]) => hashers[algorithm]?.()));
  try {
    for await (const bytes of file.read()) {
      for (const hash of running) hash?.update(bytes);
      yield bytes;
    }
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
    bag.findings.push({ file: file.path, ...unreadable(error) });
    return;
  }
  digests.forEach(([algorithm, digest], index) => {
    const found = running[index]?.digest('hex');
    if (found !== digest)
      bag.findings.push({
        file: file.path,
        fault: 'altered',
        expected: `${algorithm} ${digest}`,
        found: `${algorithm} ${found}`,
      });
  });
}

/** What to say of a file whose bytes cannot be had. */
export function unreadable(error: FileUnreadable): Omit<Finding, 'file'> {
  if (error instanceof FileAltered) return { fault: 'altered', expected: error.message, found: error.found };
  return { fault: 'not-readable', expected: 'all of its bytes', found: error.message };
}

function checkNames(files: readonly BagFile[], findings: Finding[]): void {
  const known = new Map<string, string>();
  for (const { path } of files) {
    const unsafe = pathFault(path);
    if (unsafe !== null) findings.push({ file: path, fault: 'unsafe-path', expected: unsafe });
    const key = sameOnDisk(path);
    const other = known.get(key);
    if (other === path) findings.push({ file: path, fault: 'listed-twice', expected: 'one file of this name' });
    else if (other !== undefined) findings.push({ file: path, fault: 'twin', expected: `not beside ${other}` });
    known.set(key, path);
  }
}

async function readDeclaration(file: BagFile | undefined, findings: Finding[]) {
  const wrong = (fault: Finding['fault'], expected: string, found?: string) => {
    findings.push({ file: 'bagit.txt', fault, expected, ...(found !== undefined && { found }) });
    return { version: '1.0', encoding: 'UTF-8' };
  };
  if (!file) return wrong('missing', 'the declaration of a bag');
  const [first = '', second = ''] = (await tagText(file, 'UTF-8', findings)).split(/\r\n|\n|\r/);
  const version = /^BagIt-Version:\s?(\d+\.\d+)$/.exec(first)?.[1];
  const encoding = /^Tag-File-Character-Encoding:\s?(\S+)$/.exec(second)?.[1];
  if (version === undefined) return wrong('not-readable', 'BagIt-Version: 1.0', shortened(first));
  if (encoding === undefined) return wrong('not-readable', 'Tag-File-Character-Encoding: UTF-8', shortened(second));
  if (!['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'].includes(version))
    return wrong('not-readable', 'BagIt-Version: 1.0', shortened(first));
  return { version, encoding };
}

async function tagText(file: BagFile, encoding: string, findings: Finding[]): Promise<string> {
  if (file.size > largestTagFile) {
    findings.push({
      file: file.path,
      fault: 'too-large',
      expected: `at most ${largestTagFile} bytes`,
      found: `${file.size} bytes`,
    });
    return '';
  }
  try {
    const pieces: Uint8Array[] = [];
    for await (const bytes of file.read()) pieces.push(bytes);
    return decoded(pieces, encoding.toLowerCase());
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError || error instanceof FileUnreadable)) throw error;
    findings.push({ file: file.path, fault: 'not-readable', expected: `text in ${encoding}` });
    return '';
  }
}

function decoded(pieces: Uint8Array[], encoding: string): string {
  // Subtle: `utf-16` leaves the order of bytes to the mark at the beginning; a decoder takes it for little-endian always.
  const [first, second] = pieces[0] ?? [];
  const label = encoding === 'utf-16' && first === 0xfe && second === 0xff ? 'utf-16be' : encoding;
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  const text = pieces.map((bytes) => decoder.decode(bytes, { stream: true })).join('') + decoder.decode();
  // A byte-order mark belongs to UTF-16; in UTF-8 it has no place and stays in the text, where it is found.
  return encoding === 'utf-8' ? text : text.replace(/^\uFEFF/, '');
}

function infoLines(text: string): [string, string][] {
  const lines: [string, string][] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = lines.at(-1);
    const at = line.indexOf(':');
    if (/^\s+\S/.test(line) && last) last[1] += ` ${line.trim()}`;
    else if (at > 0) lines.push([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
  }
  return lines;
}

function readManifest(file: string, algorithm: string, text: string, bag: Bag): Set<string> {
  const listed = new Set<string>();
  text.split(/\r\n|\n|\r/).forEach((content, index) => {
    if (content === '') return;
    const line = index + 1;
    const read = /^([0-9a-fA-F]+)[ \t]+(.+)$/.exec(content);
    const [, digest, written] = read ?? [];
    if (digest === undefined || written === undefined) {
      bag.findings.push({
        file,
        line,
        fault: 'not-readable',
        expected: 'a digest, two spaces and a path',
        found: shortened(content),
      });
      return;
    }
    const path = pathInManifest(written, bag.version);
    const unsafe = pathFault(path);
    if (unsafe !== null)
      bag.findings.push({ file, line, fault: 'unsafe-path', expected: unsafe, found: shortened(path) });
    if (unsafe !== null) return;
    const of = bag.expected.get(path) ?? new Map<string, string>();
    const before = of.get(algorithm);
    // Subtle: before 1.0 a path listed twice with one and the same digest is let pass, as the reference does.
    if (before !== undefined && (bag.version === '1.0' || before !== digest.toLowerCase()))
      bag.findings.push({ file, line, fault: 'listed-twice', expected: `${path} once` });
    bag.expected.set(path, of.set(algorithm, digest.toLowerCase()));
    listed.add(path);
  });
  return listed;
}

function checkFetch(text: string, version: string, findings: Finding[]): void {
  text.split(/\r\n|\n|\r/).forEach((content, index) => {
    const written = /^\S+\s+\S+\s+(.+)$/.exec(content)?.[1];
    const unsafe = written === undefined ? null : pathFault(pathInManifest(written, version));
    if (unsafe !== null) findings.push({ file: 'fetch.txt', line: index + 1, fault: 'unsafe-path', expected: unsafe });
  });
}

function comparePayload(byPath: Map<string, BagFile>, manifests: Map<string, Set<string>>, bag: Bag): void {
  for (const path of bag.expected.keys()) {
    if (!byPath.has(path)) bag.findings.push({ file: path, fault: 'missing', expected: 'the file that is listed' });
  }
  for (const path of byPath.keys()) {
    if (!path.startsWith('data/')) continue;
    const in_ = [...manifests.values()].filter((listed) => listed.has(path)).length;
    const enough = bag.version === '1.0' ? in_ === manifests.size : in_ > 0;
    if (!enough) bag.findings.push({ file: path, fault: 'extra', expected: 'a line in every manifest' });
  }
}

function checkOxum(files: readonly BagFile[], bag: Bag): void {
  const payload = files.filter(({ path }) => path.startsWith('data/'));
  const found = `${payload.reduce((sum, file) => sum + file.size, 0)}.${payload.length}`;
  for (const [label, value] of bag.info) {
    if (label === 'Payload-Oxum' && value !== found)
      bag.findings.push({
        file: 'bag-info.txt',
        fault: 'count',
        expected: `Payload-Oxum: ${found}`,
        found: shortened(value),
      });
  }
}
