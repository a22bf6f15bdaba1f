import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { recordOf, waczOf } from '#domain/intake/web-archive/archive.fixture.ts';
import { expect, test } from './fixtures/app.ts';
import { newCase } from './fixtures/exhibits.ts';
import type { RunningApp } from './fixtures/running-app.ts';

const intake = (page: Page) => page.getByRole('region', { name: 'Intake' });

const article = (n: number, words: string) =>
  recordOf({
    url: `https://news.example/${n}`,
    body: `<!doctype html><title>Article ${n}</title><p>${words}</p><script src="https://spy.example/x.js"></script><img src="https://spy.example/x.gif">`,
  });
const records = [article(1, 'The convoy left at dawn.'), article(2, 'Nothing of note.')];
const pages = [1, 2].map((n) => ({
  url: `https://news.example/${n}`,
  title: `Article ${n}`,
  ts: '2024-07-28T10:00:00Z',
}));

async function offer(app: RunningApp, name: string, bytes: Uint8Array): Promise<void> {
  await app.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Intake' }).click();
  const path = join(app.folder, name);
  await writeFile(path, bytes);
  await app.chooseFiles([path], () => intake(app.page).getByRole('button', { name: 'Choose files…' }).click());
}

test('the pages of a web archive are listed, verified, taken in one by one, and known again', async ({ app }) => {
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await newCase(page);
  await offer(app, 'kept.wacz', waczOf({ records, pages }));
  await expect(intake(page)).toContainText('1 web archive');
  const parts = intake(page).getByRole('list', { name: 'What is in it' });
  await expect(parts.getByRole('checkbox')).toHaveCount(2);
  await expect(intake(page)).toContainText('Records of the archive that are as their digests state');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await parts.getByRole('checkbox', { name: /Article 2/ }).uncheck({ force: true });
  await intake(page).getByRole('button', { name: 'Take in' }).click();
  await expect(intake(page).getByRole('region', { name: 'What was taken in' })).toContainText('1 exhibit taken in');

  await page.getByRole('region', { name: 'Inbox' }).getByText('Article 1').first().dblclick();
  const exhibit = page.getByRole('article', { name: /Article 1/ });
  await expect(exhibit).toContainText('https://news.example/1');
  await expect(exhibit).toContainText('2024-07-28T10:00:00Z');
  await expect(exhibit).toContainText('The convoy left at dawn.');
  await expect(exhibit).toContainText('3 as their hashes state');
  await expect(exhibit).toContainText('as its digests state');

  await offer(app, 'again.wacz', waczOf({ records, pages }));
  await expect(intake(page)).toContainText('1 here already');
});

test('a hash that its writer took twice is told apart from a file that was altered', async ({ app }) => {
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await newCase(page);
  await offer(app, 'doubled.wacz', waczOf({ records, pages, doubled: true }));
  await expect(intake(page)).toContainText('A hash taken twice by its writer; the bytes are right');
  await expect(intake(page)).not.toContainText('Bytes that are not those of their list');
  await intake(page).getByRole('button', { name: 'Leave them' }).click();
  const altered = waczOf({
    records,
    pages,
    after: (files) => {
      files['pages/pages.jsonl'] = new TextEncoder().encode(JSON.stringify({ ...pages[0], title: 'Changed' }));
    },
  });
  await offer(app, 'altered.wacz', altered);
  await expect(intake(page)).toContainText('pages/pages.jsonl');
  await expect(intake(page)).toContainText('Bytes that are not those of their list');
  await intake(page).getByRole('button', { name: 'Take in' }).click();
  await page.getByRole('region', { name: 'Inbox' }).getByText('Changed').first().dblclick();
  const exhibit = page.getByRole('article', { name: /Changed/ });
  await expect(exhibit).toContainText('not as their hashes state: pages/pages.jsonl');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});
