import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { newCase } from './fixtures/exhibits.ts';

const text = [
  'Convoy burnt at the wells',
  '“We came at noon and it was burning,” said Amadou Diallo, a herder.',
  'The ministry said on Friday that two soldiers had died. «Il n’y a pas eu d’autres pertes», a déclaré le colonel Dembélé.',
  'По словам Иванова, погибли более 80 человек. Проверить это нельзя.',
].join('\n\n');

const beside = (page: Page) => page.getByRole('region', { name: 'Evidence beside' });
const passages = (dialog: Locator) => dialog.getByRole('listbox', { name: 'Passages' });
const passage = (dialog: Locator, words: string | RegExp) =>
  passages(dialog).getByRole('option').filter({ hasText: words });

/** Opens the dialog with the keyboard and types the article and its address. */
async function paste(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: 'Search or run a command' });
  await palette.fill('Paste an article');
  await expect(page.getByRole('option').first()).toContainText('Paste an article');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'An article' });
  await expect(dialog.getByRole('textbox', { name: 'The text, as it was published' })).toBeFocused();
  await page.keyboard.insertText(text);
  await dialog.getByLabel('Address').fill('https://paper.example/mali');
  await dialog.getByLabel('Published', { exact: true }).fill('29 July 2024');
  await page.keyboard.press('Enter');
  await expect(passages(dialog)).toBeFocused();
  return dialog;
}

async function goDownTo(page: Page, row: Locator): Promise<void> {
  while ((await row.getAttribute('data-active')) === null) await page.keyboard.press('ArrowDown');
}

test('an article is pasted, its passages are kept with the keyboard, undone as one, and known again', async ({
  app,
}) => {
  test.slow();
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await newCase(page);
  const dialog = await paste(page);
  await expect(dialog).toContainText('2 quotes · 6 sentences');

  await goDownTo(page, passage(dialog, /^quote.*We came at noon/));
  await page.keyboard.press('s');
  await expect(passage(dialog, /^Statement.*seems to be Amadou Diallo/)).toBeVisible();
  await page.keyboard.press('g');
  await expect(passage(dialog, /^Statement.*quote.*Amadou Diallo/)).toBeVisible();
  await goDownTo(page, passage(dialog, 'two soldiers had died'));
  await page.keyboard.press('c');
  await page.keyboard.press('g');
  await goDownTo(page, passage(dialog, 'погибли более 80'));
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Who speaks' })).toBeFocused();
  await page.keyboard.type('A blogger');
  await page.getByRole('option', { name: /New source “A blogger”/ }).click();
  await expect(passage(dialog, /^Claim.*A blogger/)).toBeVisible();
  await goDownTo(page, passage(dialog, 'Проверить это нельзя'));
  await page.keyboard.press('s');
  await expect(dialog.getByRole('status').filter({ hasText: 'Statements: 2 · claims: 2' })).toBeVisible();
  await page.keyboard.press('x');
  await expect(dialog.getByRole('status').filter({ hasText: 'Statements: 1 · claims: 2' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect
      .soft(
        violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        colorScheme,
      )
      .toEqual([]);
  }
  await dialog.getByRole('button', { name: 'Keep 3 passages' }).click();
  await expect(dialog).toHaveCount(0);

  await expect(page.getByText('EX-1 and 3 passages of it are kept.')).toBeVisible();
  const article = beside(page).getByRole('article');
  await expect(article).toContainText('https://paper.example/mali');
  await expect(article.getByRole('list', { name: 'What repeats it' })).toContainText(
    'We came at noon and it was burning,',
  );
  await expect(article.getByRole('list', { name: 'Claims made in it' }).getByRole('button')).toHaveCount(2);
  await article.getByRole('button', { name: /We came at noon/ }).click();
  const statement = beside(page).getByRole('article');
  await expect(statement).toContainText('Amadou Diallo');
  await statement.getByRole('list', { name: 'What it repeats' }).getByRole('button', { name: /EX-1/ }).click();
  await expect(beside(page).locator('mark')).toHaveText('We came at noon and it was burning,');

  await beside(page).getByRole('button', { name: 'Quotes and sentences of it…' }).click();
  const again = page.getByRole('dialog', { name: 'Quotes and sentences of EX-1' });
  await expect(passage(again, /^quote.*We came at noon/)).toContainText('here as EX-2');
  await expect(passage(again, 'two soldiers had died')).toContainText('here as C-1');
  await again.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Evidence/ })).toHaveText(
    /Evidence\s*0?$/,
  );
});

test('the same text pasted again is the article that is here; what was typed stays while the dialog is closed', async ({
  app,
}) => {
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await newCase(page);
  const first = await paste(page);
  await first.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('Paste an article');
  await expect(page.getByRole('option').first()).toContainText('Paste an article');
  await page.keyboard.press('Enter');
  await first.getByRole('button', { name: 'Back to the text' }).click();
  await expect(first.getByLabel('Address')).toHaveValue('https://paper.example/mali');
  await first.getByRole('button', { name: 'Part it into passages' }).click();
  await first.getByRole('button', { name: 'Keep the article alone' }).click();
  await expect(page.getByText('EX-1 is kept.')).toBeVisible();

  const second = await paste(page);
  await expect(second).toContainText('This text is here already, as EX-1');
  await passage(second, 'Convoy burnt at the wells').click();
  await page.keyboard.press('c');
  await second.getByRole('button', { name: 'Keep 1 passage' }).click();
  await expect(page.getByText('EX-1 and 1 passage of it are kept.')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Evidence/ })).toHaveText(
    /1$/,
  );
});
