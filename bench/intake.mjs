// Reads files of every sort with the importer of that sort: what it takes to show the preview, and to make all of it into drafts,
// with the memory that it adds at its highest. Beside them, on the same files, JSON.parse and the best streaming libraries.
// Hashing and storing come after and are not in it. Each work runs in a process of its own.
//   node bench/intake.mjs [megabytes] [rounds] [importer …]
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { JSONParser } from '@streamparser/json';
import Papa from 'papaparse';
import { build } from 'vite';
import { inputs } from './intake-inputs.mjs';
import { quantile } from './summary.mjs';

/** @typedef {{ count: number, seconds: number, peak: number }} Measured */
/** @typedef {import('./intake-inputs.mjs').Readers} Readers */
/** @typedef {import('#domain/intake/importer.ts').DroppedFile} DroppedFile */

const project = fileURLToPath(new URL('..', import.meta.url));
const built = join(project, 'out/bench');
const megabyte = 1e6;

/** The files of a folder as the readers see dropped ones. @param {string} folder @returns {Map<string, DroppedFile>} */
function dropOf(folder) {
  return new Map(readdirSync(folder).map((name) => [name, dropped(join(folder, name), name)]));
}

/** @param {string} path @param {string} name @returns {DroppedFile} */
function dropped(path, name) {
  const { size } = statSync(path);
  return {
    path: name,
    size,
    async *bytes(from = 0, to = size) {
      if (to <= from) return;
      const pieces = createReadStream(path, { start: from, end: to - 1, highWaterMark: 256 * 1024 });
      for await (const { buffer, byteOffset, length } of pieces) yield new Uint8Array(buffer, byteOffset, length);
    },
  };
}

/** Gives what a drop holds of an importer's sort; fails where something was taken for another. @param {Map<string, DroppedFile>} drop @param {Readers} readers @param {string} name */
async function recognise(drop, { recogniseAll }, name) {
  const all = await recogniseAll(drop);
  const other = all.find(({ importer }) => importer.name !== name);
  if (other) throw new Error(`${other.found.main} was taken for ${other.importer.name}, not ${name}.`);
  return all;
}

const noted = () => undefined;

/** What an importer is asked to do; each gives how many things it met. @type {Record<string, (folder: string, readers: Readers, name: string) => Promise<number>>} */
const works = {
  async preview(folder, readers, name) {
    const drop = dropOf(folder);
    let parts = 0;
    for (const { importer, found } of await recognise(drop, readers, name))
      parts += (await importer.survey(found, drop, noted)).parts.length;
    return parts;
  },
  async 'preview and read'(folder, readers, name) {
    const drop = dropOf(folder);
    let count = 0;
    for (const { importer, found } of await recognise(drop, readers, name)) {
      const survey = await importer.survey(found, drop, noted);
      const choice = { parts: new Set(survey.parts.map(({ id }) => id)), ...inputs[name]?.choice };
      for await (const item of importer.read(found, drop, choice, noted)) if (!('finding' in item)) count += 1;
    }
    return count;
  },
  async 'JSON.parse, whole'(folder) {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    for (const file of files) JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return files.length;
  },
  async '@streamparser/json'(folder) {
    let count = 0;
    for (const file of dropOf(folder).values()) {
      const parser = new JSONParser({ paths: ['$.messages.*'], keepStack: false });
      parser.onValue = () => {
        count += 1;
      };
      for await (const chunk of file.bytes()) parser.write(chunk);
    }
    return count;
  },
  async 'split and parse'(folder, { splitJson }) {
    let count = 0;
    const enter = new Set(['', 'messages']);
    const plan = (/** @type {readonly (string | number)[]} */ at) => (enter.has(at.join('/')) ? 'enter' : 'take');
    for (const file of dropOf(folder).values())
      for await (const pieces of splitJson(file.bytes(), plan))
        for (const piece of pieces) if (piece.is === 'value' && piece.path.length === 2) count += 1;
    return count;
  },
  async papaparse(folder) {
    let count = 0;
    for (const file of readdirSync(folder)) {
      const stream = createReadStream(join(folder, file), 'utf8').pipe(Papa.parse(Papa.NODE_STREAM_INPUT));
      for await (const row of stream) if (row) count += 1;
    }
    return count;
  },
};

