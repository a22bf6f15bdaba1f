import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';

async function makeCase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New case' }).click();
  const dialog = page.getByRole('dialog', { name: 'New case' });
  await dialog.getByLabel('Title').fill('Tinzaouaten, July 2024');
  await dialog.getByLabel('Your name').fill('Ada Desk');
  await dialog.getByRole('button', { name: 'Create case' }).click();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Evidence' }).click();
  await expect(page.getByText('Exhibits are what the case rests on', { exact: false }).first()).toBeVisible();
}

const list = (page: Page): Locator => page.getByRole('main').getByRole('listbox', { name: 'Evidence' });
const row = (page: Page, words: string): Locator => list(page).getByRole('option', { name: words });

/** How many exhibits were typed and not saved, as this device keeps them. */
function typedAndUnsaved(page: Page, words = ''): Promise<number> {
  return page.evaluate(
    (words) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('casebound');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('unsaved').objectStore('unsaved').getAll();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result.filter((typed) => JSON.stringify(typed).includes(words)).length);
          };
          counting.onerror = () => reject(counting.error);
        };
      }),
    words,
  );
}

/** Fills in the open form for a new exhibit and keeps it, with Enter or, to go on to the next, Shift-Enter. */
async function describeExhibit(page: Page, title: string, keys: 'Enter' | 'Shift+Enter'): Promise<void> {
  const field = page.getByRole('dialog', { name: 'Add evidence' }).getByLabel('Title');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await field.fill(title);
  await field.press(keys);
}

async function threeExhibits(page: Page): Promise<void> {
  await page.keyboard.press('n');
  await describeExhibit(page, 'Man on the ground', 'Shift+Enter');
  await describeExhibit(page, 'Men on their knees', 'Shift+Enter');
  await describeExhibit(page, 'Army communiqué', 'Enter');
  await expect(page.getByRole('dialog', { name: 'Add evidence' })).toHaveCount(0);
  await expect(list(page).getByRole('option')).toHaveCount(3);
}

test('exhibits are described from the keyboard; what was typed survives closing the form', async ({ app }) => {
  const { page } = app;
  await makeCase(page);
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Add evidence' });
  await dialog.getByLabel('Title').fill('Channel A, post 4112');
  await page.keyboard.press('Alt+3');
  await expect(dialog.getByRole('radio', { name: /^Telegram/ })).toBeChecked();
  await dialog.getByLabel('Happened').fill('25 July 2024 "from Thursday"');
  await expect(dialog.getByText('Understood as 25 Jul 2024')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(dialog.getByLabel('Title')).toHaveValue('Channel A, post 4112');
  await dialog.getByLabel('Happened').fill('the day before');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('One of the dates is not understood.', { exact: false })).toBeVisible();
  await dialog.getByLabel('Happened').fill('2024-07-25/2024-07-27');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row(page, 'Channel A, post 4112')).toContainText('25–27 Jul 2024');
  await app.reopen();
  await app.page
    .getByRole('button', { name: /Tinzaouaten/ })
    .first()
    .click();
  await app.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Evidence' }).click();
  await expect(row(app.page, 'Channel A, post 4112')).toBeVisible();
});

