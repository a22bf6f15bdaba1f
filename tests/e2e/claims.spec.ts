import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';

const question = 'How many Russian fighters were killed?';

async function makeCase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New case' }).click();
  const dialog = page.getByRole('dialog', { name: 'New case' });
  await dialog.getByLabel('Title').fill('The ambush at the border');
  await dialog.getByLabel('Your name').fill('Ada Desk');
  await dialog.getByRole('button', { name: 'Create case' }).click();
  await expect(page.getByText(/^Journal 1 entry/)).toBeVisible();
}

async function ask(page: Page): Promise<void> {
  await page.keyboard.press('Alt+3');
  await page.getByLabel('New question').fill(question);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: question }).click();
  await page.getByRole('button', { name: 'Change what is counted' }).click();
  await page.getByRole('button', { name: /What is counted/ }).click();
  await page.getByRole('option', { name: 'killed' }).click();
  await page.getByLabel('Of whom').fill('Russian fighters');
  await page.getByLabel('Scope').fill('whole battle');
  await page.keyboard.press('Tab');
}

interface Said {
  text: string;
  by: string;
  many: string;
  asOf?: string;
}

/** Fills in the open dialog of a new claim and makes it: with Enter, or with Shift-Enter to go on to the next. */
async function say(page: Page, { text, by, many, asOf }: Said, then: 'Enter' | 'Shift+Enter'): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'New claim' });
  const claimants = dialog.getByRole('combobox', { name: 'Claimants' });
  const words = dialog.getByLabel('What is claimed');
  await expect(words).toHaveValue('');
  await words.fill(text);
  await claimants.fill(by);
  await claimants.press('Enter');
  await expect(dialog.getByRole('row', { name: by })).toBeVisible();
  await dialog.getByLabel('How many').fill(many);
  if (asOf !== undefined) await dialog.getByLabel('As of').fill(asOf);
  await words.press(then);
}

const said: Said[] = [
  { text: 'Fifty were killed.', by: 'JNIM', many: '50', asOf: '28 July 2024' },
  { text: 'Eighty-four were killed.', by: 'Tuareg front', many: '84', asOf: '2024-08-02' },
  { text: 'At least twenty fell.', by: 'Military bloggers', many: 'не менее 20' },
  { text: 'Fewer than eighty fell.', by: 'Other channels', many: 'moins de 80' },
  { text: 'Dozens fell.', by: 'A witness', many: 'dozens' },
];

