import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { drawPng } from './fixtures/draw-png.ts';
import { add, attach, file, film, form, newCase, save } from './fixtures/exhibits.ts';

const beside = (page: Page) => page.getByRole('region', { name: 'Evidence beside' });
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Link exhibits to a claim' });

/** Makes a question with claims, which get the numbers C-1, C-2 …; the question stands open then. */
async function ask(page: Page, question: string, ...claims: string[]): Promise<void> {
  await page.keyboard.press('Alt+3');
  await page.getByLabel('New question').fill(question);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: question }).click();
  await page.getByRole('button', { name: 'New claim' }).click();
  const making = page.getByRole('dialog', { name: 'New claim' });
  for (const [n, text] of claims.entries()) {
    await expect(making.getByLabel('What is claimed')).toHaveValue('');
    await making.getByLabel('What is claimed').fill(text);
    await making.getByLabel('What is claimed').press(n + 1 === claims.length ? 'Enter' : 'Shift+Enter');
  }
  await expect(making).toHaveCount(0);
}

const claimRow = (page: Page, name: RegExp) => page.getByRole('main').getByRole('button', { name }).first();

/** Answers the link dialog, which holds the exhibit and the part meant: chooses the claim and links. */
async function linkTo(page: Page, claim: string, because: string): Promise<void> {
  const dialog = dialogOf(page);
  await dialog.getByRole('combobox', { name: 'Claim' }).fill(claim);
  await page.getByRole('option', { name: new RegExp(`^${claim}\\b`) }).click();
  await dialog.getByLabel('Because').fill(because);
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** Opens a claim in full and, beside it, the exhibit of the link with that reason. */
async function openAt(page: Page, claim: string, because: string): Promise<Locator> {
  await page.keyboard.press('Alt+3');
  await claimRow(page, new RegExp(`^${claim}\\b`)).dblclick();
  const card = page
    .getByRole('article', { name: `Claim ${claim}` })
    .getByRole('listitem')
    .filter({ hasText: because });
  await card.getByRole('button', { name: /^EX-/ }).first().click();
  const exhibit = beside(page).getByRole('article');
  await expect(exhibit).toBeVisible();
  return exhibit;
}

/** Adds a post so long that its last words are out of sight, with a translation. */
async function addPost(page: Page): Promise<Locator> {
  const dialog = await form(page, 'Telegram', 'Post');
  const lines = Array.from({ length: 60 }, (_, n) => `Строка ${n + 1} о бое у границы.`);
  await dialog.getByLabel('Text, word for word').fill([...lines, 'Погибло двадцать человек.'].join('\n'));
  await dialog.getByRole('button', { name: 'Add a translation' }).click();
  await dialog.getByLabel('Translation', { exact: true }).fill('Line upon line. Twenty people died.');
  return save(page, 'Post');
}

test('a passage is linked from the post and from the claim, and the claim opens the post at each', async ({ app }) => {
  const { page } = app;
  await newCase(page);
  await ask(page, 'How many died?', 'Twenty died.');
  const post = await addPost(page);
  const select = (on: string, words: string) =>
    post
      .getByRole('region', { name: on })
      .locator('[data-passage]')
      .evaluate((text, wanted) => {
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        }
      }, words);
  await select('Word for word', 'двадцать человек');
  await post.getByRole('button', { name: 'Link this passage' }).click();
  await expect(dialogOf(page).getByRole('blockquote')).toHaveText('двадцать человек');
  await linkTo(page, 'C-1', 'From the post.');

  await claimRow(page, /^C-1\b/).focus();
  await page.keyboard.press('l');
  const dialog = dialogOf(page);
  await dialog.getByRole('combobox', { name: 'Exhibits' }).fill('EX-1');
  await page.getByRole('option', { name: /EX-1/ }).click();
  await dialog.getByRole('radio', { name: 'Words' }).click();
  await dialog.getByRole('button', { name: /Select the words/ }).click();
  await page.getByRole('option', { name: /English/ }).click();
  await dialog.getByRole('textbox', { name: /Select the words/ }).evaluate((area: HTMLTextAreaElement) => {
    const at = area.value.indexOf('Twenty people died');
    area.focus();
    area.setSelectionRange(at, at + 'Twenty people died'.length);
  });
  await dialog.getByRole('button', { name: 'Take the selected words' }).click();
  await expect(dialog.getByRole('blockquote')).toHaveText('Twenty people died');
  await dialog.getByLabel('Because').fill('From the claim.');
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(dialog).toHaveCount(0);

  const opened = await openAt(page, 'C-1', 'From the post.');
  await expect(opened.locator('mark')).toHaveText('двадцать человек');
  await expect(opened.locator('mark')).toBeInViewport();
  await openAt(page, 'C-1', 'From the claim.');
  await expect(opened.getByRole('region', { name: 'Into English' }).locator('mark')).toHaveText('Twenty people died');
  await expect(opened.locator('mark')).toBeInViewport();
});

