import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { add, attach, file, film, form, newCase, noSamples, samples, save } from './fixtures/exhibits.ts';

const at = (video: Locator) => video.evaluate((v: HTMLVideoElement) => v.currentTime);

test('a film plays muted and covered, its shots jump, a frame becomes a photo derived from it', async ({ app }) => {
  const { page } = app;
  await newCase(page);
  const dialog = await form(page, 'Video', 'Film');
  await dialog.getByText('Graphic:').click();
  const exhibit = await save(page, 'Film');
  await attach(app, exhibit, await file(app, 'film.webm', await film(page)));
  await expect(exhibit.locator('video')).toHaveCount(0);
  await exhibit.getByRole('button', { name: /graphic · show/ }).click();
  const video = exhibit.locator('video');
  await expect(exhibit.getByRole('button', { name: 'Add a shot here' })).toBeVisible();
  expect(await video.evaluate((v: HTMLVideoElement) => [v.muted, v.paused])).toEqual([true, true]);

  await exhibit.getByRole('button', { name: 'Add a shot', exact: true }).click();
  await exhibit.getByLabel('Shot 1: from').fill('0:01');
  await page.keyboard.press('Escape');
  await exhibit.getByRole('button', { name: 'Go to 0:01' }).click();
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime)).toBeCloseTo(1, 1);
  await video.press('.');
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.currentTime)).toBeCloseTo(1.04, 2);

  await exhibit.getByRole('button', { name: 'Keep this frame' }).click();
  await page.getByRole('status').getByRole('button', { name: 'Open' }).click();
  const frame = page.getByRole('region', { name: 'Evidence beside' }).getByRole('article', { name: /Frame of Film/ });
  await expect(frame.getByRole('button', { name: /graphic · show/ })).toBeVisible();
  await expect(frame.getByText('image/png')).toBeVisible();
  await expect(frame.getByText(/kept from the film/)).toBeVisible();
});

test('a shot has its frame beside it: from the film, from the files, taken off, one undo each', async ({ app }) => {
  const { page } = app;
  await newCase(page);
  const exhibit = await add(page, 'Video', 'Film');
  await attach(app, exhibit, await file(app, 'film.webm', await film(page)));
  await expect(exhibit.getByRole('button', { name: 'Add a shot here' })).toBeVisible();
  await exhibit.getByRole('button', { name: 'Add a shot', exact: true }).click();
  await page.keyboard.type('A red square');
  await exhibit.getByLabel('Shot 1: from').fill('0:01');
  await page.keyboard.press('Enter');
  await page.keyboard.type('A green one');
  await page.keyboard.press('Escape');
  const shots = exhibit.getByRole('region', { name: 'Shot list' }).getByRole('listitem');
  const files = exhibit.getByRole('region', { name: 'Files' }).getByRole('listitem');
  const choose = async (shot: number, act: string) => {
    await exhibit.getByRole('button', { name: `Frame of shot ${shot}` }).click();
    await page.getByRole('menuitem', { name: act }).click();
  };

  await choose(1, 'Take it from the film at 0:01');
  await expect(shots.nth(0).locator('img')).toBeVisible();
  await expect(files).toHaveCount(2);
  await expect(
    exhibit.getByRole('button', { name: /^Role of EX-1 0-01\.png|Frame Role of EX-1 0-01\.png/ }),
  ).toContainText('Frame');

  await choose(2, 'EX-1 0-01.png');
  await expect(shots.nth(1).locator('img')).toBeVisible();
  await choose(2, 'Take it off the shot');
  await expect(shots.nth(1).locator('img')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(shots.nth(1).locator('img')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(shots.nth(1).locator('img')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(shots.nth(0).locator('img')).toHaveCount(0);
  await expect(files).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(shots.nth(0).locator('img')).toBeVisible();

  await test.step('covered as soon as the exhibit is graphic', async () => {
    await exhibit.getByText('Graphic:').click();
    await expect(shots.nth(0).getByRole('button', { name: /graphic · show/ })).toBeVisible();
    await expect(exhibit.locator('img')).toHaveCount(0);
  });
});

/** Steps, speeds and a shot described while the film stands or plays, with keys alone. */
async function playByKeys(page: Page, exhibit: Locator): Promise<void> {
  const video = exhibit.locator('video');
  await expect(exhibit.getByRole('button', { name: 'Add a shot here' })).toBeVisible();
  await video.focus();
  for (let n = 0; n < 5; n += 1) await page.keyboard.press('.');
  await expect.poll(() => at(video)).toBeCloseTo(0.2, 2);
  await page.keyboard.press(',');
  await expect.poll(() => at(video)).toBeCloseTo(0.16, 2);

  await page.keyboard.press('l');
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => [v.paused, v.playbackRate])).toEqual([false, 1]);
  await page.keyboard.press('l');
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.playbackRate)).toBe(1.5);
  await page.keyboard.press('k');
  await expect.poll(() => video.evaluate((v: HTMLVideoElement) => v.paused)).toBe(true);
  await video.evaluate((v: HTMLVideoElement) => {
    v.currentTime = 0.8;
  });
  await page.keyboard.press('j');
  await expect.poll(() => at(video)).toBe(0);
  await page.keyboard.press('k');

  await video.evaluate((v: HTMLVideoElement) => {
    v.currentTime = 0.4;
  });
  await expect.poll(() => at(video)).toBeCloseTo(0.4, 2);
  await page.keyboard.press('Alt+n');
  await expect(exhibit.getByLabel('Shot 1: what is seen')).toBeFocused();
  await page.keyboard.type('It moves');
  await expect(exhibit.getByLabel('Shot 1: from')).toHaveValue('0:00.4');
  await video.focus();
  await page.keyboard.press('.');
  await expect.poll(() => at(video)).toBeCloseTo(0.44, 2);
  await page.keyboard.press('Alt+o');
  await expect(exhibit.getByLabel('Shot 1: to')).toHaveValue('0:00.44');
  await exhibit.getByLabel('Shot 1: what is seen').focus();
  await page.keyboard.press('Alt+i');
  await expect(exhibit.getByLabel('Shot 1: from')).toHaveValue('0:00.44');
  await page.keyboard.press('Escape');
  await expect(exhibit.getByRole('button', { name: 'Go to 0:00.44' })).toBeVisible();
}

test('a film is watched and described from the keyboard alone', async ({ app }) => {
  await newCase(app.page);
  const exhibit = await add(app.page, 'Video', 'Film');
  await attach(app, exhibit, await file(app, 'film.webm', await film(app.page)));
  await playByKeys(app.page, exhibit);
});

test('a real film is watched and described from the keyboard alone', async ({ app }) => {
  test.skip(!existsSync(samples), noSamples);
  await newCase(app.page);
  const exhibit = await add(app.page, 'Video', 'Film');
  await attach(app, exhibit, join(samples, 'video', 'gen-vp9.webm'));
  await playByKeys(app.page, exhibit);
});

for (const [name, words] of [
  ['gen-hevc-hvc1.mp4', 'this codec’s picture cannot be shown here'],
  ['gen-mpeg4asp.avi', 'This codec cannot play here; the file is kept.'],
  ['gen-prores.mov', 'This codec cannot play here; the file is kept.'],
] as const) {
  test(`a real film that cannot play here is kept and said so: ${name}`, async ({ app }) => {
    test.skip(!existsSync(samples), noSamples);
    await newCase(app.page);
    const exhibit = await add(app.page, 'Video', 'Real');
    await attach(app, exhibit, join(samples, 'video', name));
    await expect(exhibit.getByText(words)).toBeVisible();
  });
}
