import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { project } from './build.mjs';
import { driveApp, step } from './drive-app.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const folder = join(project, 'docs', 'screenshots');
const small = { width: 1280, height: 800 };
const large = { width: 1920, height: 1080 };

/** Takes a view's pictures, light and dark, at both sizes: `notes-light.png`, `notes-dark-1920.png`. @param {Page} page @param {string} view */
async function picture(page, view) {
  // A word about what was done before is not part of the picture.
  const toasts = page.getByRole('status').getByRole('button', { name: 'Dismiss', exact: true });
  while ((await toasts.count()) > 0) await toasts.first().click();
  for (const size of [small, large]) {
    await page.setViewportSize(size);
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      await page.emulateMedia({ colorScheme: theme });
      await page.locator(`html[data-theme="${theme}"]`).waitFor();
      await settled(page);
      const name = `${view}-${theme}${size === large ? '-1920' : ''}.png`;
      await page.screenshot({ path: join(folder, name), animations: 'disabled' });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(small);
  await settled(page);
  console.log(`  ${relative(project, folder)}/${view}-*.png`);
}

/** Fonts are there and two frames have passed since. @param {Page} page */
async function settled(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
  // Lists that measure themselves do so after the frame in which they came.
  await page.waitForTimeout(150);
}

/** @param {Page} page @param {string} name */
async function openView(page, name) {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click();
}

/** Opens an exhibit in full from the evidence list by its number. @param {Page} page @param {string} label */
async function openExhibit(page, label) {
  await openView(page, 'Evidence');
  const row = page.getByRole('main').locator('[role=row], [role=option]').filter({ hasText: label }).first();
  await row.dblclick({ modifiers: ['Control'], position: { x: 20, y: 10 } });
  await page.waitForURL(/evidence\/[0-9a-f-]{36}/);
}

/** The numbers in the list of views, by view: what another profile must show too. @param {Page} page */
async function counts(page) {
  const rows = await page.getByRole('navigation', { name: 'Views' }).getByRole('button').allInnerTexts();
  return rows.map((row) => row.replace(/\s+/g, ' ')).filter((row) => /\d/.test(row));
}

mkdirSync(folder, { recursive: true });
await driveApp(async (app) => {
  const page = await app.open(small);

  await step('Said who works here', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Your name' }).fill('Mira Keller');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
  });

  await step('Opened the sample case from the start screen', async () => {
    await page.getByRole('button', { name: 'Open the sample case' }).click();
    await page.getByRole('heading', { name: 'What the pictures show' }).waitFor();
  });
  await picture(page, 'notes');

  await step('Cited an exhibit: typed @ and the first letters, and Enter', async () => {
    const chips = page.getByRole('textbox', { name: 'Text of the note' }).getByText('EX-14');
    const before = await chips.count();
    await page.getByText('A sandstorm is part of some accounts.').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' The later count rests on pictures @newspaper', { delay: 20 });
    await page.getByRole('option', { name: /EX-14/ }).waitFor();
    await picture(page, 'citing');
    await page.keyboard.press('Enter');
    await page.keyboard.type('.');
    await chips.nth(before).waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  await step('Opened the note with the table of counts', async () => {
    await page.getByRole('button', { name: 'Who counted what' }).click();
    await page.getByRole('table').waitFor();
  });
  await picture(page, 'counts');

  await step('Looked at a question and who answers it', async () => {
    await openView(page, 'Questions');
    await page
      .getByRole('link', { name: 'How many Russian fighters were killed?' })
      .or(page.getByRole('button', { name: 'How many Russian fighters were killed?' }))
      .first()
      .click();
    await page.getByText('Nothing is averaged.').waitFor();
  });
  await picture(page, 'question');

  await step('Looked at the evidence', async () => {
    await openView(page, 'Evidence');
    await page.getByRole('main').getByText('EX-14').first().waitFor();
  });
  await picture(page, 'evidence');

  for (const [label, view, words] of [
    ['EX-2', 'video', 'A pickup with armed men drives up.'],
    ['EX-5', 'telegram', 'Вымышленный пример'],
  ]) {
    await step(`Opened ${label}`, async () => {
      await openExhibit(page, label ?? '');
      await page
        .getByText(words ?? '')
        .first()
        .waitFor();
    });
    await picture(page, view ?? '');
  }

  await step('Linked it to a claim, with a reason', async () => {
    await page.getByRole('button', { name: 'Link to a claim…' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Claim' }).fill('unequal');
    await page.getByRole('option', { name: /unequal, hard battle/ }).click();
    await dialog.getByRole('radio', { name: /context/ }).check({ force: true });
    await dialog.getByLabel('Because').fill('Tells of the same battle, from one side.');
    await picture(page, 'link');
    await dialog.getByRole('button', { name: 'Link', exact: true }).click();
    await page.getByText(/^1 exhibit linked to C-/).waitFor();
  });

  await step('Looked at a claim and what stands for and against it', async () => {
    await openView(page, 'Questions');
    await page
      .getByText('Up to 80 Russian fighters were killed.')
      .first()
      .dblclick({ modifiers: ['Control'] });
    await page.waitForURL(/questions\/claim\//);
    await page.getByText('Counts more than that.').first().waitFor();
    // What a double click selects on the way is not part of the picture.
    await page.evaluate('getSelection().removeAllRanges()');
  });
  await picture(page, 'claim');

  const file = join(folder, 'tinzaouaten.casebound');
  const kept = await step('Exported the case file', async () => {
    await page.getByRole('button', { name: 'Export case file' }).click();
    await picture(page, 'export');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save case file' }).click(),
    ]);
    await download.saveAs(file);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    return counts(page);
  });
  console.log(`  ${relative(project, file)}, ${statSync(file).size} bytes`);

  await step('Opened the case file on a profile that knew nothing of it', async () => {
    const other = await app.open(small);
    const [chooser] = await Promise.all([
      other.waitForEvent('filechooser'),
      other.getByRole('button', { name: /^Open case file/ }).click(),
    ]);
    await chooser.setFiles(file);
    await other.getByRole('heading', { name: 'What the pictures show' }).waitFor();
    const found = await counts(other);
    if (found.join() !== kept.join()) throw new Error(`Expected ${kept.join(', ')}; found ${found.join(', ')}.`);
    await other.context().close();
  });
});