test('a shot is linked from the video, a stretch of time from the claim; the film stands where it is meant', async ({
  app,
}) => {
  const { page } = app;
  await newCase(page);
  await ask(page, 'Who was there?', 'A convoy was there.');
  const video = await add(page, 'Video', 'Film');
  await attach(app, video, await file(app, 'film.webm', await film(page)));
  await expect(video.getByRole('button', { name: 'Add a shot here' })).toBeVisible();
  for (const [n, from] of [
    [1, '0:00.5'],
    [2, '0:01.5'],
  ] as const) {
    await video.getByRole('button', { name: 'Add a shot', exact: true }).click();
    await page.keyboard.type(`What shot ${n} shows`);
    await video.getByLabel(`Shot ${n}: from`).fill(from);
    await page.keyboard.press('Escape');
  }
  await video.getByRole('button', { name: 'Link shot 2 to a claim' }).click();
  await expect(dialogOf(page).getByRole('blockquote')).toHaveText('0:01.5 What shot 2 shows');
  await linkTo(page, 'C-1', 'The shot.');

  await claimRow(page, /^C-1\b/).focus();
  await page.keyboard.press('l');
  const dialog = dialogOf(page);
  await dialog.getByRole('combobox', { name: 'Exhibits' }).fill('EX-1');
  await page.getByRole('option', { name: /EX-1/ }).click();
  await dialog.getByRole('radio', { name: 'Time' }).click();
  await dialog.getByLabel('From').fill('0:00.8');
  await dialog.getByLabel('To').fill('0:01.1');
  await dialog.getByLabel('Because').fill('The time.');
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(dialog).toHaveCount(0);

  const shots = (exhibit: Locator) => exhibit.getByRole('region', { name: 'Shot list' }).getByRole('listitem');
  const stands = (exhibit: Locator) => exhibit.locator('video').evaluate((v: HTMLVideoElement) => v.currentTime);
  const opened = await openAt(page, 'C-1', 'The shot.');
  await expect(shots(opened).nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(shots(opened).nth(1)).toBeInViewport();
  await expect.poll(() => stands(opened)).toBeCloseTo(1.5, 1);
  await openAt(page, 'C-1', 'The time.');
  await expect.poll(() => stands(opened)).toBeCloseTo(0.8, 1);
});

test('a region is linked from the photo, and from the claim on the picture of a post; each is framed', async ({
  app,
}) => {
  const { page } = app;
  await newCase(page);
  await ask(page, 'What burnt?', 'A truck burnt.');
  const photo = await add(page, 'Photo', 'Photo');
  await attach(app, photo, await file(app, 'wreck.png', drawPng(300, 200)));
  await photo.getByRole('button', { name: 'Mark a region' }).click();
  await page.keyboard.press('Enter');
  await photo.getByRole('region', { name: 'Regions' }).getByRole('button', { name: 'Link', exact: true }).click();
  await expect(dialogOf(page)).toContainText('35');
  await linkTo(page, 'C-1', 'The wreck.');

  const post = await add(page, 'Telegram', 'Post');
  await attach(app, post, await file(app, 'post.png', drawPng(200, 300)));
  await expect(post.getByRole('img', { name: 'post.png' })).toBeVisible();
  await claimRow(page, /^C-1\b/).focus();
  await page.keyboard.press('l');
  const dialog = dialogOf(page);
  await dialog.getByRole('combobox', { name: 'Exhibits' }).fill('EX-2');
  await page.getByRole('option', { name: /EX-2/ }).click();
  await dialog.getByLabel('Because').fill('The smoke.');
  await dialog.getByRole('radio', { name: 'Region' }).click();
  const box = await dialog.locator('img').boundingBox();
  if (!box) throw new Error('The picture is not in sight.');
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.75, { steps: 4 });
  await page.mouse.up();
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(dialog).toHaveCount(0);

  const framed = (exhibit: Locator) => exhibit.getByRole('group', { name: /zoom/ }).locator('[data-meant]');
  const opened = await openAt(page, 'C-1', 'The wreck.');
  await expect(framed(opened)).toBeInViewport();
  await openAt(page, 'C-1', 'The smoke.');
  await expect(opened.getByRole('img', { name: 'post.png' })).toBeVisible();
  await expect(framed(opened)).toBeInViewport();
  expect(
    await framed(opened).evaluate((element) => [element.style.left, element.style.width].map(Number.parseFloat)),
  ).toEqual([expect.closeTo(50, 0), expect.closeTo(25, 0)]);

  await test.step('a part is linked from the post too', async () => {
    await opened.getByRole('button', { name: 'Link a part of it' }).click();
    await page.keyboard.press('Enter');
    await linkTo(page, 'C-1', 'The flames.');
    await openAt(page, 'C-1', 'The flames.');
    await expect(framed(opened)).toBeInViewport();
  });
});

