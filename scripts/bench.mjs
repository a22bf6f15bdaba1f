import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { bareReading, fillExhibits, fillNote, longText } from '../bench/fill.mjs';
import { printTable } from '../bench/summary.mjs';
import { keysToPaint, plainPage } from '../bench/typing.mjs';
import { project } from './build.mjs';
import { driveApp, step } from './drive-app.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** What must be on screen before a person can work: the note to write in and the evidence beside it. */
const ready = ['main [contenteditable="true"]', 'section [role="grid"] [role="row"]'];

/** Milliseconds from the start of loading the page until the case can be worked in. @param {Page} page */
async function start(page) {
  await page.goto('about:blank');
  await page.goBack({ waitUntil: 'commit' });
  return untilReady(page, 0);
}

/** Milliseconds from a click on the case in the start screen until it can be worked in. @param {Page} page @param {string} address */
async function open(page, address) {
  await page.goto(address);
  const card = page.getByRole('button', { name: /^Tinzaouaten/ }).first();
  await card.waitFor();
  await page.evaluate(() =>
    addEventListener('click', (event) => Object.assign(globalThis, { benchFrom: event.timeStamp }), {
      capture: true,
      once: true,
    }),
  );
  await card.click();
  await page.waitForFunction('globalThis.benchFrom !== undefined');
  return untilReady(page, Number(await page.evaluate('benchFrom')));
}

/** @param {Page} page @param {number} from a moment of the page's own clock */
async function untilReady(page, from) {
  const at = await page.evaluate(
    (selectors) =>
      /** @type {Promise<number>} */ (
        new Promise((resolve, reject) => {
          setTimeout(
            () => reject(new Error(`Not on screen: ${selectors.filter((one) => !document.querySelector(one))}`)),
            20_000,
          );
          const look = () => {
            if (!selectors.every((selector) => document.querySelector(selector))) return requestAnimationFrame(look);
            // A message is answered after the frame has been painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now());
            port2.postMessage(null);
          };
          look();
        })
      ),
    ready,
  );
  return at - from;
}

/** @param {number} times @param {() => Promise<number>} work */
async function repeat(times, work) {
  const measured = [];
  for (let n = 0; n < times; n += 1) measured.push(await work());
  return measured;
}

/** @type {import('../bench/summary.mjs').Row[]} */
const rows = [];

/** @param {Page} page @param {string} address @param {string} size */
async function startAndOpen(page, address, size) {
  const bare = await repeat(5, () => bareReading(page));
  const first = rows.find(({ job }) => job.startsWith('start to interactive'));
  rows.push({
    job: `start to interactive, ${size}`,
    times: await repeat(5, () => start(page)),
    ...(first && { reference: { name: 'start with the sample', times: first.times } }),
  });
  rows.push({
    job: `open the case, ${size}`,
    times: await repeat(5, () => open(page, address)),
    reference: { name: 'bare IndexedDB reading of the same rows', times: bare },
  });
}

await driveApp(async (app) => {
  console.log(`Measuring on ${cpus().length} processors (${cpus()[0]?.model.trim() ?? 'unknown'}).`);
  const page = await app.open({ width: 1440, height: 900 });
  await step('Opened the sample', async () => {
    await page.getByRole('button', { name: 'Open the sample case' }).click();
    await untilReady(page, 0);
  });
  await step('Measured with the sample', () => startAndOpen(page, app.address, 'the sample'));

  const [caseAddress] = page.url().split('/notes');
  await step('Measured typing in 20,000 words with 300 chips', async () => {
    const note = await fillNote(page, { words: 20_000, chips: 300 });
    await page.goto('about:blank');
    await page.goto(`${caseAddress}/notes/${note}`);
    await untilReady(page, 0);
    const text = page.locator('main [contenteditable="true"] p').nth(250);
    await text.scrollIntoViewIfNeeded();
    await text.click();
    await page.keyboard.press('End');
    const typed = 'three men were left and still fighting when the last message came in late on saturday night';
    const times = await keysToPaint(page, typed);
    const plain = await app.open({ width: 1440, height: 900 });
    const paragraphs = longText(20_000, []).root.children.map(({ children }) =>
      children.map((run) => ('text' in run ? run.text : '')).join(''),
    );
    await plainPage(plain, paragraphs);
    const bare = await keysToPaint(plain, typed);
    await plain.context().close();
    rows.push({
      job: 'key to paint, 20,000 words, 300 chips',
      times,
      reference: { name: 'bare editable page', times: bare },
    });
  });

  await step('Measured with 10,000 exhibits', async () => {
    await page.goto(`${caseAddress}/notes`);
    await untilReady(page, 0);
    await fillExhibits(page, 10_000);
    await startAndOpen(page, app.address, '10,000 exhibits');
  });

  await step('Measured adding an exhibit to 10,000', async () => {
    const times = [];
    for (let n = 10_001; n <= 10_010; n += 1) times.push(await addExhibit(page, `EX-${n}`));
    rows.push({ job: 'add an exhibit, Ctrl-Enter to its page, 10,000', times });
  });
});

console.log('');
printTable(rows);

const caseFile = join(project, 'bench', 'case-file.mjs');
if (existsSync(caseFile)) {
  console.log('');
  await import(caseFile);
}

/** Adds an exhibit through the form, and gives the milliseconds from Ctrl-Enter to the frame that shows it. @param {Page} page @param {string} label the number it will get */
async function addExhibit(page, label) {
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title', exact: true }).fill(`Measured ${label}`);
  await page.evaluate((wanted) => {
    /** @type {Promise<number>} */
    const shown = new Promise((resolve) => {
      const onKey = (/** @type {KeyboardEvent} */ { key, timeStamp }) => {
        if (key !== 'Enter') return;
        removeEventListener('keydown', onKey, true);
        const look = () => {
          if (!document.querySelector('section[aria-label="Evidence beside"]')?.textContent?.includes(wanted))
            return requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - timeStamp);
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      };
      addEventListener('keydown', onKey, true);
    });
    Object.assign(globalThis, { benchShown: shown });
  }, label);
  await page.keyboard.press('Control+Enter');
  return Number(await page.evaluate('benchShown'));
}
