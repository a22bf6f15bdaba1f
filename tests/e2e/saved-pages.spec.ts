import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { newCase } from './fixtures/exhibits.ts';
import type { RunningApp } from './fixtures/running-app.ts';

const intake = (page: Page) => page.getByRole('region', { name: 'Intake' });
const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=';
const spy = 'https://spy.example';

/** A page that tries everything: scripts, handlers, pictures, styles, frames, forms and links from elsewhere. */
const hostile = `<!DOCTYPE html> <html lang="fr"><!--
 Page saved with SingleFile 
 url: https://news.example/a 
 saved date: Mon Nov 23 2026 17:18:51 GMT+0000 (Coordinated Universal Time)
--><meta charset="utf-8"><title>Une colonne</title><base href="${spy}/"><meta http-equiv="refresh" content="0;url=${spy}/refresh">
<link rel="stylesheet" href="${spy}/a.css"><link rel="prefetch" href="${spy}/b"><link rel="icon" href="${spy}/icon.png">
<style>@import url(${spy}/c.css); @import "${spy}/d.css"; body { background: url(${spy}/bg.png); color: rgb(1, 2, 3) }
h1 { color: rgb(200, 0, 0); background-image: image-set("${spy}/set.png" 1x); list-style: u\\72l(${spy}/esc.png) }
:host { position: fixed !important; inset: 0 !important; z-index: 9999 !important }
.cover { position: fixed; inset: 0; background: lime; z-index: 99999 } @font-face { font-family: x; src: url(${spy}/f.woff) }</style>
<body onload="globalThis.ran = 1" background="${spy}/body.png"><h1 onclick="globalThis.ran = 1" style="font-size: 40px; cursor: url(${spy}/c.cur), auto">La colonne est partie</h1>
<script>globalThis.ran = 1</script><script src="${spy}/x.js"></script><noscript><img src="${spy}/ns.gif"></noscript>
<img src="${dot}" alt="dot"><img src="${spy}/p.gif" srcset="${spy}/p2.gif 2x" onerror="globalThis.ran = 1"><picture><source srcset="${spy}/s.webp"><img src="x"></picture>
<video src="${spy}/v.mp4" poster="${spy}/v.jpg" autoplay></video><audio src="${spy}/a.mp3" autoplay></audio><object data="${spy}/o"></object><embed src="${spy}/e">
<iframe src="${spy}/frame"></iframe><iframe srcdoc="<p>Dans le cadre<script>parent.ran = 1</script><img src=${spy}/in.gif>"></iframe>
<svg><script>globalThis.ran = 1</script><image href="${spy}/svg.png"/><use href="${spy}/u.svg#x"/></svg><math><mi xlink:href="javascript:globalThis.ran=1">x</mi></math>
<form action="${spy}/f"><input name="a" value="typed"><button formaction="javascript:globalThis.ran=1">Send</button></form>
<a href="javascript:globalThis.ran=1" ping="${spy}/ping">link</a><div class="cover"></div><template shadowrootmode="open"><p>Dans l’ombre</p></template></body></html>`;

const mhtml = `From: <Saved by Blink>
Snapshot-Content-Location: https://news.example/b
Subject: The wells
Date: Wed, 16 Mar 2022 19:24:12 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="x"

--x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://news.example/b

<title>The wells</title><link rel=3D"stylesheet" href=3D"/site.css"><p>Seen at the wells</p><img src=3D"cid:dot@x" alt=3D"dot"><img src=3D"/far.gif">
--x
Content-Type: text/css
Content-Location: https://news.example/site.css

p { color: rgb(0, 0, 200); background: url(https://spy.example/css.png) }
--x
Content-Type: image/gif
Content-Transfer-Encoding: base64
Content-ID: <dot@x>

${dot.slice(dot.indexOf(',') + 1)}
--x--
`.replaceAll('\n', '\r\n');

async function takeIn(app: RunningApp, name: string, content: string): Promise<Locator> {
  const { page } = app;
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Intake' }).click();
  await mkdir(app.folder, { recursive: true });
  const path = join(app.folder, name);
  await writeFile(path, content);
  await app.chooseFiles([path], () => intake(page).getByRole('button', { name: 'Choose files…' }).click());
  await expect(intake(page)).toContainText('1 web page');
  await intake(page).getByRole('button', { name: 'Take in' }).click();
  await expect(intake(page).getByRole('region', { name: 'What was taken in' })).toContainText('1 exhibit taken in');
  await intake(page).getByRole('button', { name: 'Close', exact: true }).click();
  return page.getByRole('region', { name: 'Inbox' });
}

test('a page saved with SingleFile is read, and shown as saved without running or loading anything', async ({
  app,
}) => {
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await newCase(page);
  const inbox = await takeIn(app, 'page.html', hostile);
  await inbox.getByText('Une colonne').first().dblclick();
  const exhibit = page.getByRole('article', { name: /Une colonne/ });
  await expect(exhibit).toContainText('https://news.example/a');
  await expect(exhibit).toContainText('Mon Nov 23 2026 17:18:51 GMT+0000 (Coordinated Universal Time)');
  await expect(exhibit).toContainText('La colonne est partie');
  await exhibit.getByRole('radio', { name: 'The page as saved' }).click();
  const saved = exhibit.locator('[data-saved-page]');
  await expect(saved.locator('h1')).toHaveText('La colonne est partie');
  await expect(saved.locator('h1')).toHaveCSS('color', 'rgb(200, 0, 0)');
  await expect(saved.locator('h1')).toHaveCSS('font-size', '40px');
  await expect(saved).toContainText('Dans le cadre');
  await expect(saved).toContainText('Dans l’ombre');
  await expect(saved.locator('img[alt="dot"]')).toHaveJSProperty('naturalWidth', 1);
  await expect(
    saved.locator('script, iframe, form, input, button, link, object, embed, video, audio, svg'),
  ).toHaveCount(0);
  await expect(saved.locator('[href], [onclick], [onload], [ping], [srcset], [background]')).toHaveCount(0);
  // What would cover the window covers no more than its own frame.
  const frame = await exhibit.getByRole('region', { name: 'The page as saved' }).boundingBox();
  const cover = await saved.locator('.cover').boundingBox();
  expect(cover && frame && cover.width <= frame.width && cover.x >= frame.x).toBe(true);
  expect(await page.evaluate('globalThis.ran')).toBeUndefined();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html[data-theme]')).toHaveAttribute('data-theme', colorScheme);
    const { violations } = await new AxeBuilder({ page }).exclude('[data-saved-page]').analyze();
    expect
      .soft(
        violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        colorScheme,
      )
      .toEqual([]);
  }
});

test('a page saved as MHTML shows the pictures that are in it; a graphic one is covered until it is asked for', async ({
  app,
}) => {
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await newCase(page);
  const inbox = await takeIn(app, 'wells.mhtml', mhtml);
  await inbox.getByText('The wells').first().dblclick();
  const exhibit = page.getByRole('article', { name: /The wells/ });
  await expect(exhibit).toContainText('https://news.example/b');
  await exhibit.getByRole('radio', { name: 'The page as saved' }).click();
  const saved = exhibit.locator('[data-saved-page]');
  await expect(saved.locator('img[alt="dot"]')).toHaveJSProperty('naturalWidth', 1);
  await expect(saved.locator('p')).toHaveCSS('color', 'rgb(0, 0, 200)');
  await exhibit
    .getByText(/^Graphic/)
    .first()
    .click();
  await expect(saved).toHaveCount(0);
  await exhibit.getByRole('button', { name: /graphic · show/ }).click();
  await expect(saved.locator('p')).toHaveText('Seen at the wells');
});
