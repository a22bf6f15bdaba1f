import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildWhenStale, project } from './build.mjs';
import { findChromium, quietFlags } from './find-chromium.mjs';
import { serve } from './serve.mjs';

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));

/** How long any one wait on the app may take, in milliseconds. */
export const patience = 20_000;

/**
 * Builds the app where that is due, serves it on a free port and starts a Chromium without a window, for the length of `work`.
 * Each window that `work` opens has a profile of its own: nothing is in it but what is done in it.
 *
 * @param {(app: DrivenApp) => Promise<void>} work
 *
 * @typedef {{ width: number, height: number, theme?: 'light' | 'dark' }} Look
 * @typedef {{ address: string, open: (look: Look) => Promise<import('@playwright/test').Page> }} DrivenApp
 */
export async function driveApp(work) {
  const executablePath = await findChromium();
  if (!executablePath) {
    throw new Error('No Chromium, Chrome or Edge was found. Install one, or name its file in CASEBOUND_CHROMIUM.');
  }
  buildWhenStale();
  const server = await serve({ root: join(project, 'out', 'renderer'), port: 0, version });
  try {
    const browser = await chromium.launch({ executablePath, args: quietFlags, timeout: patience });
    /** @type {import('@playwright/test').Page[]} */
    const pages = [];
    try {
      await work({
        address: server.address,
        async open({ width, height, theme = 'light' }) {
          const profile = await browser.newContext({
            viewport: { width, height },
            colorScheme: theme,
            locale: 'en-GB',
            timezoneId: 'Africa/Bamako',
            acceptDownloads: true,
          });
          const page = await profile.newPage();
          pages.push(page);
          page.setDefaultTimeout(patience);
          page.on('pageerror', (error) => console.error(`  The page failed: ${error.stack ?? error.message}`));
          page.on('console', (message) => {
            if (message.type() === 'error') console.error(`  The page says: ${message.text()}`);
          });
          // Nobody can answer the browser's save dialogue here; without it the app downloads.
          await page.addInitScript('delete globalThis.showSaveFilePicker');
          await page.goto(server.address);
          return page;
        },
      });
    } catch (error) {
      await showPages(pages);
      throw error;
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

/** Keeps a picture of every window as it stood when something failed. @param {import('@playwright/test').Page[]} pages */
async function showPages(pages) {
  for (const [at, page] of pages.entries()) {
    if (page.isClosed()) continue;
    const path = join(project, 'out', `failed-${at + 1}.png`);
    await page.screenshot({ path });
    console.error(`The window as it stood: ${path}`);
  }
}

/**
 * Does one step, says it, and says how long it took; a step that fails is named before the error.
 *
 * @template T
 * @param {string} words
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(words, work) {
  const begun = performance.now();
  try {
    const result = await work();
    console.log(`${words} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    return result;
  } catch (error) {
    console.error(`${words}: failed`);
    throw error;
  }
}
