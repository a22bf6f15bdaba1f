import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import type { RunningApp } from './fixtures/running-app.ts';

const lines = [
  'Ссылка;Когда;Кто;Широта;Долгота;Метки;Заметка',
  'https://t.me/channel/12;03.04.2024 18:30;Канал А;20,45;1,98;танк, место/граница;Бой шёл трое суток',
  'https://youtu.be/x;27.07.2024;B;;;;=IMAGE("https://a.b/c.png")',
  'https://a.b/3;32.07.2024;C;;;;нет такого дня',
  'https://a.b/4;28.07.2024;D;;;;страница',
];
/** The Cyrillic letters of a text in the encoding of Windows. */
function inWindows1251(text: string): Uint8Array {
  const code = (letter: string) => {
    const point = letter.charCodeAt(0);
    return point < 128 ? point : point === 0x451 ? 0xb8 : point - 0x350;
  };
  return new Uint8Array([...text].map(code));
}

async function give(app: RunningApp, name: string, content: string | Uint8Array, beside = {}): Promise<void> {
  const folder = join(app.folder, 'given');
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [file, bytes] of Object.entries<string | Uint8Array>({ [name]: content, ...beside })) {
    const path = join(folder, file);
    await writeFile(path, bytes);
    paths.push(path);
  }
  await app.chooseFiles(paths, () => intake(app.page).getByRole('button', { name: 'Choose files…' }).click());
  await expect(found(app.page)).toBeVisible();
}

const intake = (page: Page) => page.getByRole('region', { name: 'Intake' });
const inbox = (page: Page) => page.getByRole('region', { name: 'Inbox' });
const found = (page: Page) => intake(page).getByRole('form', { name: 'What was found' });
const result = (page: Page) => intake(page).getByRole('region', { name: 'What was taken in' });
const dialog = (page: Page) => page.getByRole('dialog');
const toast = (page: Page) => page.locator('[data-react-aria-top-layer]');

