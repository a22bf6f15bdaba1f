// Reads a Telegram export of 100 MB (or of the megabytes given) with the app's own splitter and readers, and beside them with
// JSON.parse of the whole file and with the best streaming library; and with the whole importer, every message made into a
// draft. Each runs in a process of its own.
//   node bench/intake.mjs [megabytes] [rounds]
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { JSONParser } from '@streamparser/json';
import { build } from 'vite';
import { quantile } from './summary.mjs';

/** @typedef {{ work: string, messages: number, seconds: number, peak: number }} Measured */

const project = fileURLToPath(new URL('..', import.meta.url));
const megabyte = 1e6;

/** A dropped file on disk, as the readers see it. @param {string} path */
function dropped(path) {
  const { size } = statSync(path);
  return {
    path: 'ChatExport/result.json',
    size,
    /** @param {number} [from] @param {number} [to] */
    async *bytes(from = 0, to = size) {
      if (to <= from) return;
      yield* createReadStream(path, { start: from, end: to - 1, highWaterMark: 256 * 1024 });
    },
  };
}

/** What is measured, by name; each gives how many messages it met. @type {Record<string, (path: string, bundle: string) => Promise<number>>} */
const works = {
  async 'JSON.parse, whole file'(path) {
    return JSON.parse(readFileSync(path, 'utf8')).messages.length;
  },
  async '@streamparser/json'(path) {
    let count = 0;
    const parser = new JSONParser({ paths: ['$.messages.*'], keepStack: false });
    parser.onValue = () => {
      count += 1;
    };
    for await (const chunk of dropped(path).bytes()) parser.write(chunk);
    return count;
  },
  async 'split and parse'(path, bundle) {
    const { splitJson } = await import(bundle);
    let count = 0;
    const enter = new Set(['', 'messages']);
    const plan = (/** @type {string[]} */ at) => (enter.has(at.join('/')) ? 'enter' : 'take');
    for await (const pieces of splitJson(dropped(path).bytes(), plan))
      for (const piece of pieces) if (piece.is === 'value' && piece.path.length === 2) count += 1;
    return count;
  },
  async 'the importer, into drafts'(path, bundle) {
    const { telegramExport } = await import(bundle);
    const file = dropped(path);
    const drop = new Map([[file.path, file]]);
    const found = { main: file.path, belongs: [] };
    const choice = { parts: new Set(['telegram:channel:1234567890']) };
    let count = 0;
    for await (const item of telegramExport.read(found, drop, choice, () => {})) if ('draft' in item) count += 1;
    return count;
  },
};

/** One measured run, in this process. @param {string} work @param {string} path @param {string} bundle */
async function measure(work, path, bundle) {
  const run = works[work];
  if (!run) throw new RangeError(`Nothing is called ${work}.`);
  await import(bundle);
  const before = process.memoryUsage().rss;
  const begun = performance.now();
  const messages = await run(path, bundle);
  const seconds = (performance.now() - begun) / 1000;
  const peak = process.resourceUsage().maxRSS * 1024 - before;
  console.log(JSON.stringify({ work, messages, seconds, peak }));
}

const words =
  'колонна вышла утром и к полудню was seen near the wells, nobody answered; les camions brûlent au nord du village вчера'.split(
    ' ',
  );

