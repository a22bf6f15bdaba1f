import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium, quietFlags } from '#scripts/find-chromium.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Opens the app on a profile folder on disk. (A profile that a test browser makes up keeps its files in memory: what it would tell
 * of memory, and of room, is not what a person has.)
 *
 * @param {string} address @param {string} folder
 */
export async function openProfile(address, folder) {
  const executablePath = await findChromium();
  if (executablePath === null) throw new Error('No Chromium, Chrome or Edge was found.');
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: quietFlags,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Africa/Bamako',
    acceptDownloads: true,
  });
  // Nobody can answer the browser's save dialogue here; without it the app downloads.
  await context.addInitScript('delete globalThis.showSaveFilePicker');
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(600_000);
  page.on('pageerror', (error) => console.error(`  The page failed: ${error.stack ?? error.message}`));
  await page.goto(address);
  return { page, close: () => context.close() };
}

/**
 * Does a job and gives how long it took in seconds, how many seconds of a processor all of the browser used for it, and by how many
 * mebibytes the memory of the app's own processes (its windows and workers) rose at most; that is null where the system does not
 * tell (/proc).
 *
 * @param {Page} page @param {() => Promise<void>} job
 */
export async function measured(page, job) {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser gives no access to itself.');
  const processes = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo;
  const memory = async () =>
    (await processes()).filter(({ type }) => type === 'renderer').reduce((sum, { id }) => sum + resident(id), 0);
  const processor = async () => (await processes()).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  const used = await processor();
  const before = await memory();
  let most = before;
  const watch = setInterval(() => {
    void memory().then((now) => {
      most = Math.max(most, now);
    });
  }, 100);
  const begun = performance.now();
  try {
    await job();
  } finally {
    clearInterval(watch);
  }
  const seconds = (performance.now() - begun) / 1000;
  const work = (await processor()) - used;
  await session.detach();
  return { seconds, work, rise: existsSync('/proc/self/status') ? most - before : null };
}

/** Memory of a process in mebibytes; 0 when it has ended. @param {number} id */
function resident(id) {
  const status = `/proc/${id}/status`;
  if (!existsSync(status)) return 0;
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
