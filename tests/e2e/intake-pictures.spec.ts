import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { jpegOf } from '#domain/intake/photo/jpeg.fixture.ts';
import { expect, test } from './fixtures/app.ts';
import { film, newCase, noSamples, samples } from './fixtures/exhibits.ts';
import type { RunningApp } from './fixtures/running-app.ts';

const intake = (page: Page) => page.getByRole('region', { name: 'Intake' });
const found = (page: Page) => intake(page).getByRole('form', { name: 'What was found' });

async function give(app: RunningApp, files: Readonly<Record<string, Uint8Array | string>>): Promise<void> {
  const { page } = app;
  const folder = join(app.folder, 'given');
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    paths.push(join(folder, name));
    await writeFile(join(folder, name), content);
  }
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Intake' }).click();
  await app.chooseFiles(paths, () => intake(page).getByRole('button', { name: 'Choose files…' }).click());
  await expect(found(page)).toBeVisible();
}

async function take(page: Page, count: string): Promise<void> {
  await found(page).getByRole('button', { name: 'Take in' }).click();
  await expect(intake(page).getByRole('region', { name: 'What was taken in' }).getByRole('status')).toContainText(
    count,
  );
}

/** Draws one picture in the window, as a JPEG of some size and quality. */
async function drawn(page: Page, width: number, quality: number): Promise<Uint8Array> {
  const encoded = await page.evaluate(
    async ([wide, how]) => {
      const canvas = new OffscreenCanvas(wide, (wide * 3) / 4);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.scale(wide / 400, wide / 400);
      for (let n = 0; n < 60; n += 1) {
        context.fillStyle = `hsl(${n * 47} 60% ${20 + ((n * 31) % 60)}%)`;
        context.fillRect((n * 97) % 400, (n * 53) % 300, 40 + ((n * 13) % 90), 30 + ((n * 29) % 70));
      }
      const bytes = new Uint8Array(
        await (await canvas.convertToBlob({ type: 'image/jpeg', quality: how })).arrayBuffer(),
      );
      return Array.from(bytes);
    },
    [width, quality] as const,
  );
  return Uint8Array.from(encoded);
}

/** Puts the EXIF of a made-up camera behind the beginning of a JPEG. */
function withExif(jpeg: Uint8Array): Uint8Array {
  const made = jpegOf({
    main: { 271: 'Acme', 272: 'Field 5' },
    exif: { 36867: '2024:07:27 18:30:05', 36881: '+03:00' },
    gps: {
      1: 'N',
      2: [
        [12, 1],
        [39, 1],
        [9, 1],
      ],
      3: 'W',
      4: [
        [8, 1],
        [0, 1],
        [10, 1],
      ],
    },
  });
  const length = new DataView(made.buffer).getUint16(4);
  return Uint8Array.from([...jpeg.subarray(0, 2), ...made.subarray(2, 4 + length), ...jpeg.subarray(2)]);
}

const article = (page: Page, title: string) =>
  page.getByRole('region', { name: 'Evidence beside' }).getByRole('article', { name: new RegExp(title) });

async function openBeside(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Evidence' }).click();
  await page.getByRole('region', { name: 'Evidence', exact: true }).getByText(title, { exact: true }).dblclick();
  await expect(article(page, title)).toBeVisible();
}