test('exhibits are dragged onto a claim, in its question and in the list of claims, and onto a tag', async ({
  app,
}) => {
  const { page } = app;
  await newCase(page);
  for (const title of ['One', 'Two', 'Three']) await add(page, 'Statement', title);
  const tags = await form(page, 'Statement', 'Tagged');
  await tags.getByRole('combobox', { name: 'Tags' }).fill('border');
  await page.keyboard.press('Enter');
  await save(page, 'Tagged');
  await ask(page, 'Who was there?', 'A convoy was there.', 'Nobody was there.');
  await beside(page).getByRole('button', { name: 'All evidence' }).click();
  const row = (label: RegExp) => beside(page).getByRole('row').filter({ hasText: label }).first();
  const dialog = dialogOf(page);

  await row(/EX-1(?!\d)/).dragTo(claimRow(page, /^C-1\b/));
  await expect(dialog.getByRole('combobox', { name: 'Claim' })).toHaveValue(/^C-1/);
  await expect(dialog).toContainText('EX-1');
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(page.getByText('1 exhibit linked to C-1.')).toBeVisible();

  await page.keyboard.press('Alt+3');
  await row(/EX-2(?!\d)/).dragTo(claimRow(page, /^C-2\b/));
  await expect(dialog.getByRole('combobox', { name: 'Claim' })).toHaveValue(/^C-2/);
  await dialog.getByRole('radio', { name: /contradicts/ }).click({ force: true });
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(page.getByText('1 exhibit linked to C-2.')).toBeVisible();

  const tag = page.getByRole('region', { name: 'Evidence by tag' }).getByRole('button', { name: /border/ });
  await row(/EX-3(?!\d)/).dragTo(tag);
  await expect(tag).toHaveText(/2/);
  await page.keyboard.press('Control+z');
  await expect(tag).toHaveText(/1/);
});
