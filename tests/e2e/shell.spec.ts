import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures/app.ts';

test('the app opens, under a policy that lets nothing in or out', async ({ app }) => {
  await expect(app.page.locator('#root')).not.toBeEmpty();
  const policy = await app.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-inline|'unsafe-eval'/);
});

test('a request to the outside is refused', async ({ app }) => {
  app.tolerate(/example\.org/);
  const outcome = await app.page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(outcome).toBe('refused');
});

test('what the person kept is there after a restart, and after the process was killed', async ({ app }) => {
  const write = (word: string) =>
    app.page.evaluate(
      (value) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('shell-spec', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('words');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const work = opening.result.transaction('words', 'readwrite', { durability: 'strict' });
            work.objectStore('words').put(value, 'word');
            work.oncomplete = () => resolve();
            work.onabort = () => reject(work.error);
          };
        }),
      word,
    );
  const read = () =>
    app.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('shell-spec', 1);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const asked = opening.result.transaction('words').objectStore('words').get('word');
            asked.onsuccess = () => resolve(asked.result);
            asked.onerror = () => reject(asked.error);
          };
        }),
    );
  await write('closed');
  await app.reopen();
  expect(await read()).toBe('closed');
  await write('killed');
  await app.kill();
  await app.reopen();
  expect(await read()).toBe('killed');
});

test('what is served carries the policy that the build wrote', async ({ app, address }) => {
  test.skip(app.shell === 'electron', 'The Electron shell has no server; its protocol is tested under Node.');
  const page = await (await fetch(address)).text();
  expect(page).toContain('<div id="root">');
  expect(JSON.parse(await readFile('out/renderer/headers.json', 'utf8'))).toMatchObject({
    'Content-Security-Policy': (await fetch(address)).headers.get('content-security-policy'),
  });
});

test('a case is renamed, thrown away and brought back on the start screen; deleting it for good is asked about', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Convoy');
  await page.getByRole('button', { name: 'Create case' }).click();
  await expect(page.getByText(/^Journal 1 entry, chain intact/)).toBeVisible();
  await page.getByRole('button', { name: 'Casebound' }).click();

  await page.getByRole('button', { name: 'More for Convoy' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const renaming = page.getByRole('dialog', { name: 'Rename the case' });
  await renaming.getByRole('textbox', { name: 'Title' }).fill('The convoy at the wells');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^The convoy at the wells/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: /^Convoy/ })).toBeVisible();

  await page.getByRole('button', { name: 'More for Convoy' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(page.getByRole('heading', { name: 'Cases in the trash' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Cases in the trash' })).toHaveCount(0);

  await page.getByRole('button', { name: 'More for Convoy' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await page.getByRole('button', { name: 'Delete for good Convoy' }).click();
  const asking = page.getByRole('dialog', { name: 'Delete this case for good?' });
  await asking.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Restore Convoy' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete for good Convoy' }).click();
  await asking.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('A case holds the notes, evidence and claims', { exact: false })).toBeVisible();
});