/** A message as Telegram Desktop writes it; no two alike, the same in each run. @param {number} n */
function message(n) {
  const pick = (/** @type {number} */ k) => words[(n * 7919 + k * 104_729 + ((n * k) % 13)) % words.length];
  const length = n % 9 === 0 ? 120 : 8 + (n % 30);
  const text = Array.from({ length }, (_, k) => pick(k)).join(' ');
  const link = `https://t.me/channel_${n % 50}/${n}`;
  const at = 1_700_000_000 + n * 37;
  const parts = [
    { type: 'plain', text: `${text} ` },
    { type: 'link', text: link },
    { type: 'plain', text: '' },
  ];
  return {
    id: n + 1,
    type: 'message',
    date: new Date((at + 7200) * 1000).toISOString().slice(0, 19),
    date_unixtime: String(at),
    ...(n % 10 === 0 ? { edited: '2026-01-01T02:06:40', edited_unixtime: '1767226000' } : {}),
    from: `Автор ${n % 211}`,
    from_id: `user${100_000 + (n % 211)}`,
    ...(n % 4 === 0 ? { forwarded_from: `Канал ${n % 17}`, forwarded_from_id: `channel${4444 + (n % 17)}` } : {}),
    ...(n % 3 === 0 ? { reply_to_message_id: n } : {}),
    ...(n % 5 === 0 ? { photo: `photos/photo_${n}.jpg`, photo_file_size: 81_234, width: 1280, height: 960 } : {}),
    ...(n % 8 === 0 ? { reactions: [{ type: 'emoji', count: n % 90, emoji: '👍' }] } : {}),
    ...(n % 2 === 0
      ? { text, text_entities: parts.slice(0, 1) }
      : { text: [parts[0]?.text, parts[1], ''], text_entities: parts }),
  };
}

/** Writes an export of so many bytes, laid out as Telegram Desktop does. @param {string} path @param {number} bytes */
async function write(path, bytes) {
  const file = createWriteStream(path);
  let written = 0;
  const add = (/** @type {string} */ text) => {
    written += Buffer.byteLength(text);
    return file.write(text) ? undefined : new Promise((resolve) => file.once('drain', () => resolve(undefined)));
  };
  await add('{\n "name": "Сводки",\n "type": "public_supergroup",\n "id": 1234567890,\n "messages": [\n');
  for (let n = 0; written < bytes; n += 1) {
    const text = JSON.stringify(message(n), null, 1).replaceAll('\n', '\n  ');
    await add(`${n === 0 ? '' : ',\n'}  ${text}`);
  }
  await add('\n ]\n}\n');
  await new Promise((resolve) => file.end(() => resolve(undefined)));
}

/** @param {string} path @param {string} bundle @param {number} rounds */
function compare(path, bundle, rounds) {
  const size = statSync(path).size;
  const names = Object.keys(works).filter((work) => size < 500 * megabyte || !work.startsWith('JSON.parse'));
  /** @type {Map<string, Measured[]>} */
  const all = new Map(names.map((work) => [work, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const work of names) {
      const args = [fileURLToPath(import.meta.url), '--measure', work, path, bundle];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: megabyte });
      if (status !== 0) throw new Error(`${work}: ${stderr}`);
      all.get(work)?.push(JSON.parse(stdout));
    }
  console.log(`${(size / megabyte).toFixed(0)} MB, median of ${rounds}:`);
  for (const [work, runs] of all) {
    const speed =
      size /
      megabyte /
      quantile(
        runs.map(({ seconds }) => seconds),
        0.5,
      );
    const peak =
      quantile(
        runs.map((run) => run.peak),
        0.5,
      ) / megabyte;
    console.log(
      `  ${work.padEnd(26)} ${speed.toFixed(1).padStart(7)} MB/s   peak +${peak.toFixed(0).padStart(5)} MB   ${runs[0]?.messages} messages`,
    );
  }
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--measure') {
  const [work = '', path = '', bundle = ''] = rest;
  await measure(work, path, bundle);
} else {
  const folder = await mkdtemp(join(tmpdir(), 'casebound-intake-'));
  try {
    await build({
      root: project,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: false,
        rollupOptions: { input: join(project, 'bench/intake-readers.ts'), output: { entryFileNames: 'readers.mjs' } },
      },
    });
    const path = join(folder, 'result.json');
    await write(path, Number(first ?? 100) * megabyte);
    compare(path, pathToFileURL(join(folder, 'readers.mjs')).href, Number(rest[0] ?? 3));
  } finally {
    await rm(folder, { recursive: true });
  }
}