/** What is measured beside the importer itself. @type {Record<string, string[]>} */
const beside = {
  'telegram-export': ['JSON.parse, whole', '@streamparser/json', 'split and parse'],
  'video-info': ['JSON.parse, whole'],
  gallery: ['JSON.parse, whole'],
  table: ['papaparse'],
  'auto-archiver': ['papaparse'],
};

const proc = '/proc/self';

/** Lets the highest memory be counted from now on. Where the system keeps none of its own, it counts from the start of the process. */
function forgetPeak() {
  // A process begins with the highest memory of the one that started it; 5 sets it back (proc(5), clear_refs).
  if (existsSync(`${proc}/clear_refs`)) writeFileSync(`${proc}/clear_refs`, '5');
}

/** The highest resident memory, in bytes. */
function peakOf() {
  const told = existsSync(`${proc}/status`) && /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`${proc}/status`, 'utf8'))?.[1];
  return (told ? Number(told) : process.resourceUsage().maxRSS) * 1024;
}

/** One measured run, in this process. @param {string} work @param {string} folder @param {string} bundle @param {string} name */
async function measure(work, folder, bundle, name) {
  const run = works[work];
  if (!run) throw new RangeError(`Nothing is called ${work}.`);
  const readers = await import(bundle);
  const before = process.memoryUsage().rss;
  forgetPeak();
  const begun = performance.now();
  const count = await run(folder, readers, name);
  const seconds = (performance.now() - begun) / 1000;
  const peak = peakOf() - before;
  console.log(JSON.stringify({ count, seconds, peak }));
}

/** @param {string} work @param {string} folder @param {string} bundle @param {string} name @returns {Measured} */
function measured(work, folder, bundle, name) {
  const args = [fileURLToPath(import.meta.url), '--measure', work, folder, bundle, name];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: megabyte });
  if (status !== 0) throw new Error(`${name}, ${work}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

/** @param {string} name @param {string} folder @param {string} bundle @param {number} rounds */
function compare(name, folder, bundle, rounds) {
  const files = [...dropOf(folder).values()];
  const size = files.reduce((sum, file) => sum + file.size, 0) / megabyte;
  const names = [...(beside[name] ?? []), 'preview', 'preview and read'];
  // V8 holds no text of more than 512 MB.
  const possible = names.filter((work) => size / files.length < 500 || work !== 'JSON.parse, whole');
  /** @type {Map<string, Measured[]>} */
  const all = new Map(possible.map((work) => [work, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [work, runs] of all) runs.push(measured(work, folder, bundle, name));
  console.log(
    `${name}: ${size.toFixed(1)} MB in ${files.length} ${files.length === 1 ? 'file' : 'files'}, median of ${rounds}`,
  );
  for (const [work, runs] of all) {
    const middle = (/** @type {'seconds' | 'peak'} */ of) =>
      quantile(
        runs.map((run) => run[of]),
        0.5,
      );
    const speed = (size / middle('seconds')).toFixed(1).padStart(8);
    const peak = (middle('peak') / megabyte).toFixed(0).padStart(5);
    console.log(`  ${work.padEnd(20)} ${speed} MB/s   peak +${peak} MB   ${runs[0]?.count} met`);
  }
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--measure') {
  const [work = '', folder = '', bundle = '', name = ''] = rest;
  await measure(work, folder, bundle, name);
} else {
  const top = await mkdtemp(join(tmpdir(), 'casebound-intake-'));
  try {
    await build({
      root: project,
      configFile: false,
      logLevel: 'error',
      // Left outside, because it looks for what it needs in Node beside itself.
      ssr: { noExternal: true, external: ['pdfjs-dist'] },
      build: {
        ssr: true,
        outDir: built,
        emptyOutDir: true,
        rollupOptions: { input: join(project, 'bench/intake-readers.ts'), output: { entryFileNames: 'readers.mjs' } },
      },
    });
    const bundle = pathToFileURL(join(built, 'readers.mjs')).href;
    /** @type {Readers} */
    const readers = await import(bundle);
    const [rounds = '3', ...asked] = rest;
    for (const { name } of readers.importers) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      const input = inputs[name];
      if (!input) throw new RangeError(`There is nothing here for ${name} to read.`);
      const folder = join(top, name);
      await mkdir(folder);
      await input.write(folder, Number(first ?? 100) * megabyte, readers);
      compare(name, folder, bundle, Number(rounds));
      await rm(folder, { recursive: true });
    }
  } finally {
    await rm(top, { recursive: true });
  }
}