async function answer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New claim' }).click();
  for (const [i, one] of said.entries()) await say(page, one, i + 1 === said.length ? 'Enter' : 'Shift+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Adds a statement by hand; gives nothing, its number is the next one. */
async function addStatement(page: Page, title: string, source: string, verbatim: string): Promise<void> {
  await page.getByRole('button', { name: 'Add evidence' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Statement/ }).click();
  await dialog.getByLabel('Title').fill(title);
  const from = dialog.getByRole('combobox', { name: 'Source' });
  await from.fill(source);
  await page
    .getByRole('option', { name: new RegExp(source) })
    .first()
    .click();
  await dialog.getByLabel('Verbatim', { exact: true }).fill(verbatim);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
}

const claimButton = (page: Page, name: RegExp) => page.getByRole('main').getByRole('button', { name });

test('competing claims stand on one axis with who sets each end, and nothing is averaged', async ({ app }) => {
  const { page } = app;
  await makeCase(page);
  await ask(page);
  await answer(page);

  await expect(page.getByText('Counted: killed · Russian fighters · whole battle.')).toBeVisible();
  await expect(
    page.getByText('4 claims, 4 origins. Independent origins span 20 (Military bloggers) to 84 (Tuareg front).'),
  ).toBeVisible();
  await expect(
    page.getByText(/1 leaves its upper end open\. 1 leaves its lower end open\. Nothing is averaged\./),
  ).toBeVisible();
  await expect(claimButton(page, /^JNIM 28 Jul 2024 50 unverified/)).toBeVisible();
  await expect(claimButton(page, /^Military bloggers at least 20/)).toBeVisible();
  await expect(claimButton(page, /^C-5 Dozens fell\./)).toBeVisible();

  await page.getByText('The same as a table').click();
  await expect(page.getByRole('table').getByRole('row', { name: /C-4 Other channels fewer than 80/ })).toBeVisible();

  await app.reopen();
  await app.page.getByText('The ambush at the border').click();
  await expect(app.page.getByText(/chain intact/)).toBeVisible();
  await app.page.keyboard.press('Alt+3');
  await expect(app.page.getByText('5 claims')).toBeVisible();
});

test('an exhibit supports one claim at its words and contradicts another; standing follows, and undo takes it back', async ({
  app,
}) => {
  const { page } = app;
  await makeCase(page);
  await ask(page);
  await answer(page);
  await addStatement(page, 'Communiqué of the front', 'Tuareg front', 'We counted 84 dead mercenaries on the field.');

  await claimButton(page, /^Tuareg front/).focus();
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: 'Link exhibits to a claim' });
  await dialog.getByRole('combobox', { name: 'Exhibits' }).fill('EX-1');
  await page.getByRole('option', { name: /EX-1/ }).click();
  await dialog.getByLabel('Because').fill('It is their own count.');
  await dialog.getByRole('radio', { name: 'Words' }).click();
  const text = dialog.getByLabel('Select the words in the text');
  await text.evaluate((area: HTMLTextAreaElement) => {
    area.focus();
    area.setSelectionRange(0, 'We counted 84 dead'.length);
  });
  await dialog.getByRole('button', { name: 'Take the selected words' }).click();
  await expect(dialog.getByRole('blockquote')).toHaveText('We counted 84 dead');
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(page.getByText('1 exhibit linked to C-2.')).toBeVisible();

  await claimButton(page, /^JNIM/).focus();
  await page.keyboard.press('l');
  await dialog.getByRole('combobox', { name: 'Exhibits' }).fill('EX-1');
  await page.getByRole('option', { name: /EX-1/ }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).focus();
  await page.keyboard.press('2');
  await expect(dialog.getByRole('radio', { name: /contradicts/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(page.getByText('1 exhibit linked to C-1.')).toBeVisible();

  await claimButton(page, /^Tuareg front/).focus();
  await page.keyboard.press('Control+Enter');
  const claim = page.getByRole('article', { name: 'Claim C-2' });
  await expect(claim.getByText(/nobody has assessed it; supported by 1 exhibit, 1 origin/)).toBeVisible();
  await expect(claim.getByRole('region', { name: 'For' }).getByRole('blockquote')).toHaveText('We counted 84 dead');
  await claim.getByRole('region', { name: 'For' }).getByRole('button', { name: /^EX-1/ }).click();
  await expect(page.getByRole('region', { name: /Bears on/ })).toContainText('C-1');

  await claim.getByRole('button', { name: 'What to do with the link to EX-1' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Remove link' }).click();
  await expect(claim.getByText('no exhibit is linked')).toBeVisible();
  await expect(claim.getByRole('region', { name: 'For' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(claim.getByText(/supported by 1 exhibit/)).toBeVisible();
  await claim.getByRole('region', { name: 'For' }).getByRole('button', { name: /^EX-1/ }).focus();
  await page.keyboard.press('Delete');
  await expect(claim.getByText('no exhibit is linked')).toBeVisible();
});

test('a field takes back its own typing first; left, undo is the case’s again', async ({ app }) => {
  const { page } = app;
  await makeCase(page);
  await ask(page);
  const undone = page.getByText(/^Undone:/);
  const field = page.getByRole('textbox', { name: 'Question' });
  await field.press('End');
  await page.keyboard.insertText(' Really');
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue(question);
  await page.keyboard.press('Control+Shift+z');
  await expect(field).toHaveValue(`${question} Really`);
  await page.keyboard.press('Control+z');
  await expect(undone).toHaveCount(0);
  await expect(page.getByText('Counted: killed · Russian fighters · whole battle.')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+z');
  await expect(undone).toBeVisible();

  await page.keyboard.press('Alt+3');
  const another = page.getByLabel('New question');
  await another.fill('Where was it?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Where was it?' })).toBeVisible();
  await expect(another).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Where was it?' })).toHaveCount(0);
});

test('a toast undoes its own change only, goes with it, and does not outlive its case', async ({ app }) => {
  const { page } = app;
  await makeCase(page);
  await ask(page);
  await answer(page);
  const main = page.getByRole('main');
  const trash = async (name: RegExp) => {
    await claimButton(page, name).focus();
    await page.keyboard.press('Control+Enter');
    await main.getByRole('button', { name: 'Move to trash' }).click();
    await page.keyboard.press('Alt+3');
    await expect(claimButton(page, name)).toHaveCount(0);
  };
  const toast = (text: string) => page.getByRole('status').filter({ hasText: text });
  await trash(/^JNIM/);
  await page.getByRole('button', { name: question }).click();
  await trash(/^Tuareg front/);
  await expect(page.getByText('C-1 is in the trash.')).toBeVisible();
  await page.getByText('C-1 is in the trash.').locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect(claimButton(page, /Fifty were killed/)).toBeVisible();
  await expect(claimButton(page, /Eighty-four were killed/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(claimButton(page, /Eighty-four were killed/)).toBeVisible();
  await expect(toast('C-2 is in the trash.')).toHaveCount(0);

  await claimButton(page, /Eighty-four were killed/).focus();
  await page.keyboard.press('Control+Enter');
  await main.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('C-2 is in the trash.')).toBeVisible();
  await page.getByRole('button', { name: 'Casebound' }).click();
  await expect(page.getByRole('heading', { name: 'Casebound' })).toBeVisible();
  await expect(page.getByText('C-2 is in the trash.')).toHaveCount(0);
});

test('a status is judged with a reason, each judgement is kept, and the mark follows', async ({ app }) => {
  const { page } = app;
  await makeCase(page);
  await ask(page);
  await answer(page);
  await claimButton(page, /^JNIM/).focus();
  await page.keyboard.press('Control+Enter');
  const claim = page.getByRole('article', { name: 'Claim C-1' });
  for (const [status, because] of [
    ['disputed', 'Others count differently.'],
    ['partly verified', 'Pictures show at least 46.'],
  ] as const) {
    await claim.getByRole('button', { name: /^Status|Status$/ }).click();
    await page.getByRole('option', { name: status }).click();
    await claim.getByLabel('Because').fill(because);
    await claim.getByRole('button', { name: 'Keep this judgement' }).click();
    await expect(claim.getByText(`status: ${status}`)).toBeVisible();
  }
  await expect(claim.getByText(/partly verified: status given by the assessors/)).toBeVisible();
  await claim.getByText('Earlier judgements').click();
  await expect(claim.getByText('Others count differently.')).toBeVisible();
});

test('the views of claims have no fault that axe finds, in both themes', async ({ app }) => {
  const { page } = app;
  await makeCase(page);
  await ask(page);
  await answer(page);
  const check = async (what: string) => {
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map((v) => `${what}, ${theme}: ${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`),
      ).toEqual([]);
    }
  };
  await page.getByText('The same as a table').click();
  await check('question');
  await claimButton(page, /^JNIM/).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: 'Claim C-1' })).toBeVisible();
  await check('claim');
  await page.keyboard.press('Alt+3');
  await check('questions');
  await page.getByRole('button', { name: 'New claim' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await check('new claim');
});
