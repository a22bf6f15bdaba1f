import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { chatExport, said } from './fixtures/chat-export.ts';
import { newCase, noSamples, samples } from './fixtures/exhibits.ts';
import type { RunningApp } from './fixtures/running-app.ts';

const intake = (page: Page) => page.getByRole('region', { name: 'Intake' });
const inbox = (page: Page) => page.getByRole('region', { name: 'Inbox' });
const beside = (page: Page) => page.getByRole('region', { name: 'Evidence beside' });
const messages = (dialog: Locator) => dialog.getByRole('listbox', { name: 'Messages' });

async function goTo(page: Page, view: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view }).click();
}

/** Gives the chat to the intake of a new case and opens it in the message browser. */
async function openChat(app: RunningApp): Promise<Locator> {
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await newCase(page);
  await goTo(page, 'Intake');
  const path = join(app.folder, 'result.json');
  await writeFile(path, chatExport());
  await app.chooseFiles([path], () => intake(page).getByRole('button', { name: 'Choose files…' }).click());
  await intake(page).getByRole('button', { name: 'Choose messages…' }).click();
  return opened(page, 'Дорога');
}

async function opened(page: Page, chat: string): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: chat });
  await expect(messages(dialog).getByRole('option').first()).toBeVisible();
  return dialog;
}

/** Takes in what is chosen in the dialog, from a drop. */
async function takeChosen(page: Page, dialog: Locator, count: number): Promise<void> {
  await dialog.getByRole('button', { name: `Keep to the ${count} chosen` }).click();
  await expect(intake(page)).toContainText(`${count} messages chosen`);
  await intake(page).getByRole('button', { name: 'Take in' }).click();
  await expect(intake(page).getByRole('region', { name: 'What was taken in' })).toContainText(
    `${count} exhibits taken in`,
  );
  await expect(inbox(page).getByRole('option')).toHaveCount(count);
}

/** Writes a note that cites every exhibit of the case, chosen in the list beside it. */
async function citeAll(page: Page, count: number): Promise<void> {
  await goTo(page, 'Notes');
  await page.getByRole('button', { name: 'New note' }).first().click();
  await page.getByRole('textbox', { name: 'Title of the note' }).fill('What the group says');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Said in the group: ');
  const list = beside(page)
    .getByRole('listbox', { name: 'Evidence' })
    .or(beside(page).getByRole('grid', { name: 'Evidence' }));
  await list.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('c');
  const text = page.getByRole('textbox', { name: 'Text of the note' });
  await expect(text.locator('[data-citation]')).toHaveCount(count);
  await expect(page.locator('[data-saving="saved"]')).toBeVisible();
  await expect(page.getByText(`cites ${count} exhibits`)).toBeVisible();
}

