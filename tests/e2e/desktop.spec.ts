import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { contentSecurity, securityHeaders } from '#bridge/content-security.ts';
import type { Desktop } from '#bridge/desktop.ts';
import { findChromium, quietFlags } from '#scripts/find-chromium.mjs';
import { serve } from '#scripts/serve.mjs';
import { browserStart } from './fixtures/start-browser.ts';

declare global {
  /** The page of this spec puts the browser shell here. */
  var shell: Desktop;
}

const browserOnly = 'This is the browser shell; Electron has its own.';

/** The browser shell by itself, under the app's own policy, in a real browser. */
const bare = test.extend<{ page: Page }, { address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const root = await mkdtemp(join(tmpdir(), 'casebound-desktop-'));
      await build({
        configFile: false,
        logLevel: 'error',
        define: { 'import.meta.env.CASEBOUND_VERSION': '"1.2.3"' },
        build: {
          outDir: root,
          lib: { entry: 'renderer/desktop/desktop.ts', formats: ['es'], fileName: () => 'desktop.js' },
        },
      });
      await writeFile(join(root, 'page.js'), "import { desktop } from './desktop.js'; globalThis.shell = desktop;");
      await writeFile(join(root, 'headers.json'), JSON.stringify(securityHeaders));
      const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurity}">`;
      await writeFile(
        join(root, 'index.html'),
        `<!doctype html>${policy}<title>shell</title><link rel="icon" href="data:,"><script type="module" src="./page.js"></script>`,
      );
      const server = await serve({ root, port: 0, version: 'test' });
      await use(server.address);
      await server.close();
      await rm(root, { recursive: true });
    },
    { scope: 'worker' },
  ],
  page: async ({ address }, use, info) => {
    info.skip(info.project.name === 'electron', browserOnly);
    const executablePath = await findChromium();
    if (executablePath === null) throw new Error('No Chromium found.');
    const browser = await chromium.launch({ executablePath, args: quietFlags });
    const page = await (await browser.newContext()).newPage();
    const errors: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    page.on('pageerror', (error) => void errors.push(error.message));
    await page.goto(address);
    await page.waitForFunction(() => 'shell' in globalThis);
    await use(page);
    // A style attribute is reported when it is parsed; it is applied all the same, by other means.
    expect(
      errors.filter((error) => !error.includes('hashes do not apply to event handlers, style attributes')),
    ).toEqual([]);
    await browser.close();
  },
});

const withoutDialogue = (page: Page) => page.evaluate(() => void Reflect.deleteProperty(window, 'showSaveFilePicker'));

/** The names of what lies in the origin's private file system. */
const spooled = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('downloads-in-progress', { create: true });
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names;
  });

bare('a stream of 200 MB is downloaded whole', async ({ page }) => {
  await withoutDialogue(page);
  const begun = page.waitForEvent('download');
  const saved = await page.evaluate(() => {
    let n = 0;
    const write = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          if (n === 3200) return controller.close();
          controller.enqueue(new Uint8Array(65_536).fill(n++ % 251));
        },
      });
    return shell.saveStream({ name: 'case.casebound', filter: { name: 'Case', extensions: ['casebound'] } }, write);
  });
  expect(saved).toEqual({ name: 'case.casebound', place: null });
  const download = await begun;
  expect(download.suggestedFilename()).toBe('case.casebound');
  const bytes = await readFile(await download.path());
  expect(bytes.byteLength).toBe(3200 * 65_536);
  for (const piece of [0, 1, 250, 251, 3199]) expect(bytes[piece * 65_536 + 77]).toBe(piece % 251);
});

bare('a save that is broken off, or whose stream fails, leaves nothing and downloads nothing', async ({ page }) => {
  await withoutDialogue(page);
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  const outcome = await page.evaluate(async () => {
    const filter = { name: 'Case', extensions: ['casebound'] };
    const stop = new AbortController();
    const endless = () =>
      new ReadableStream<Uint8Array>({
        async pull(controller) {
          controller.enqueue(new Uint8Array(2_000_000));
          await new Promise((resolve) => setTimeout(resolve, 5));
        },
      });
    const failing = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.error(new RangeError('an asset is damaged'));
        },
      });
    setTimeout(() => stop.abort(), 200);
    const aborted = await shell.saveStream({ name: 'a.casebound', filter, signal: stop.signal }, endless);
    const failed = await shell.saveStream({ name: 'b.casebound', filter }, failing).then(
      () => 'saved',
      (error: unknown) => String(error),
    );
    return { aborted, failed };
  });
  expect(outcome).toEqual({ aborted: null, failed: 'RangeError: an asset is damaged' });
  expect(await spooled(page)).toEqual([]);
  expect(downloads).toBe(0);
});

