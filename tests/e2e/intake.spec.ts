import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { pdfOf } from '#domain/intake/pdf.fixture.ts';
import { expect, test } from './fixtures/app.ts';
import type { RunningApp } from './fixtures/running-app.ts';

const posts = [
  { id: 4111, text: 'Бой шёл трое суток.' },
  { id: 4112, text: 'До восьмидесяти погибших.' },
  { id: -999_999_990, text: 'Из старой группы.' },
];

/** A channel's export as Telegram Desktop writes it; `changed` is the text of the second post after an edit. */
function channelExport(changed?: string): string {
  const messages = posts.map(({ id, text }, n) => ({
    id,
    type: 'message',
    date: `2024-07-27T1${n}:00:00`,
    date_unixtime: String(1_722_074_400 + n * 3600),
    ...(changed !== undefined && n === 1 && { edited: '2024-07-28T09:00:00', edited_unixtime: '1722157200' }),
    from: 'Channel A',
    from_id: 'channel1234567890',
    ...(n === 2 && { forwarded_from: 'Channel B' }),
    text: changed !== undefined && n === 1 ? changed : text,
    text_entities: [{ type: 'plain', text: changed !== undefined && n === 1 ? changed : text }],
  }));
  return JSON.stringify({ name: 'Channel A', type: 'public_channel', id: 1_234_567_890, messages }, null, 1);
}

/** Gives files to the intake view and waits until they were looked at. */
async function give(app: RunningApp, ...files: Record<string, string>[]): Promise<void> {
  const folder = join(app.folder, 'given');
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [name, content] of files.flatMap((file) => Object.entries(file))) {
    const path = join(folder, name);
    await writeFile(path, content);
    paths.push(path);
  }
  const { page } = app;
  await app.chooseFiles(paths, () => intake(page).getByRole('button', { name: 'Choose files…' }).click());
  await expect(intake(page).getByRole('form', { name: 'What was found' })).toBeVisible();
}

/** How many dark points a drawn page has. */
function inkOf(page: Locator): Promise<number> {
  return page.evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0;
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128 && (data[at + 3] ?? 0) > 128) dark += 1;
    return dark;
  });
}

const intake = (page: Page) => page.getByRole('region', { name: 'Intake' });
const inbox = (page: Page) => page.getByRole('region', { name: 'Inbox' });
const result = (page: Page) => intake(page).getByRole('region', { name: 'What was taken in' });

async function openIntake(app: RunningApp): Promise<Page> {
  const { page } = app;
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Convoy');
  await page.getByRole('button', { name: 'Create case' }).click();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Intake' }).click();
  await expect(intake(page)).toBeVisible();
  return page;
}

test('a Telegram export is shown before it is taken in, waits in the inbox, and is undone in one step', async ({
  app,
}) => {
  const page = await openIntake(app);
  await give(app, { 'renamed.txt': channelExport(), 'unknown.bin': '\u0001\u0002' });
  const found = intake(page).getByRole('form', { name: 'What was found' });
  await expect(found.getByRole('region', { name: '1 Telegram export' })).toContainText('3 messages');
  const other = found.getByRole('region', { name: '1 other file' });
  await expect(other.getByRole('checkbox', { name: 'unknown.bin' })).not.toBeChecked();
  await expect(page.getByText('0 exhibits')).toBeVisible();

  await found.getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toContainText('3 exhibits taken in');
  await expect(inbox(page).getByRole('option')).toHaveCount(3);
  await expect(inbox(page)).toContainText('До восьмидесяти погибших.');

  await result(page).getByRole('button', { name: 'Undo the intake' }).click();
  await expect(page.getByText('0 exhibits')).toBeVisible();
  await expect(inbox(page)).toHaveCount(0);
});

test('the same export again adds nothing; a newer one shows an edited post beside the old', async ({ app }) => {
  const page = await openIntake(app);
  await give(app, { 'result.json': channelExport() });
  await intake(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toContainText('3 exhibits taken in');

  await give(app, { 'result.json': channelExport() });
  await intake(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toContainText('Nothing new, and nothing written · 3 here already');

  await give(app, { 'result.json': channelExport('До ста погибших.') });
  await intake(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toContainText('1 exhibit taken in · 1 changed at its source since');
  await expect(page.getByText('4 exhibits')).toBeVisible();
  await expect(inbox(page)).toContainText('До восьмидесяти погибших.');
  await expect(inbox(page)).toContainText('До ста погибших.');
});

test('what waits is sorted in and set aside from the keyboard', async ({ app }) => {
  const page = await openIntake(app);
  await give(app, { 'result.json': channelExport() });
  await intake(page).getByRole('button', { name: 'Take in' }).click();
  const rows = inbox(page).getByRole('option');
  await expect(rows).toHaveCount(3);
  await rows.first().click();
  await page.keyboard.press('s');
  await expect(rows).toHaveCount(2);
  await rows.first().click();
  await page.keyboard.press('x');
  await expect(rows).toHaveCount(1);
  await inbox(page).getByText('Set aside 1').click();
  await expect(rows).toHaveCount(1);
});

test('two files of one name are two files', async ({ app }) => {
  const page = await openIntake(app);
  const paths = await Promise.all(
    ['one', 'two'].map(async (folder) => {
      await mkdir(join(app.folder, folder));
      const path = join(app.folder, folder, 'result.json');
      await writeFile(path, channelExport().replace('1234567890,', folder === 'one' ? '1234567890,' : '1234567891,'));
      return path;
    }),
  );
  await app.chooseFiles(paths, () => intake(page).getByRole('button', { name: 'Choose files…' }).click());
  await expect(intake(page).getByRole('region', { name: '2 Telegram exports' })).toBeVisible();
});

test('documents bring their words; any other file is kept as it is when it is ticked', async ({ app }) => {
  const page = await openIntake(app);
  await give(app, {
    'report.pdf': pdfOf('They counted twenty.', 'On the second page.'),
    'statement.txt': 'Мы никого не видели.',
    'unknown.bin': '\u0001\u0002',
  });
  const found = intake(page).getByRole('form', { name: 'What was found' });
  await expect(found.getByRole('region', { name: '2 documents' })).toContainText('statement.txt');
  await found.getByRole('region', { name: '1 other file' }).getByText('unknown.bin').first().click();
  await found.getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toContainText('3 exhibits taken in');

  const opened = page.getByRole('region', { name: 'Evidence beside' }).getByRole('article');
  await inbox(page).getByRole('option').filter({ hasText: 'statement.txt' }).dblclick();
  await expect(opened).toContainText('Мы никого не видели.');
  await inbox(page).getByRole('option').filter({ hasText: 'report.pdf' }).dblclick();
  await expect(opened).toContainText('On the second page.');
  await expect(opened.getByRole('img', { name: 'Page 1 of 2' })).toBeVisible();
  await opened.getByRole('button', { name: 'Page after' }).click();
  const drawn = opened.getByRole('img', { name: 'Page 2 of 2' });
  await expect(drawn).toBeVisible();
  await expect(async () => expect(await inkOf(drawn)).toBeGreaterThan(0)).toPass();
});
