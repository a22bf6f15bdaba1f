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
}