test('a photo tells when and where it says it was taken; its copies are told or offered, covered when graphic', async ({
  app,
}) => {
  const { page } = app;
  await newCase(page);
  const original = withExif(await drawn(page, 400, 0.92));
  await give(app, {
    'original.jpg': original,
    'renamed.jpg': original,
    'smaller.jpg': await drawn(page, 240, 0.6),
    'cut.jpg': original.subarray(0, original.length - 900),
  });
  const photos = found(page).getByRole('region', { name: '4 photos' });
  await expect(photos).toContainText('27 Jul 2024, 18:30:05');
  await expect(photos).toContainText('the same bytes as original.jpg');
  await expect(photos).toContainText('Cut short: the file ends in the middle');
  await found(page).getByText('Graphic: cover the pictures').click();
  await take(page, '3 exhibits taken in');
  const result = intake(page).getByRole('region', { name: 'What was taken in' });
  await result.getByRole('button', { name: 'Look for pictures that look like these, here and in the case' }).click();
  const pair = result.getByRole('region', { name: 'Pictures that look alike' }).getByRole('listitem').first();
  await expect(pair).toContainText(/EX-\d ~\s*EX-\d/);
  await pair.getByRole('button', { name: 'Compare' }).click();
  const compared = page.getByRole('dialog', { name: /beside/ });
  await expect(compared.locator('img')).toHaveCount(0);
  await compared.getByRole('button', { name: 'Close' }).last().click();

  await openBeside(page, 'original.jpg');
  const says = article(page, 'original.jpg').getByRole('region', { name: 'What the file says' });
  await expect(says).toContainText('400 × 300 pixels');
  await expect(says).toContainText('Acme Field 5');
  await expect(says).toContainText('No manifest in this file.');
  await says.getByText('All that stands in it').click();
  await says.getByText(/^EXIF \(/).click();
  await expect(says.getByRole('row', { name: 'OffsetTimeOriginal +03:00' })).toBeVisible();

  await article(page, 'original.jpg').getByRole('button', { name: 'Look for pictures like it in the case' }).click();
  const alike = article(page, 'original.jpg').getByRole('region', { name: 'Pictures that look alike' });
  await expect(alike.getByRole('listitem').filter({ hasText: 'smaller.jpg' })).toBeVisible();
  await alike.getByRole('listitem').filter({ hasText: 'smaller.jpg' }).getByRole('button', { name: 'Compare' }).click();
  const beside = page.getByRole('dialog', { name: /beside/ });
  await expect(beside.getByRole('button', { name: /graphic/i })).toHaveCount(2);
  await expect(beside.locator('img')).toHaveCount(0);
  await beside
    .getByRole('button', { name: /graphic/i })
    .first()
    .click();
  await expect(beside.locator('img')).toHaveCount(1);
});

test('a transport stream, which has no header at one place, tells what its streams are', async ({ app }) => {
  test.skip(!existsSync(samples), noSamples);
  const { page } = app;
  await newCase(page);
  await give(app, { 'clip.ts': await readFile(join(samples, 'video/gen-h264.ts')) });
  await take(page, '1 exhibit taken in');
  await openBeside(page, 'clip.ts');
  const says = article(page, 'clip.ts').getByRole('region', { name: 'What the file says' });
  await expect(says).toContainText('AVC · 320 × 180 pixels');
});

test('a film by itself tells what its header says, with the subtitles beside it as its transcript', async ({ app }) => {
  const { page } = app;
  await newCase(page);
  const subtitles = '1\n00:00:00,500 --> 00:00:01,500\nThe convoy stops.\n';
  await give(app, { 'clip.webm': await film(page), 'clip.en.srt': subtitles });
  await expect(found(page).getByRole('region', { name: '1 film' })).toContainText('and 1 file that belongs to it');
  await take(page, '1 exhibit taken in');
  await openBeside(page, 'clip.webm');
  const says = article(page, 'clip.webm').getByRole('region', { name: 'What the file says' });
  await expect(says).toContainText('V_VP8 · 160 × 90 pixels');
  await expect(article(page, 'clip.webm').getByRole('region', { name: 'Transcript' })).toContainText(
    'The convoy stops.',
  );

  await article(page, 'clip.webm').getByRole('button', { name: 'Show a contact sheet' }).click();
  const sheet = article(page, 'clip.webm').getByRole('img', { name: /Contact sheet of clip.webm/ });
  const noFrames = article(page, 'clip.webm').getByText('No frames can be taken from this film here');
  await expect(sheet.or(noFrames)).toBeVisible({ timeout: 60_000 });
  await expect(noFrames).toHaveCount(0);
});
