import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { add, newCase } from './fixtures/exhibits.ts';
import type { RunningApp } from './fixtures/running-app.ts';

const intake = (page: Page) => page.getByRole('region', { name: 'Intake' });
const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).click();
const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the note' });

async function offer(app: RunningApp, name: string, content: string): Promise<void> {
  const { page } = app;
  await view(page, 'Intake');
  const path = join(app.folder, name);
  await writeFile(path, content);
  await app.chooseFiles([path], () => intake(page).getByRole('button', { name: 'Choose files…' }).click());
}

const markdown = `---
title: Field notes
date: 2024-07-28
---
# Field notes

The film [EX-1] shows the convoy, [EX-9] does not exist here.

- [x] watched
- [ ] geolocated

> They came at noon.

![map](https://spy.example/map.png)
`;

test('a Markdown file becomes a note: its citations are found, its pictures are not fetched, its file is kept', async ({
  app,
}) => {
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await newCase(page);
  await add(page, 'Video', 'Convoy film');
  await offer(app, 'notes.md', markdown);
  await expect(intake(page)).toContainText('1 text for a note');
  await expect(intake(page)).toContainText('Field notes');
  await expect(intake(page)).toContainText('its address stands in the note');
  await intake(page).getByRole('button', { name: 'Take in' }).click();
  const result = intake(page).getByRole('region', { name: 'What was taken in' });
  await expect(result).toContainText('1 note taken in');
  await expect(result).toContainText('Nothing in the case has this number');

  await view(page, 'Notes');
  await page.getByRole('button', { name: 'Field notes' }).first().click();
  await expect(text(page)).toContainText('They came at noon.');
  await expect(text(page).locator('[data-citation]')).toHaveCount(1);
  await expect(text(page)).toContainText('[EX-9]');
  await expect(text(page)).toContainText('https://spy.example/map.png');
  await expect(text(page)).toContainText('date: 2024-07-28');
  await expect(page.getByText('cites 1 exhibit')).toBeVisible();

  await offer(app, 'again.md', markdown);
  await expect(intake(page)).toContainText('here already');
  await intake(page).getByRole('button', { name: 'Leave them' }).click();
  await page.keyboard.press('Control+z');
  await view(page, 'Notes');
  await expect(page.getByRole('button', { name: 'Field notes' })).toHaveCount(0);
});

test('a note that was written out comes in again as it was', async ({ app }) => {
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await page.getByRole('button', { name: 'Open the sample case' }).click();
  await expect(page.getByRole('heading', { name: 'The ambush, as told' })).toBeVisible();
  const before = await text(page).innerText();
  const citations = await text(page).locator('[data-citation]').count();
  await page.keyboard.press('Control+Alt+e');
  const dialog = page.getByRole('dialog', { name: 'Export notes or the evidence register' });
  await dialog.getByRole('radio', { name: /^Markdown/ }).check({ force: true });
  const path = await app.save('out.md', () => dialog.getByRole('button', { name: 'Save', exact: true }).click());
  await expect(dialog.getByRole('status')).toContainText('Saved');
  await dialog.getByRole('button', { name: 'Close' }).click();
  const out = await readFile(path, 'utf8');
  await offer(app, 'in.md', out.replace('# The ambush, as told', '# It came in again'));
  await intake(page).getByRole('button', { name: 'Take in' }).click();
  const result = intake(page).getByRole('region', { name: 'What was taken in' });
  await expect(result).toContainText('3 notes taken in');
  await expect(result).not.toContainText('number');
  await view(page, 'Notes');
  await page.getByRole('button', { name: 'It came in again' }).first().click();
  await expect(page.getByRole('heading', { name: 'It came in again' })).toBeVisible();
  await expect(text(page).locator('[data-citation]')).toHaveCount(citations);
  expect((await text(page).innerText()).replace(/\s+/g, ' ')).toBe(before.replace(/\s+/g, ' '));
});
