import { randomFillSync } from 'node:crypto';
import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSHA256 } from 'hash-wasm';
import { buildWhenStale, project } from '#scripts/build.mjs';
import { serve } from '#scripts/serve.mjs';
import { measured, openProfile } from './profile.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const mebibyte = 1024 * 1024;
const chunk = new Uint8Array(8 * mebibyte);
const fileCount = 4;
const fileBytes = 256 * mebibyte;
const filmBytes = 2048 * mebibyte;

/** Writes a file of random bytes, which nothing can pack or keep once for all. @param {string} path */
async function writeRandom(path) {
  const file = await open(path, 'w');
  for (let at = 0; at < fileBytes; at += chunk.length) await file.write(randomFillSync(chunk));
  await file.close();
}

/** Reads files, hashes them and writes them again, chunk by chunk as the app does. @param {string[]} paths @param {string} copy */
async function reference(paths, copy) {
  const begun = performance.now();
  const before = process.cpuUsage();
  const to = await open(copy, 'w');
  for (const path of paths) {
    const from = await open(path);
    const hash = await createSHA256();
    for (;;) {
      const { bytesRead } = await from.read(chunk, 0, chunk.length);
      if (bytesRead === 0) break;
      const bytes = chunk.subarray(0, bytesRead);
      hash.update(bytes);
      await to.write(bytes);
    }
    hash.digest('hex');
    await from.close();
  }
  await to.sync();
  await to.close();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - begun) / 1000;
  await rm(copy);
  return { seconds, work: (user + system) / 1e6 };
}

/** Makes a case with one exhibit, whose page stands beside the work. @param {Page} page */
async function makeExhibit(page) {
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Large files');
  await page.getByRole('button', { name: 'Create case' }).click();
  await page.getByRole('button', { name: 'Add evidence' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Everything filmed');
  await page.keyboard.press('Control+Enter');
  await filesOf(page).waitFor();
}

/** @param {Page} page */
const filesOf = (page) => page.getByRole('region', { name: 'Files' });

/** @param {Page} page @param {string[]} paths @param {() => Promise<unknown>} act */
async function choose(page, paths, act) {
  const asked = page.waitForEvent('filechooser');
  await act();
  await (await asked).setFiles(paths);
}

/** @param {Page} page @param {string[]} paths */
async function attach(page, paths) {
  await choose(page, paths, () => filesOf(page).getByRole('button', { name: 'Attach files' }).click());
}

/** Exports the case and keeps the file; the browser's own copying of a download is no part of the time. @param {Page} page @param {string} path */
async function exportTo(page, path) {
  await page.getByRole('button', { name: 'Export case file' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export this case' });
  const begun = page.waitForEvent('download');
  const taken = await measured(page, async () => {
    await dialog.getByRole('button', { name: 'Save case file' }).click();
    await dialog.getByText('Fingerprint').waitFor();
  });
  await (await begun).saveAs(path);
  return taken;
}

/** @param {Page} page */
const storedChunks = (page) =>
  page.evaluate(async () => {
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('casebound');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const count = await new Promise((resolve, reject) => {
      const asked = database.transaction('chunks').objectStore('chunks').count();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    database.close();
    return Number(count);
  });

/**
 * Says how a job went beside the reference, done just before it with the same bytes: other work on the machine slows both.
 *
 * @typedef {{ seconds: number, work: number }} Taken
 * @param {string} job @param {Taken & { rise: number | null }} taken @param {Taken} bare @param {number} bytes
 */
function say(job, taken, bare, bytes) {
  const speed = (/** @type {Taken} */ { seconds }) => `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`;
  const memory = taken.rise === null ? 'memory not told here' : `memory +${taken.rise.toFixed(0)} MiB at most`;
  const ratio = (bare.seconds / taken.seconds).toFixed(2);
  console.log(
    `${job}: ${taken.seconds.toFixed(1)} s, ${speed(taken)} (${ratio} of the reference's ${speed(bare)}), ${memory},`,
    `processor ${taken.work.toFixed(1)} s (reference ${bare.work.toFixed(1)} s)`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'casebound-bench-'));
buildWhenStale();
const server = await serve({ root: join(project, 'out', 'renderer'), port: 0, version: 'bench' });
try {
  const paths = Array.from({ length: fileCount }, (_, n) => join(folder, `film-${n + 1}.bin`));
  for (const path of paths) await writeRandom(path);
  const bytes = fileCount * fileBytes;
  const bare = () => reference(paths, join(folder, 'copy.bin'));
  console.log('The reference reads, hashes (SHA-256) and writes the same bytes without the app.');

  const caseFile = join(folder, 'large.casebound');
  const first = await openProfile(server.address, join(folder, 'first'));
  await makeExhibit(first.page);
  const beforeAttaching = await bare();
  const attaching = await measured(first.page, async () => {
    await attach(first.page, paths);
    await filesOf(first.page).getByText('film-4.bin', { exact: true }).waitFor();
  });
  say('attach 4 files, 1 GiB', attaching, beforeAttaching, bytes);
  const beforeExport = await bare();
  say('export the case file, 1 GiB', await exportTo(first.page, caseFile), beforeExport, bytes);
  await first.close();

  const second = await openProfile(server.address, join(folder, 'second'));
  const beforeOpening = await bare();
  const opening = await measured(second.page, async () => {
    await choose(second.page, [caseFile], () => second.page.getByRole('button', { name: 'Open case file…' }).click());
    await second.page.getByRole('button', { name: 'Export case file' }).waitFor();
  });
  say('open it on another machine, 1 GiB', opening, beforeOpening, bytes);
  await second.close();

  const film = join(folder, 'film.mp4');
  await writeFile(film, Buffer.from('000000206674797069736f6d0000020069736f6d69736f32617663316d703431', 'hex'));
  await truncate(film, filmBytes);
  const third = await openProfile(server.address, join(folder, 'third'));
  await makeExhibit(third.page);
  const progress = filesOf(third.page).getByRole('progressbar');
  await attach(third.page, [film]);
  await third.page.waitForFunction(
    () => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) > 200_000_000,
  );
  const stopping = performance.now();
  await filesOf(third.page).getByRole('button', { name: 'Cancel' }).click();
  await progress.waitFor({ state: 'detached' });
  const left = await storedChunks(third.page);
  console.log(
    `cancel a film of 2 GiB on its way: ${(performance.now() - stopping).toFixed(0)} ms, ${left} chunks of it left`,
  );
  const filming = await measured(third.page, async () => {
    await attach(third.page, [film]);
    await filesOf(third.page).getByText('film.mp4', { exact: true }).waitFor();
  });
  const twice = { seconds: beforeOpening.seconds * 2, work: beforeOpening.work * 2 };
  say('attach a film of 2 GiB', filming, twice, filmBytes);
  await third.close();
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
