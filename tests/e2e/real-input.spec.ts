import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { add, attach, form, newCase, noSamples, samples, save } from './fixtures/exhibits.ts';

const photos = (...path: string[]) => join(samples, 'photos', ...path);
const films = (name: string) => join(samples, 'video', name);
const chat = join(samples, 'telegram', 'B-testgroup-2022-cyrillic', 'telegram-test-html');

/** The page of a real post as a browser puts it on the clipboard: who wrote it, and its text with its formatting. */
async function realPost(id: string): Promise<{ html: string; from: string; plain: string }> {
  const page = await readFile(join(chat, 'messages.html'), 'utf8');
  const post = page.slice(page.indexOf(`id="message${id}"`)).split('<div class="message ')[0] ?? '';
  const inside = (name: string) => post.match(new RegExp(`<div class="${name}">([\\s\\S]*?)</div>`))?.[1]?.trim() ?? '';
  const [from, text] = [inside('from_name'), inside('text')];
  return { html: `<p>${from}</p><p>${text}</p>`, from, plain: `${from}\n${text.replaceAll(/<[^>]*>/g, '')}` };
}

async function cite(page: Page, number: string): Promise<void> {
  await page.keyboard.type(`@EX-${number}`);
  const option = page.getByRole('listbox').getByRole('option', { name: new RegExp(`EX-${number}\\b`) });
  await option.first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
}

test('real photos, clips and a real post go into exhibits, a note, a claim, a case file and a second machine', async ({
  app,
}) => {
  test.skip(!existsSync(samples), noSamples);
  test.slow();
  const { page } = app;
  page.setDefaultTimeout(20_000);
  await newCase(page);

  const photo = await add(page, 'Photo', 'Pictures');
  await attach(
    app,
    photo,
    photos('exif-samples', 'DSCN0010.jpg'),
    photos('exif-samples', 'portrait_5.jpg'),
    photos('exif-samples', 'iphone_13_pro_max.HEIC'),
    photos('c2pa', 'adobe-20220124-CA.jpg'),
  );
  await expect(photo.getByText('breaks off')).toHaveCount(0);

  const clip = await add(page, 'Video', 'Clips');
  await attach(app, clip, films('gen-vp9.webm'), films('real-telegram-earth-globe.mp4'));
  await expect(clip.locator('video')).toHaveCount(2);
  await expect(clip.getByText('breaks off')).toHaveCount(0);

  const real = await realPost('428640');
  const dialog = await form(page, 'Telegram', 'Post');
  await dialog.getByLabel('Channel').fill(real.from);
  await dialog.getByLabel('Text, word for word').evaluate((field, { html, plain }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', plain);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, real);
  const post = await save(page, 'Post');
  await attach(app, post, join(chat, 'photos', 'photo_1@23-03-2022_02-12-10.jpg'));
  const verbatim = post.getByRole('region', { name: 'Word for word' });
  await expect(verbatim).toContainText('Александр Март');
  await expect(verbatim).toContainText('inline fixed-width code');
  await expect(verbatim.locator('code, pre').first()).toBeVisible();
  await expect(post.getByRole('img', { name: /photo_1/ })).toBeVisible();

  await page.keyboard.press('Alt+1');
  await page.getByRole('button', { name: 'New note' }).first().click();
  await page.getByRole('textbox', { name: 'Title of the note' }).fill('What is known');
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: 'Text of the note' });
  await page.keyboard.type('Somebody was there.');
  await page.keyboard.press('Shift+Home');
  await page.getByRole('button', { name: 'Make a claim' }).click();
  await expect(text.locator('[data-citation]')).toContainText('C-1');
  await page.keyboard.press('Control+End');
  for (const number of ['1', '2', '3']) {
    await page.keyboard.type(' See ');
    await cite(page, number);
  }
  await expect(page.locator('[data-saving="saved"]')).toBeVisible();

  await post.getByText('inline fixed-width code').first().selectText();
  await post.getByRole('button', { name: 'Link this passage' }).click();
  const linking = page.getByRole('dialog', { name: 'Link exhibits to a claim' });
  await linking.getByRole('combobox', { name: 'Claim' }).fill('C-1');
  await page.getByRole('option', { name: /^C-1/ }).click();
  await linking.getByLabel('Because').fill('The post says so.');
  await linking.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(linking).toHaveCount(0);

  await page.getByRole('button', { name: 'Export case file' }).click();
  const exporting = page.getByRole('dialog', { name: 'Export this case' });
  const path = await app.save('real.casebound', () =>
    exporting.getByRole('button', { name: 'Save case file' }).click(),
  );
  await expect(exporting.getByRole('status')).toContainText('Fingerprint');
  await app.close();
  await rm(join(app.folder, 'profile'), { recursive: true });

  const other = await app.reopen();
  await app.chooseFiles([path], () => other.getByRole('button', { name: 'Open case file…' }).click());
  await other.getByRole('button', { name: 'Export case file' }).waitFor();
  await expect(other.getByText('3 exhibits', { exact: false }).last()).toBeVisible();
  const chips = other.getByRole('textbox', { name: 'Text of the note' }).locator('[data-citation]');
  const opened = other.getByRole('region', { name: 'Evidence beside' }).getByRole('article');
  await chips.filter({ hasText: 'EX-1' }).click();
  await expect(opened.getByRole('img', { name: 'DSCN0010.jpg' })).toBeVisible();
  await chips.filter({ hasText: 'EX-2' }).click();
  await expect(opened.getByRole('button', { name: 'Add a shot here' })).toBeVisible();
  await chips.filter({ hasText: 'EX-3' }).click();
  await expect(opened).toContainText('Александр Март');
  await expect(opened.getByRole('img', { name: /photo_1/ })).toBeVisible();
  await expect(opened).toContainText('The post says so.');
});

for (const [kind, path, words] of [
  ['Video', films('gen-h264-truncated.mp4'), 'it breaks off: its end is missing'],
  ['Photo', photos('derived', 'truncated-DSCN0010.jpg'), 'it breaks off: its end is missing'],
] as const) {
  test(`a real ${kind.toLowerCase()} that breaks off is kept, hashed, and said so at once`, async ({ app }) => {
    test.skip(!existsSync(samples), noSamples);
    await newCase(app.page);
    const exhibit = await add(app.page, kind, 'Broken');
    await attach(app, exhibit, path);
    const files = exhibit.getByRole('region', { name: 'Files' });
    await expect(files.getByRole('alert')).toContainText(words);
    await expect(files.getByRole('listitem').first()).toContainText('The file breaks off: its end is missing.');
    await expect(files).toContainText(/SHA-256 [0-9a-f]{64}/);
  });
}
