import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { anotherMachine, exportCase, openFile } from './fixtures/case-files.ts';
import type { RunningApp } from './fixtures/running-app.ts';

const mebibyte = 1024 * 1024;

/** What lies on this device of cases and their files, and what a save that was broken off would leave. */
function stored(
  page: Page,
): Promise<{ cases: number; assets: number; chunks: number; journal: number; spools: number }> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('casebound'));
    const count = (table: string) => done(database.transaction(table).objectStore(table).count());
    const [cases, assets, chunks, journal] = await Promise.all(['cases', 'assets', 'chunks', 'journal'].map(count));
    database.close();
    let spools = 0;
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) {
      if (name !== 'downloads-in-progress') continue;
      for await (const _ of (await root.getDirectoryHandle(name)).keys()) spools += 1;
    }
    return { cases: cases ?? 0, assets: assets ?? 0, chunks: chunks ?? 0, journal: journal ?? 0, spools };
  });
}

/** A case with one exhibit that has a film of so many bytes. */
async function caseWithFilm(app: RunningApp, bytes: number): Promise<void> {
  const { page } = app;
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('A long film');
  await page.getByRole('button', { name: 'Create case' }).click();
  await page.getByRole('button', { name: 'Add evidence' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Film');
  await page.keyboard.press('Control+Enter');
  const files = page.getByRole('article', { name: /Film/ }).getByRole('region', { name: 'Files' });
  const path = join(app.folder, 'film.bin');
  await writeFile(path, Buffer.alloc(bytes, 'a film of some length '));
  await app.chooseFiles([path], () => files.getByRole('button', { name: 'Attach files' }).click());
  await expect(files.getByText('film.bin', { exact: true })).toBeVisible({ timeout: 60_000 });
}

test('an export and an opening that are cancelled leave nothing, and go through when they are begun again', async ({
  app,
}) => {
  test.slow();
  await caseWithFilm(app, 200 * mebibyte);
  const before = await stored(app.page);
  let downloads = 0;
  app.page.on('download', () => {
    downloads += 1;
  });

  await app.page.getByRole('button', { name: 'Export case file' }).click();
  const exporting = app.page.getByRole('dialog', { name: 'Export this case' });
  await exporting.getByRole('button', { name: 'Save case file' }).click();
  await expect(exporting.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /[1-9].* of 2\d\d/);
  expect((await stored(app.page)).spools).toBe(1);
  await exporting.getByRole('button', { name: 'Cancel' }).click();
  await expect(exporting.getByRole('button', { name: 'Save case file' })).toBeVisible();
  await expect.poll(() => stored(app.page)).toEqual(before);
  expect(downloads).toBe(0);
  await exporting.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.page.getByRole('article', { name: /Film/ })).toBeVisible();
  const path = await exportCase(app, 'film.casebound');

  await anotherMachine(app);
  await expect(app.page.getByText('A case holds the notes, evidence and claims')).toBeVisible();
  const empty = await stored(app.page);
  await openFile(app, path);
  const opening = app.page.getByRole('dialog', { name: 'Open a case file' });
  await expect.poll(async () => (await stored(app.page)).chunks).toBeGreaterThan(2);
  await opening.getByRole('button', { name: 'Cancel' }).click();
  await expect(opening).toHaveCount(0);
  await expect.poll(() => stored(app.page)).toEqual(empty);
  await expect(app.page.getByText('A case holds the notes, evidence and claims')).toBeVisible();

  await openFile(app, path);
  await expect(app.page.getByRole('button', { name: 'Export case file' })).toBeVisible({ timeout: 60_000 });
  expect(await stored(app.page)).toMatchObject({ cases: 1, assets: 1, chunks: 25 });
});
