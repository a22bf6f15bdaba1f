import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/app.ts';
import { drawPng } from './fixtures/draw-png.ts';
import { add, attach, file, form, newCase, noSamples, samples, save } from './fixtures/exhibits.ts';

test('a video is described shot by shot from the keyboard, without a file', async ({ app }) => {
  const { page } = app;
  await newCase(page);
  const dialog = await form(page, 'Video', 'Convoy');
  await dialog.getByRole('button', { name: 'Add a shot' }).click();
  await page.keyboard.type('A pickup drives up');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Men on their knees');
  await page.keyboard.press('Alt+ArrowUp');
  await dialog.getByLabel('Shot 2: from').fill('0:12.5');
  const exhibit = await save(page, 'Convoy');
  const shots = exhibit.getByRole('region', { name: 'Shot list' }).getByRole('listitem');
  await expect(shots).toHaveCount(2);
  await expect(shots.nth(0)).toContainText('Men on their knees');
  await expect(shots.nth(1)).toContainText('0:12.5');

  await test.step('a line added where it is read is still there tomorrow', async () => {
    const journal = page.getByText(/^Journal \d+ entries/);
    const before = await journal.innerText();
    await exhibit.getByRole('button', { name: 'Add a shot' }).click();
    await page.keyboard.type('Dust');
    await page.keyboard.press('Escape');
    await expect(journal).not.toHaveText(before);
    await expect(shots.nth(2)).toContainText('Dust');
    await expect(page.locator('textarea:focus, input:focus')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(shots).toHaveCount(2);
  });
});

test('an original is never altered: its SHA-256, a saved copy, taking it off and bringing it back', async ({ app }) => {
  const { page } = app;
  await newCase(page);
  const exhibit = await add(page, 'Photo', 'Picture');
  const bytes = drawPng(300, 200);
  await attach(app, exhibit, await file(app, 'really-a-png.jpg', bytes));
  const files = exhibit.getByRole('region', { name: 'Files' });
  await expect(files).toContainText('image/png');
  await expect(files).toContainText(createHash('sha256').update(bytes).digest('hex'));
  const saved = await app.save('copy.png', async () => {
    await files.getByRole('button', { name: 'More about really-a-png.jpg' }).click();
    await page.getByRole('menuitem', { name: 'Save a copy' }).click();
  });
  expect((await readFile(saved)).equals(bytes)).toBe(true);
  await files.getByRole('button', { name: 'More about really-a-png.jpg' }).click();
  await page.getByRole('menuitem', { name: 'Take off the exhibit' }).click();
  await expect(files.getByRole('listitem')).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
  await expect(files.getByRole('listitem')).toHaveCount(1);
});

test('a region is drawn by mouse and by keyboard, on the picture as it is turned', async ({ app }) => {
  const { page } = app;
  await newCase(page);
  const exhibit = await add(page, 'Photo', 'Picture');
  await attach(app, exhibit, await file(app, 'picture.png', drawPng(300, 200)));
  const stage = exhibit.getByRole('group', { name: /picture\.png/ });
  const mark = exhibit.getByRole('button', { name: 'Mark a region' });
  await stage.press('r');
  await mark.click();
  const box = await stage.boundingBox();
  if (!box) throw new Error('The picture is not in sight.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 50, y + 60, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.type('the wreck');
  await mark.click();
  await page.keyboard.press('Enter');
  const regions = exhibit.locator('[data-region]');
  await expect(regions).toHaveCount(2);
  const drawn = await exhibit.getByRole('button', { name: /the wreck/ }).boundingBox();
  expect(drawn?.x).toBeCloseTo(x, -1);
  expect(drawn?.width).toBeCloseTo(50, -1);
  const second = exhibit.getByRole('button', { name: /^Region 2/ });
  const before = await second.evaluate((element) => element.style.left);
  await second.press('ArrowRight');
  await expect.poll(() => second.evaluate((element) => element.style.left)).not.toBe(before);
  await page.waitForTimeout(1200);
  await app.reopen();
  await app.page.getByText('Kinds').first().click();
  await expect(app.page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await app.page.keyboard.press('Control+k');
  await app.page.getByRole('combobox', { name: 'Search or run a command' }).fill('EX-1');
  await app.page.getByRole('option', { name: /Picture/ }).click();
  await expect(app.page.locator('[data-region]')).toHaveCount(2);
});

test('a picture that claims more pixels than a machine can hold is kept and not opened', async ({ app }) => {
  const { page } = app;
  await newCase(page);
  const exhibit = await add(page, 'Photo', 'Bomb');
  await attach(app, exhibit, await file(app, 'bomb.png', drawPng(8, 8, { width: 50_000, height: 50_000 })));
  await expect(exhibit.getByText('More than 200 megapixels').first()).toBeVisible();
  await expect(exhibit.locator('img')).toHaveCount(0);
});

test('a post keeps its formatting, its link tells channel and number, a passage can be linked', async ({ app }) => {
  const { page } = app;
  await newCase(page);
  const dialog = await form(page, 'Telegram', 'Post');
  await dialog.getByLabel('Link to the message').fill('https://t.me/channel_a/4112');
  await expect(dialog.getByLabel('Handle', { exact: true })).toHaveValue('channel_a');
  await expect(dialog.getByLabel('Message number')).toHaveValue('4112');
  const text = dialog.getByLabel('Text, word for word');
  await text.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<p>Бой шёл <b>трое суток</b>, <a href="https://t.me/b/1">здесь</a></p>');
    clipboardData.setData('text/plain', 'Бой шёл трое суток, здесь');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await text.press('Control+End');
  await text.pressSequentially('!');
  await dialog.getByRole('button', { name: 'Add a translation' }).click();
  await dialog.getByLabel('Translation', { exact: true }).fill('The fight went on for three days, here!');
  const exhibit = await save(page, 'Post');
  const verbatim = exhibit.getByRole('region', { name: 'Word for word' });
  await expect(verbatim).toContainText('Бой шёл трое суток, здесь!');
  await expect(verbatim.locator('strong')).toHaveText('трое суток');
  await expect(exhibit.locator('a[href]')).toHaveCount(0);
  await expect(exhibit.getByRole('region', { name: 'Into English' })).toContainText('three days');

  await verbatim.locator('strong').dblclick();
  await verbatim.getByRole('button', { name: 'Link this passage' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  await test.step('an address is shown whole before anything is opened outside', async () => {
    await exhibit.getByRole('button', { name: 'Open outside' }).click();
    await expect(page.getByRole('dialog')).toContainText('https://t.me/channel_a/4112');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  });
});

test('real photos: upright, the iPhone’s HEIC drawn, the 300 megapixels kept and said plainly', async ({ app }) => {
  test.skip(!existsSync(samples), noSamples);
  test.slow();
  const { page } = app;
  await newCase(page);
  const exhibit = await add(page, 'Photo', 'Real');
  const photos = join(samples, 'photos');
  await attach(
    app,
    exhibit,
    join(photos, 'exif-samples', 'portrait_5.jpg'),
    join(photos, 'exif-samples', 'iphone_13_pro_max.HEIC'),
    join(photos, 'derived', 'huge-20000x15000.jpg'),
  );
  const picture = exhibit.getByRole('img', { name: 'portrait_5.jpg' });
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalHeight > img.naturalWidth)).toBe(true);
  await expect(exhibit.getByText('More than 200 megapixels')).toBeVisible();
  await exhibit.getByRole('button', { name: /^2 · iphone_13_pro_max\.HEIC/ }).click();
  const phone = exhibit.getByRole('img', { name: 'iphone_13_pro_max.HEIC' });
  await expect(phone).toHaveJSProperty('naturalHeight', 4032, { timeout: 60_000 });
});

test('tags typed faster than they are made are all there, in the order in which they were typed', async ({ app }) => {
  const { page } = app;
  await newCase(page);
  const dialog = await form(page, 'Photo', 'Column');
  await dialog.getByRole('combobox', { name: 'Tags' }).focus();
  await page.keyboard.type('convoy\nplace/border\nsand\nconvoy\nnight\n');
  const exhibit = await save(page, 'Column');
  const tags = exhibit.getByRole('grid', { name: 'Tags' }).getByRole('row');
  await expect(tags).toHaveText([/convoy/, /border/, /sand/, /night/]);
});