/** Begins a save that never ends, and resolves when some of it has been written. */
const beginEndless = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const stream = new ReadableStream<Uint8Array>({
          async pull(controller) {
            controller.enqueue(new Uint8Array(2_000_000));
            await new Promise((next) => setTimeout(next, 20));
            if (++pulls === 10) resolve();
          },
        });
        let pulls = 0;
        const filter = { name: 'Case', extensions: ['casebound'] };
        void shell.saveStream({ name: 'a.casebound', filter }, () => stream);
      }),
  );

bare('what a killed browser left of a save is swept at the next start', async ({ address }, info) => {
  bare.skip(info.project.name === 'electron', browserOnly);
  const profile = await mkdtemp(join(tmpdir(), 'casebound-killed-'));
  const start = browserStart(address);
  const first = await start(profile, () => undefined);
  await first.page.waitForFunction(() => 'shell' in globalThis);
  await beginEndless(first.page);
  expect(await spooled(first.page)).toHaveLength(1);
  await first.kill();
  const second = await start(profile, () => undefined);
  await expect.poll(() => spooled(second.page)).toEqual([]);
  await second.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

bare("another window never sweeps a save that still runs; it does sweep a closed window's", async ({ page }) => {
  await withoutDialogue(page);
  await beginEndless(page);
  const open = async () => {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.waitForFunction(() => 'shell' in globalThis);
    await withoutDialogue(other);
    return other;
  };
  const other = await open();
  // A save sweeps before it begins: when it has ended, the live one was looked at.
  const filter = { name: 'Text', extensions: ['txt'] };
  await other.evaluate(
    (wanted) => shell.saveStream({ name: 'b.txt', filter: wanted }, () => new Blob(['words']).stream()),
    filter,
  );
  const both = await spooled(other);
  expect(both).toHaveLength(2);
  await page.close();
  const third = await open();
  await expect.poll(() => spooled(third)).toHaveLength(1);
});

bare('the save dialogue is used where there is one; a save broken off leaves no empty file', async ({ page }) => {
  const outcome = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    // The dialogue itself cannot be driven; what it gives is a handle like this one.
    const showSaveFilePicker = ({ suggestedName }: { suggestedName: string }) =>
      root.getFileHandle(suggestedName, { create: true });
    Object.assign(globalThis, { showSaveFilePicker });
    const filter = { name: 'Text', extensions: ['txt'] };
    const saved = await shell.saveStream({ name: 'kept.txt', filter }, () => new Blob(['words']).stream());
    const failing = () =>
      new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('broken')) });
    const failed = await shell
      .saveStream({ name: 'gone.txt', filter }, failing)
      .catch((error: unknown) => String(error));
    const text = await (await (await root.getFileHandle('kept.txt')).getFile()).text();
    const names: string[] = [];
    for await (const name of root.keys()) names.push(name);
    return { saved, failed, text, names };
  });
  expect(outcome).toEqual({
    saved: { name: 'kept.txt', place: null },
    failed: 'Error: broken',
    text: 'words',
    names: ['kept.txt'],
  });
});

bare('a document is printed with its own styles, without its scripts, under the policy', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const html = `<!doctype html><html lang="fr" dir="ltr"><head><title>Note</title><style>p { color: rgb(1, 2, 3) }</style></head>
      <body><p style="margin-left: 7px">Une note</p><script>parent.hacked = true</script></body></html>`;
    const printing = shell.printHtml(html, 'note.pdf');
    const frame = document.querySelector('iframe');
    const inside = frame?.contentWindow;
    // The system's dialogue would wait for a person: it opens and closes at once.
    if (inside) inside.print = () => void inside.dispatchEvent(new Event('afterprint'));
    const paragraph = frame?.contentDocument?.querySelector('p');
    const style = paragraph && getComputedStyle(paragraph);
    const look = {
      colour: style?.color,
      margin: style?.marginLeft,
      language: frame?.contentDocument?.documentElement.lang,
    };
    const saved = await Promise.race([printing, new Promise((resolve) => setTimeout(() => resolve('never'), 5000))]);
    return { ...look, saved, hacked: 'hacked' in globalThis, frames: document.querySelectorAll('iframe').length };
  });
  expect(seen).toEqual({
    colour: 'rgb(1, 2, 3)',
    margin: '7px',
    language: 'fr',
    saved: null,
    hacked: false,
    frames: 0,
  });
});

bare('only web addresses are opened outside, and what a browser cannot do says so', async ({ page }) => {
  const codes = await page.evaluate(async () => {
    const code = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error));
    return [
      await shell.openOutside('javascript:alert(1)').catch(code),
      await shell.openOutside('file:///etc/passwd').catch(code),
      await shell.reveal({ name: 'a', place: null }).catch(code),
    ];
  });
  expect(codes).toEqual(['refused', 'refused', 'unavailable']);
  expect(await page.evaluate(() => [shell.shell, shell.version, shell.canReveal])).toEqual(['browser', '1.2.3', false]);
});
