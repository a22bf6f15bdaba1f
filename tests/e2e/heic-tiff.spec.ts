import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/app.ts';
import { add, attach, newCase, noSamples, samples } from './fixtures/exhibits.ts';

/** A TIFF of 2 × 1 points, red and blue, lying on its side: orientation 6 stands it up. */
function smallTiff(): Uint8Array {
  const tags: [tag: number, type: 3 | 4, value: number][] = [
    [256, 4, 2],
    [257, 4, 1],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 2],
    [273, 4, 8 + 2 + 11 * 12 + 4],
    [274, 3, 6],
    [277, 3, 3],
    [278, 4, 1],
    [279, 4, 6],
    [284, 3, 1],
  ];
  const bytes = new Uint8Array(8 + 2 + tags.length * 12 + 4 + 6);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  view.setUint16(8, tags.length, true);
  for (const [n, [tag, type, value]] of tags.entries()) {
    const at = 10 + n * 12;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, 1, true);
    if (type === 3) view.setUint16(at + 8, value, true);
    else view.setUint32(at + 8, value, true);
  }
  bytes.set([255, 0, 0, 0, 0, 255], bytes.length - 6);
  return bytes;
}

test('a TIFF is drawn, upright, though browsers draw none', async ({ app }) => {
  const { page } = app;
  await newCase(page);
  const path = join(app.folder, 'scan.tif');
  await writeFile(path, smallTiff());
  const exhibit = await add(page, 'Photo', 'A scan');
  await attach(app, exhibit, path);
  const picture = exhibit.getByRole('group', { name: /scan\.tif/ }).getByRole('img');
  await expect(picture).toHaveJSProperty('naturalWidth', 1);
  await expect(picture).toHaveJSProperty('naturalHeight', 2);
});

test('a HEIC of an iPhone is drawn, turned once and not twice', async ({ app }) => {
  test.skip(!existsSync(samples), noSamples);
  test.slow();
  const { page } = app;
  await newCase(page);
  const exhibit = await add(page, 'Photo', 'From the phone');
  await attach(app, exhibit, join(samples, 'photos/exif-samples/iphone_13_pro_max.HEIC'));
  const picture = exhibit.getByRole('group', { name: /iphone_13/ }).getByRole('img');
  await expect(picture).toHaveJSProperty('naturalWidth', 3024, { timeout: 60_000 });
  await expect(picture).toHaveJSProperty('naturalHeight', 4032);
});
