import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { chatExport } from './fixtures/chat-export.ts';
import { drawPng } from './fixtures/draw-png.ts';
import type { RunningApp } from './fixtures/running-app.ts';

const said = (id: number, inside: string) =>
  `<div class="message default clearfix" id="message${id}"><div class="body">
<div class="pull_right date details" title="22.01.2026 18:09:05 UTC+01:00">18:09</div>
<div class="from_name">\nAnn B. \n</div>${inside}</div></div>`;

/** A chat as Telegram Desktop writes it in pages: a forwarded message and one more. */
const page1 = `<!DOCTYPE html><html><body><div class="page_wrap"><div class="page_header"><div class="content">
<div class="text bold">\nRoom \n</div></div></div><div class="page_body chat_page"><div class="history">
${said(5, '<div class="forwarded body"><div class="from_name">\nOrigin <span class="date details" title="21.01.2026 17:23:09 UTC+01:00"> 21.01.2026</span></div><div class="text">\nThe convoy left at dawn.\n       </div></div>')}
${said(6, '<div class="text">\nNobody answered.\n       </div>')}</div></div></div></body></html>`;

const json = JSON.stringify({
  name: 'Room',
  type: 'private_supergroup',
  id: 77,
  messages: [
    {
      id: 5,
      type: 'message',
      date: '2026-01-22T18:09:05',
      date_unixtime: '1769101745',
      from: 'Ann B.',
      from_id: 'user9',
      forwarded_from: 'Origin',
      text: 'The convoy left at dawn.',
    },
  ],
});

const intake = (page: Page) => page.getByRole('region', { name: 'Intake' });
const found = (page: Page) => intake(page).getByRole('form', { name: 'What was found' });
const result = (page: Page) => intake(page).getByRole('region', { name: 'What was taken in' });

async function newCase({ page }: RunningApp): Promise<Page> {
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Convoy');
  await page.getByRole('button', { name: 'Create case' }).click();
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  return page;
}

async function give(app: RunningApp, files: Record<string, string>): Promise<void> {
  const folder = join(app.folder, 'given');
  await mkdir(folder, { recursive: true });
  const paths = await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      await writeFile(join(folder, name), content);
      return join(folder, name);
    }),
  );
  await app.chooseFiles(paths, () => intake(app.page).getByRole('button', { name: 'Choose files…' }).click());
  await expect(found(app.page)).toBeVisible();
}

test('pages and JSON of one chat are one find; the pages alone, afterwards, bring nothing twice', async ({ app }) => {
  const page = await newCase(app);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Intake' }).click();
  await give(app, { 'messages.html': page1, 'result.json': json });
  await expect(found(page).getByRole('region', { name: '1 Telegram export' })).toContainText('2 messages');
  await expect(found(page)).not.toContainText('as pages');
  await found(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toContainText('2 exhibits taken in');

  await result(page).getByRole('button', { name: 'Close' }).click();
  await give(app, { 'messages.html': page1 });
  await expect(found(page).getByRole('region', { name: '1 Telegram export as pages' })).toContainText('2 messages');
  await found(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toContainText('Nothing new, and nothing written · 2 here already');
});

test('a link to a post, pasted anywhere but into a field, is shown and taken in', async ({ app }) => {
  const page = await newCase(app);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'https://t.me/channel_a/4112');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(found(page).getByRole('region', { name: '1 Telegram link or copied message' })).toBeVisible();
  await found(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toContainText('1 exhibit taken in');
});

test('JSON first, its pages later: the forward gets its date, and the pages know what is here', async ({ app }) => {
  const page = await newCase(app);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Intake' }).click();
  await give(app, { 'result.json': json });
  await found(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toHaveText('1 exhibit taken in');
  await result(page).getByRole('button', { name: 'Close' }).click();

  await give(app, { 'messages.html': page1, 'result.json': json });
  await found(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toHaveText(
    '1 exhibit taken in · 1 here completed with what was missing · 1 here already',
  );
  await result(page).getByRole('button', { name: 'Close' }).click();

  await rm(join(app.folder, 'given', 'result.json'));
  await give(app, { 'messages.html': page1 });
  await found(page).getByRole('button', { name: 'Choose messages…' }).click();
  const rows = page.getByRole('dialog').getByRole('listbox', { name: 'Messages' }).getByRole('option');
  await expect(rows.filter({ hasText: 'The convoy left at dawn.' })).toContainText('EX-');
});

test('service messages are taken when asked for; a picture that was missing is attached when it is there', async ({
  app,
}) => {
  const page = await newCase(app);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Intake' }).click();
  await give(app, { 'result.json': chatExport() });
  const service = found(page).getByRole('checkbox', { name: 'also what Telegram tells of by itself (1)' });
  await expect(service).not.toBeChecked();
  await found(page).getByText('also what Telegram tells of by itself (1)').click();
  await expect(service).toBeChecked();
  await found(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toHaveText('8 exhibits taken in');
  await result(page).getByRole('button', { name: 'Close' }).click();

  const folder = join(app.folder, 'given');
  await mkdir(join(folder, 'photos'));
  await writeFile(join(folder, 'photos', 'photo_1@27-07-2024.jpg'), drawPng(2, 2));
  await app.chooseFiles([folder], () => intake(page).getByRole('button', { name: 'Choose a folder…' }).click());
  await expect(found(page)).toContainText('1 here whose files were missing: they are here now');
  await found(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toHaveText('1 here completed with what was missing · 7 here already');
  await expect(page.getByText(/^8 exhibits · /)).toBeVisible();
  await result(page).getByRole('button', { name: 'Undo the intake' }).click();
  await expect(page.getByText('8 exhibits', { exact: true })).toBeVisible();
});