test('five messages of a chat are chosen with the keyboard, taken in, and cited in a note', async ({ app }) => {
  test.slow();
  const dialog = await openChat(app);
  const { page } = app;
  await expect(messages(dialog)).toBeFocused();
  await expect(dialog).toContainText('8 messages');
  // The service message stays out of the range; the five after it are said by people.
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  for (let n = 0; n < 4; n += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(dialog.getByText('5 chosen', { exact: true })).toBeVisible();
  await expect(messages(dialog).getByRole('option', { name: 'create_group' })).toHaveAttribute(
    'aria-selected',
    'false',
  );
  await takeChosen(page, dialog, 5);
  await expect(inbox(page)).toContainText(said[13]);
  await citeAll(page, 5);
});

test('a chat is filtered by words, sender, files, forwards, service messages', async ({ app }) => {
  const dialog = await openChat(app);
  const rows = messages(dialog).getByRole('option');
  await expect(rows).toHaveCount(8);
  const words = dialog.getByRole('searchbox', { name: 'Words in the messages' });
  await words.fill('ДВЕ');
  await expect(dialog).toContainText('3 of 8 messages');
  await expect(rows).toHaveCount(3);
  await words.fill('');
  await expect(rows).toHaveCount(8);

  const choose = async (filter: string, answer: string) => {
    await dialog.getByRole('button', { name: filter }).click();
    await app.page.getByRole('option', { name: answer, exact: true }).click();
  };
  await choose('Files', 'With files');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('file not in the export');
  await choose('Files', 'Files or none');
  await choose('Forwarded', 'Forwarded');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('forwarded from Канал Б');
  await expect(rows).toContainText('answers Борис');
  await dialog.getByRole('button', { name: 'Clear filters' }).click();
  await choose('Service messages', 'No service');
  await expect(rows).toHaveCount(7);

  // Two of one name are two; the first has two messages, the second one.
  await dialog.getByRole('combobox', { name: 'Sender' }).click();
  await app.page.getByRole('option', { name: /^Anna/ }).last().click();
  await expect(rows).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Clear filters' }).click();

  await dialog.getByRole('button', { name: 'Dates…' }).click();
  await app.page.getByRole('dialog', { name: 'Dates…' }).getByLabel('Not before').fill('2024-07-29');
  await app.page.keyboard.press('Escape');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Сколько сожжено?');
});

test('a message is read in full: what it answers, and how it stands in the file', async ({ app }) => {
  const dialog = await openChat(app);
  const reading = dialog.getByRole('region', { name: 'The message in full' });
  await messages(dialog).getByRole('option', { name: said[12] }).click();
  await expect(reading).toContainText(said[11]);
  await reading.getByText('As it stands in the file').click();
  await expect(reading).toContainText('"reply_to_message_id": 11');
  await reading.getByRole('button', { name: 'Go to that message' }).click();
  await expect(reading.getByRole('article', { name: 'Message 11' })).toBeVisible();
  // The picture stays in its file: nothing is shown of it here.
  await expect(dialog.locator('img')).toHaveCount(0);
});

test('the chat stays browsable in the case: from a post, with what is here marked and nothing made twice', async ({
  app,
}) => {
  test.slow();
  const dialog = await openChat(app);
  const { page } = app;
  await messages(dialog).getByRole('option', { name: said[13] }).click();
  await page.keyboard.press('Space');
  await messages(dialog).getByRole('option', { name: 'Сколько сожжено?' }).click();
  await page.keyboard.press('Space');
  await takeChosen(page, dialog, 2);

  // The post says where it comes from, and shows itself among its neighbours.
  await inbox(page).getByRole('option', { name: said[13] }).dblclick();
  const post = beside(page).getByRole('article', { name: new RegExp(said[13]) });
  await expect(post.getByRole('region', { name: 'Taken in from' })).toContainText('result.json');
  await post.getByText('Everything else that was read').click();
  await expect(post).toContainText('"from_id": "user1"');
  await post.getByRole('button', { name: 'Show in its chat' }).click();
  const kept = await opened(page, 'Дорога');
  const rows = messages(kept).getByRole('option');
  await expect(rows.filter({ hasText: said[13] })).toContainText('EX-1');
  await expect(kept.getByRole('article', { name: 'Message 13' })).toContainText('In the case as EX-1');
  await expect(rows.filter({ hasText: said[12] })).not.toContainText('EX-');

  // All that people said: six more are made, the two that are here are not made again.
  await kept.getByRole('button', { name: 'Choose all shown' }).click();
  await kept.getByRole('button', { name: 'Take in 7 messages' }).click();
  const result = page.getByRole('dialog', { name: 'Дорога' });
  await expect(result).toContainText('5 exhibits taken in · 2 here already');
  // The photo was not among the files of the first drop: that is told, not passed over.
  await expect(result).toContainText('Named, but not among the files');
  await result.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('7 exhibits')).toBeVisible();

  // From the list of what was taken in before, after a restart: all is marked, and taking it again writes nothing.
  const again = await app.reopen();
  await again.getByText('Kinds').first().click();
  await goTo(again, 'Intake');
  await again.locator('summary', { hasText: 'Taken in before' }).click();
  await expect(intake(again).getByRole('listitem').filter({ hasText: 'result.json' })).toHaveCount(1);
  await again.getByRole('button', { name: 'Browse Дорога' }).click();
  const once = await opened(again, 'Дорога');
  await expect(messages(once).getByRole('option').filter({ hasText: 'EX-' })).toHaveCount(7);
  await once.getByRole('button', { name: 'Choose all shown' }).click();
  await once.getByRole('button', { name: 'Take in 7 messages' }).click();
  await expect(again.getByRole('dialog', { name: 'Дорога' })).toContainText('Nothing new, and nothing written');
});

test('a post shows its poll, signature, reactions and the post it answers', async ({ app }) => {
  const dialog = await openChat(app);
  const { page } = app;
  await dialog.getByRole('button', { name: 'Choose all shown' }).click();
  await takeChosen(page, dialog, 7);
  const open = async (words: string) => {
    await inbox(page).getByRole('option', { name: words }).dblclick();
    const post = beside(page).getByRole('article', { name: new RegExp(words.replace('?', '\\?')) });
    await expect(post).toBeVisible();
    return post;
  };
  const poll = (await open('Сколько сожжено?')).getByRole('region', { name: 'Poll' });
  await expect(poll).toContainText('Poll · 7 voters · closed');
  await expect(poll.getByRole('listitem').first()).toContainText('Две6 votes');
  await expect(await open(said[16])).toContainText('Дежурный');
  await expect(await open(said[15])).toContainText('👍 3');
  const answer = await open(said[12]);
  await answer.getByRole('button', { name: /EX-1/ }).click();
  await expect(beside(page).getByRole('article', { name: new RegExp(said[11]) })).toBeVisible();
});

for (const colours of ['light', 'dark'] as const) {
  test(`axe finds nothing in the message browser, ${colours}`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
    const dialog = await openChat(app);
    await messages(dialog).getByRole('option', { name: said[12] }).click();
    await app.page.keyboard.press('Space');
    await dialog.getByText('As it stands in the file').click();
    const { violations } = await new AxeBuilder({ page: app.page }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([]);
  });
}

test('the Cyrillic test export: five messages picked, and cited in a note', async ({ app }) => {
  const folder = join(samples, 'telegram', 'B-testgroup-2022-cyrillic', 'telegram-test-json');
  test.skip(!existsSync(folder), noSamples);
  test.slow();
  const { page } = app;
  await newCase(page);
  await goTo(page, 'Intake');
  await app.chooseFiles([folder], () => intake(page).getByRole('button', { name: 'Choose a folder…' }).click());
  await intake(page).getByRole('button', { name: 'Choose messages…' }).click();
  const dialog = await opened(page, 'Test 2022');
  const rows = messages(dialog).getByRole('option');
  await expect(dialog).toContainText('12 messages');
  for (const n of [3, 4, 6, 8, 9]) {
    await rows.nth(n).click();
    await page.keyboard.press('Space');
  }
  await takeChosen(page, dialog, 5);
  await citeAll(page, 5);
});