async function openIntake(app: RunningApp): Promise<Page> {
  const { page } = app;
  await page.getByRole('button', { name: 'New case' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Convoy');
  await page.getByRole('button', { name: 'Create case' }).click();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Intake' }).click();
  await expect(intake(page)).toBeVisible();
  return page;
}

/** Chooses one of a list that opens. */
async function choose(page: Page, field: string, choice: string): Promise<void> {
  await dialog(page).getByRole('button', { name: field }).click();
  await page.getByRole('option', { name: choice, exact: true }).click();
}

test('a table of links becomes exhibits once its columns are said, and the same table again adds nothing', async ({
  app,
}) => {
  const page = await openIntake(app);
  await give(app, 'links.csv', inWindows1251(lines.join('\r\n')));
  const group = found(page).getByRole('region', { name: '1 table' });
  await expect(group).toContainText('4 rows');
  // Nothing is taken in before the columns are said.
  await expect(found(page).getByRole('button', { name: 'Take in' })).toBeDisabled();
  await expect(group.getByRole('checkbox', { name: 'Its rows, each an exhibit' })).toBeDisabled();

  await group.getByRole('button', { name: 'Say what its columns are…' }).click();
  await expect(dialog(page).getByRole('button', { name: /Letters/ })).toContainText('Windows, Cyrillic');
  await expect(dialog(page).getByRole('button', { name: /Between cells/ })).toContainText('Semicolon');
  // Known names are proposed, others are kept as they are.
  await expect(dialog(page).getByRole('button', { name: /Ссылка is/ })).toContainText('Address');
  await expect(dialog(page).getByRole('button', { name: /Когда is/ })).toContainText('Keep as it is');
  await choose(page, 'Когда is', 'Published');
  await choose(page, 'Кто is', 'Account or author');
  await choose(page, 'Заметка is', 'Text');
  // A date that could be two is not guessed.
  const outcome = dialog(page).getByRole('region', { name: 'What comes of it' });
  await expect(outcome.getByRole('status')).toContainText('2 exhibits');
  await expect(outcome).toContainText('Two dates at once');
  await expect(dialog(page)).toContainText('Some here can only be day first.');
  await choose(page, 'Dates in numbers', 'Day first: 27/7/2024');
  await expect(outcome.getByRole('status')).toContainText('3 exhibits (1 post, 1 video, 1 web page) · 1 row is left');
  await expect(outcome.getByRole('listitem').filter({ hasText: 'row 4' })).toContainText('32.07.2024');
  const rows = outcome.getByRole('list', { name: 'The first rows as exhibits' });
  await expect(rows).toContainText('Бой шёл трое суток');
  await expect(rows).toContainText('20.45, 1.98');
  await expect(rows).toContainText('#место/граница');

  await dialog(page).getByRole('textbox', { name: 'Keep under a name' }).fill('Links of the desk');
  await dialog(page).getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(dialog(page).getByRole('button', { name: 'Links of the desk', exact: true })).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Use these columns' }).click();
  await expect(group.getByRole('checkbox', { name: 'Its rows, each an exhibit' })).toBeChecked();
  await found(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toContainText('3 exhibits taken in');
  await result(page).getByText('No date in the order that was chosen').click();
  await expect(result(page)).toContainText('row 4, Когда · 32.07.2024');
  await expect(inbox(page).getByRole('option')).toHaveCount(3);
  await expect(inbox(page)).toContainText('Бой шёл трое суток');

  // All cells of its row stay with an exhibit.
  await inbox(page).getByRole('option').filter({ hasText: 'страница' }).dblclick();
  await page.getByText('Everything else that was read').click();
  await expect(page.getByText('"Ссылка": "https://a.b/4"')).toBeVisible();

  // The next morning: the mapping is offered for the same columns, and nothing comes twice.
  await app.reopen();
  const again = app.page;
  await again
    .getByRole('button', { name: /Convoy/ })
    .first()
    .click();
  await again.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Intake' }).click();
  await give(app, 'links.csv', inWindows1251(lines.join('\r\n')));
  await found(again).getByRole('button', { name: 'Say what its columns are…' }).click();
  await dialog(again).getByRole('button', { name: 'Links of the desk', exact: true }).click();
  await expect(dialog(again).getByRole('region', { name: 'What comes of it' }).getByRole('status')).toContainText(
    '3 exhibits',
  );
  await dialog(again).getByRole('button', { name: 'Use these columns' }).click();
  await found(again).getByRole('button', { name: 'Take in' }).click();
  await expect(result(again).getByRole('status')).toContainText('Nothing new, and nothing written · 3 here already');
});

test('a kept mapping is deleted, and brought back', async ({ app }) => {
  const page = await openIntake(app);
  await give(app, 'a.tsv', 'link\ttext\nhttps://a.b\tone\n');
  await found(page).getByRole('button', { name: 'Say what its columns are…' }).click();
  await dialog(page).getByRole('textbox', { name: 'Keep under a name' }).fill('Mine');
  await dialog(page).getByRole('button', { name: 'Keep', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Delete “Mine”' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Mine', exact: true })).toHaveCount(0);
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Mine', exact: true })).toBeVisible();
});

test('a table may be kept as a document without any mapping', async ({ app }) => {
  const page = await openIntake(app);
  await give(app, 'odd.csv', 'a;b\n1;2\n');
  await found(page).getByText('The file itself, as a document').click();
  await found(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toContainText('1 exhibit taken in');
  await expect(inbox(page)).toContainText('odd.csv');
});

test('the mapping is done from the keyboard alone, and axe finds nothing in it, light and dark', async ({ app }) => {
  const page = await openIntake(app);
  await give(
    app,
    'links.csv',
    inWindows1251([...lines, ...lines.slice(1), ...lines.slice(1), ...lines.slice(1)].join('\r\n')),
  );
  await found(page).getByRole('button', { name: 'Say what its columns are…' }).press('Enter');
  await dialog(page)
    .getByRole('button', { name: /Когда is/ })
    .focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pub');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('button', { name: /Когда is/ })).toContainText('Published');
  await expect(dialog(page).getByRole('region', { name: 'What comes of it' }).getByRole('status')).toContainText(
    'left',
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 200)])).toEqual([]);
  }
  // What was said is there again when one comes back to it.
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await found(page).getByRole('button', { name: 'Say what its columns are…' }).press('Enter');
  await expect(dialog(page).getByRole('button', { name: /Когда is/ })).toContainText('Published');
});

test('what the Auto Archiver kept of a page comes with its media, compared with their hashes', async ({ app }) => {
  const page = await openIntake(app);
  const media = 'the page as it was';
  const sha256 = createHash('sha256').update(media).digest('hex');
  const description = JSON.stringify({
    status: 'wacz: success',
    metadata: {
      _processed_at: '2024-07-28 10:00:00+00:00',
      url: 'https://a.b/article',
      title: 'Three days',
      timestamp: '2024-07-27 18:00:00+00:00',
    },
    media: [
      { filename: '/tmp/x/page.html', urls: [], properties: { id: 'html', hash: `SHA-256:${sha256}` } },
      { filename: '/tmp/x/shot.txt', urls: [], properties: { id: 'screenshot', hash: `SHA-256:${'0'.repeat(64)}` } },
    ],
  });
  await give(app, 'metadata.json', description, { 'page.html': media, 'shot.txt': 'altered' });
  const group = found(page).getByRole('region', { name: '1 file of the Auto Archiver' });
  await expect(group).toContainText('1 web page');
  await expect(group).toContainText('and 2 files that belong to it');
  await group.getByText('Bytes that are those of their list').click();
  await expect(group).toContainText(`page.html · media 1 · SHA-256:${sha256}`);
  await group.getByText('Bytes that are not those of their list').click();
  await expect(group).toContainText('shot.txt · media 2');
  await found(page).getByRole('button', { name: 'Take in' }).click();
  await expect(result(page).getByRole('status')).toContainText('1 exhibit taken in');
  await expect(inbox(page)).toContainText('Three days');
});
