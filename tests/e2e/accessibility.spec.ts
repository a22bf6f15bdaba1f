import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';

const views = ['Notes', 'Evidence', 'Intake', 'Questions', 'Sources', 'Tags', 'Journal', 'Trash'] as const;

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap((v) =>
    v.nodes.map((node) => `${v.id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
  );
}

async function view(page: Page, name: (typeof views)[number]): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click();
  await expect(page.getByRole('navigation', { name: 'Views' }).locator('[aria-current]')).toContainText(name);
}

async function openByCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill(words);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toHaveCount(0);
}

for (const colours of ['light', 'dark'] as const) {
  test(`axe finds nothing on any view of the sample case, ${colours}`, async ({ app }) => {
    test.setTimeout(480_000);
    const { page } = app;
    await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
    await expect(page.getByRole('button', { name: 'Open the sample case' })).toBeVisible();
    expect(await faults(page), 'start screen').toEqual([]);
    await page.getByRole('button', { name: 'Open the sample case' }).click();
    await expect(page.getByRole('heading', { name: 'The ambush, as told' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', colours);
    for (const name of views) {
      await view(page, name);
      await page.waitForTimeout(400);
      expect.soft(await faults(page), name).toEqual([]);
    }
    for (const thing of ['EX-1', 'EX-4', 'EX-5', 'EX-9', 'C-1', 'How many Russian fighters', 'Malian army']) {
      await openByCommand(page, thing);
      await page.waitForTimeout(400);
      expect.soft(await faults(page), thing).toEqual([]);
    }
    await openByCommand(page, 'Settings');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await faults(page), 'settings').toEqual([]);
  });

  test(`axe finds nothing on the views of an empty case, ${colours}`, async ({ app }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'New case' }).click();
    expect(await faults(page), 'new case').toEqual([]);
    await page.getByRole('textbox', { name: 'Title' }).fill('Empty');
    await page.getByRole('button', { name: 'Create case' }).click();
    for (const name of views) {
      await view(page, name);
      await page.waitForTimeout(300);
      expect.soft(await faults(page), name).toEqual([]);
    }
  });

  test(`axe finds nothing in what opens over the work, ${colours}`, async ({ app }) => {
    test.setTimeout(480_000);
    const { page } = app;
    const check = async (what: string) => expect.soft(await faults(page), what).toEqual([]);
    await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Open the sample case' }).click();
    const text = page.getByRole('textbox', { name: 'Text of the note' });
    await expect(text).toContainText('A sandstorm');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('option').first()).toBeVisible();
    await check('palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+/');
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('keyboard help');
    await page.keyboard.press('Escape');

    await text.getByText('A sandstorm').click();
    await page.keyboard.press('End');
    for (const sign of ['@', '/', '#']) {
      await page.keyboard.type(` ${sign}`);
      await expect(page.getByRole('listbox', { name: 'What to insert' })).toBeVisible();
      await check(`the list after ${sign}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
    }
    await page.keyboard.press('Control+f');
    await page.getByRole('search', { name: 'Find' }).getByRole('textbox', { name: 'Find' }).fill('convoy');
    await check('find');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More' }).first().click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    await expect(page.getByRole('heading', { name: /History/ })).toBeVisible();
    await check('history');

    await view(page, 'Evidence');
    const list = page.getByRole('listbox', { name: 'Evidence' });
    await list.focus();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
    await check('toast');
    await view(page, 'Trash');
    await page.getByRole('button', { name: 'Empty the trash' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('confirmation');
    await page.keyboard.press('Escape');
    await view(page, 'Journal');
    await page.getByRole('searchbox', { name: 'Filter the journal' }).fill('trash');
    await check('filtered journal');

    await page.setViewportSize({ width: 900, height: 700 });
    await view(page, 'Notes');
    await page.getByRole('button', { name: 'Show or hide the evidence panel' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('drawer');
  });
}