test('many exhibits are tagged in one change, and one undo takes it back', async ({ app }) => {
  const { page } = app;
  await makeCase(page);
  await threeExhibits(page);
  await list(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('t');
  const dialog = page.getByRole('dialog', { name: 'Tags in common of 2 exhibits' });
  await dialog.getByRole('combobox').fill('place/border');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('row', { name: 'place/border' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(row(page, 'Man on the ground')).toContainText('place/border');
  await expect(row(page, 'Men on their knees')).toContainText('place/border');
  await expect(row(page, 'Army communiqué')).not.toContainText('place/border');
  await list(page).focus();
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Man on the ground')).not.toContainText('place/border');
  await expect(row(page, 'Men on their knees')).not.toContainText('place/border');
});

test('words narrow the list; acts are only about what is shown', async ({ app }) => {
  const { page } = app;
  await makeCase(page);
  await threeExhibits(page);
  await list(page).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('3 chosen')).toBeVisible();
  await page.getByRole('main').getByRole('searchbox', { name: 'Filter by words' }).fill('communique');
  await expect(page.getByText('1 of 3 exhibits')).toBeVisible();
  await list(page).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByText('1 exhibit is in the trash.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).first().click();
  await expect(list(page).getByRole('option')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(row(page, 'Army communiqué')).toBeVisible();
});

test('an exhibit repeats another in one gesture; “confirmed” is refused to it while it has one origin', async ({
  app,
}) => {
  const { page } = app;
  await makeCase(page);
  await threeExhibits(page);
  await row(page, 'Men on their knees').click();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'This repeats… (EX-2)' });
  const keep = dialog.getByRole('button', { name: 'Keep' });
  await dialog.getByRole('option', { name: /EX-1/ }).click();
  await expect(keep).toBeDisabled();
  await dialog.getByRole('button', { name: /^Choose/ }).click();
  await page.getByRole('option', { name: 'Relay' }).click();
  await dialog.getByRole('radio', { name: 'matched' }).check({ force: true });
  await keep.click();
  await expect(dialog).toHaveCount(0);
  await list(page).focus();
  await page.keyboard.press('Enter');
  const beside = page.getByRole('article', { name: /^EX-2/ });
  await expect(beside.getByRole('list', { name: 'What it repeats' })).toContainText('relays');
  await beside.getByRole('button', { name: /EX-1/ }).click();
  await expect(
    page.getByRole('article', { name: /^EX-1/ }).getByRole('list', { name: 'What repeats it' }),
  ).toContainText('EX-2');
  await page.getByRole('button', { name: 'Grade…' }).click();
  const grades = page.getByRole('dialog', { name: 'Credibility' });
  await expect(grades.getByRole('radio', { name: /^1/ })).toBeDisabled();
  await grades.getByRole('radio', { name: /^3/ }).check({ force: true });
  await grades.getByLabel('Reason').fill('Two of the men were recognised.');
  await grades.getByRole('button', { name: 'Keep grade' }).click();
  await expect(row(page, 'Man on the ground')).toContainText('F3');
});

test('a source goes to the trash with its exhibits in one change, and comes back with them', async ({ app }) => {
  const { page } = app;
  await makeCase(page);
  await threeExhibits(page);
  await list(page).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Set source' }).click();
  const form = page.getByRole('dialog', { name: 'Set source' });
  await form.getByRole('combobox').fill('Grey Zone');
  await page.getByRole('option', { name: /Make “Grey Zone”/ }).click();
  await expect(form.getByRole('combobox')).toHaveValue('Grey Zone');
  await form.getByRole('button', { name: 'Set source' }).click();
  await expect(row(page, 'Army communiqué')).toContainText('Grey Zone');
  await page.keyboard.press('Alt+4');
  await page
    .getByRole('listbox', { name: 'Sources' })
    .getByRole('option', { name: /Grey Zone/ })
    .dblclick();
  const source = page.getByRole('article', { name: 'Grey Zone' });
  await source.getByRole('button', { name: 'Move to trash' }).click();
  await page.getByRole('menuitem', { name: 'Source with its 3 exhibits' }).click();
  await expect(page.getByText('Source “Grey Zone” and 3 exhibits are in the trash.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.keyboard.press('Alt+2');
  await expect(list(page).getByRole('option')).toHaveCount(3);
  await expect(row(page, 'Army communiqué')).toContainText('Grey Zone');
});

test('what was typed for an exhibit is there after a kill, can be thrown away, and that can be taken back', async ({
  app,
}) => {
  await makeCase(app.page);
  await app.page.keyboard.press('n');
  const form = () => app.page.getByRole('dialog', { name: 'Add evidence' });
  await app.page.keyboard.press('Alt+3');
  await form().getByLabel('Title').fill('Channel A, post 4112');
  await form().getByLabel('Word for word').fill('Бой шёл трое суток.');
  await expect.poll(() => typedAndUnsaved(app.page, 'трое суток')).toBe(1);
  await app.kill();

  await app.reopen();
  await app.page
    .getByRole('button', { name: /Tinzaouaten/ })
    .first()
    .click();
  await app.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Evidence' }).click();
  await expect(app.page.getByText('An exhibit was described but not saved:')).toBeVisible();
  await app.page.getByRole('button', { name: 'Go on' }).click();
  await expect(form().getByLabel('Title')).toHaveValue('Channel A, post 4112');
  await expect(form().getByText(/^Left on .+, not saved yet\.$/)).toBeVisible();

  await form().getByRole('button', { name: 'Discard' }).click();
  await expect(form().getByLabel('Title')).toHaveValue('');
  await expect.poll(() => typedAndUnsaved(app.page)).toBe(0);
  await app.page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(form().getByLabel('Title')).toHaveValue('Channel A, post 4112');
  await expect(form().getByLabel('Word for word')).toHaveValue('Бой шёл трое суток.');

  await app.page.keyboard.press('Control+Enter');
  await expect(form()).toHaveCount(0);
  await expect(row(app.page, 'Channel A, post 4112')).toBeVisible();
  await expect(app.page.getByText('An exhibit was described but not saved:')).toHaveCount(0);
  await expect.poll(() => typedAndUnsaved(app.page)).toBe(0);
});

test('two windows describe two exhibits, each its own', async ({ app }) => {
  test.skip(app.shell === 'electron', 'The Electron shell has one window.');
  const { page } = app;
  await makeCase(page);
  await page.keyboard.press('n');
  const title = (window: Page) => window.getByRole('dialog', { name: 'Add evidence' }).getByLabel('Title');
  await title(page).fill('Man on the ground');
  await expect.poll(() => typedAndUnsaved(page)).toBe(1);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Add evidence' }).click();
  await expect(title(other)).toHaveValue('');
  await title(other).fill('Men on their knees');
  await expect.poll(() => typedAndUnsaved(page)).toBe(2);
  await other.keyboard.press('Enter');
  await expect(row(other, 'Men on their knees')).toBeVisible();
  await expect.poll(() => typedAndUnsaved(page)).toBe(1);
  await other.close();
  await expect(title(page)).toHaveValue('Man on the ground');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Man on the ground')).toBeVisible();
  await expect(row(page, 'Men on their knees')).toBeVisible();
  await expect.poll(() => typedAndUnsaved(page)).toBe(0);
});
