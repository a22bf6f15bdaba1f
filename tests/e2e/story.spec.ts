import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { project } from '#scripts/build.mjs';
import { expect, test } from './fixtures/app.ts';
import { drawPng } from './fixtures/draw-png.ts';

const post = 'Бой шёл трое суток, отходить было некуда. По нашим данным, погибших не менее двадцати.';
const realPhoto = join(project, '..', 'shared', 'samples', 'photos', 'exif-samples', 'DSCN0010.jpg');

async function addPost(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add evidence' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add evidence' });
  await dialog
    .getByRole('radio', { name: /Telegram/ })
    .or(dialog.getByRole('button', { name: /^Telegram/ }))
    .first()
    .click();
  await dialog.getByLabel('Title').fill('Channel A, post 4112');
  await dialog.getByLabel('Word for word').fill(post);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
}

test('a case goes from the first note to a case file, and a second machine finds everything in it', async ({ app }) => {
  test.slow();
  const { page } = app;
  page.setDefaultTimeout(15_000);

  // An empty screen, a case, a post typed in from the keyboard.
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('The ambush');
  await page.getByLabel('Your name').fill('Ada Desk');
  await page.getByRole('button', { name: 'Create case' }).click();
  await addPost(page);

  // A photo with its file: the original stays as it was, named by its hash.
  const photo = existsSync(realPhoto) ? realPhoto : join(app.folder, 'wreck.png');
  if (photo !== realPhoto) await writeFile(photo, drawPng(40, 30));
  await page.getByRole('button', { name: 'Add evidence' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add evidence' });
  await dialog
    .getByRole('radio', { name: /Photo/ })
    .or(dialog.getByRole('button', { name: /^Photo/ }))
    .first()
    .click();
  await dialog.getByLabel('Title').fill('The wreck by the road');
  await page.keyboard.press('Control+Enter');
  const beside = page.getByRole('region', { name: 'Evidence beside' });
  await app.chooseFiles([photo], () => beside.getByRole('button', { name: 'Attach files' }).click());
  await expect(beside.getByRole('region', { name: 'Files' })).toContainText('SHA-256');

  // A note that cites the post, and a claim made of one of its sentences.
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Notes' }).click();
  await page.getByRole('button', { name: 'New note' }).first().click();
  await page.getByRole('textbox', { name: 'Title of the note' }).fill('What is known');
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: 'Text of the note' });
  await page.keyboard.type('At least twenty men were killed.');
  await page.keyboard.press('Shift+Home');
  await page.getByRole('button', { name: 'Make a claim' }).click();
  await expect(text.locator('[data-citation]')).toContainText('C-1');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' A channel says so @4112');
  await page.getByRole('listbox').getByRole('option', { name: /EX-1/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
  await expect(page.locator('[data-saving="saved"]')).toBeVisible();

  // The post supports the claim; its standing says so at once.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('C-1');
  await page.getByRole('option', { name: /C-1/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Link exhibits/ }).click();
  const linking = page.getByRole('dialog');
  await linking.getByRole('combobox', { name: 'Exhibits' }).fill('EX-1');
  await page.getByRole('option', { name: /EX-1/ }).click();
  await linking.getByLabel('Because').fill('It counts them.');
  await linking.getByRole('button', { name: /^Link/ }).last().click();
  await expect(page.getByText(/supported by 1 exhibit/)).toBeVisible();

  // Out as one file, the power gone, the next morning; then the file on a machine that has never seen the case.
  await page.getByRole('button', { name: 'Export case file' }).click();
  const exporting = page.getByRole('dialog', { name: 'Export this case' });
  const path = await app.save('ambush.casebound', () =>
    exporting.getByRole('button', { name: 'Save case file' }).click(),
  );
  await expect(exporting.getByRole('status')).toContainText('Fingerprint');
  await app.kill();
  const morning = await app.reopen();
  await expect(morning.getByText('The ambush').first()).toBeVisible();

  await app.close();
  await rm(join(app.folder, 'profile'), { recursive: true });
  const other = await app.reopen();
  await app.chooseFiles([path], () => other.getByRole('button', { name: 'Open case file…' }).click());
  await other.getByRole('button', { name: 'Export case file' }).waitFor();
  await expect(other.getByRole('textbox', { name: 'Text of the note' })).toContainText(
    'At least twenty men were killed',
  );
  await expect(other.getByText('2 exhibits')).toBeVisible();
  await expect(other.getByText(/chain intact/)).toBeVisible();
  await other
    .getByRole('textbox', { name: 'Text of the note' })
    .locator('[data-citation]', { hasText: 'EX-1' })
    .click();
  await expect(other.getByRole('region', { name: 'Evidence beside' })).toContainText(post);
});
