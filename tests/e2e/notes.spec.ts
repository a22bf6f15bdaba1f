import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import type { RunningApp } from './fixtures/running-app.ts';

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Text of the note' });
const titleOf = (page: Page) => page.getByRole('textbox', { name: 'Title of the note' });
const saved = (page: Page) => expect(page.locator('[data-saving="saved"]')).toBeVisible();

/** Opens the sample case and begins a note in it; the caret stands in its text. */
async function beginNote(app: RunningApp, title: string): Promise<Page> {
  const { page } = app;
  await page.getByRole('button', { name: 'Open the sample case' }).click();
  await expect(textOf(page)).toContainText('.');
  await page.getByRole('region', { name: 'Notes' }).getByRole('button', { name: 'New note' }).click();
  await expect(titleOf(page)).toHaveValue('');
  await titleOf(page).fill(title);
  await page.keyboard.press('Enter');
  await expect(textOf(page)).toBeFocused();
  return page;
}

/** The editor hears of a moved caret two frames later; a person is never faster. */
async function press(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function choose(page: Page, typed: string, offered: string | RegExp): Promise<void> {
  await page.keyboard.type(typed);
  await expect(page.getByRole('listbox').getByRole('option', { name: offered }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
}

/** Pastes a page as another program would have put it on the clipboard. */
async function paste(page: Page, html: string): Promise<void> {
  await textOf(page).evaluate((element, page) => {
    const data = new DataTransfer();
    data.setData('text/html', page);
    data.setData('text/plain', 'not used');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
}

test('a note is written: Markdown, slash menu, lists, a table', async ({ app }) => {
  const page = await beginNote(app, 'What is known');
  const text = textOf(page);
  await page.keyboard.type('## Two counts\n');
  await expect(text.getByRole('heading', { level: 2, name: 'Two counts' })).toBeVisible();
  await page.keyboard.type('**Fifty** says one, ==eighty== another.');
  await expect(text.locator('strong')).toHaveText('Fifty');
  await expect(text.locator('mark')).toHaveText('eighty');
  await page.keyboard.type('\n[] ask the ministry');
  await expect(text.getByRole('checkbox')).toBeVisible();
  await page.keyboard.type('\n\n');
  await choose(page, '/tab', 'Table');
  await page.keyboard.type('who');
  await press(page, 'Tab');
  await page.keyboard.type('how many');
  await press(page, 'Alt+Shift+ArrowDown');
  await expect(text.locator('tr')).toHaveCount(4);
  await expect(text.locator('tr').first()).toContainText('how many');
  await saved(page);
});

test('exhibits, claims and tags are cited by typing', async ({ app }) => {
  const page = await beginNote(app, 'Cited');
  const text = textOf(page);
  await page.keyboard.type('The camera ends on a man ');
  await choose(page, '@1', /EX-1\b/);
  await page.keyboard.type(' and one count says ');
  await choose(page, '!3', /C-3\b/);
  await page.keyboard.type(' of ');
  await choose(page, '#border/north', 'New tag #border/north');
  await expect(text.locator('[data-citation]')).toHaveText([/EX-1/, /C-3/, /border\/north/]);
  await page.keyboard.type('. Left as typed: @nobody');
  await page.keyboard.press('Escape');
  await page.keyboard.type(' here');
  await expect(text).toContainText('@nobody here');
  await expect(page.getByText('cites 1 exhibit and 1 claim')).toBeVisible();

  await text.locator('[data-citation]').first().hover();
  await expect(page.getByRole('tooltip')).toContainText('EX-1');
  await text.locator('[data-citation]').first().click();
  await expect(page.getByRole('region', { name: 'Evidence beside' })).toContainText('Cited in');
  await expect(page.getByRole('region', { name: 'Evidence beside' })).toContainText('The camera ends on a man');
});

test('a page from Word comes in clean and fetches nothing', async ({ app }) => {
  const page = await beginNote(app, 'Pasted');
  await paste(
    page,
    `<html><head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal{color:red}</style></head><body>
    <h1 style="color:#2F5496">Report</h1>
    <p class=MsoNormal style="color:red"><b><span style="font-family:Calibri">Bold words</span></b> stay<o:p></o:p></p>
    <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp; </span></span>first point</p>
    <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp; </span></span>second point</p>
    <p class=MsoNormal><a href="javascript:alert(1)">bad link</a><img src="http://tracker.example/x.png"></p>
    </body></html>`,
  );
  const text = textOf(page);
  await expect(text.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible();
  await expect(text.locator('strong')).toHaveText('Bold words');
  await expect(text.getByRole('listitem')).toHaveText(['first point', 'second point']);
  await expect(text.locator('a, img, [style*="color"]')).toHaveCount(0);
  await expect(page.getByText('A picture was left out')).toBeVisible();
});

test('a hostile page brings in its words, and nothing that runs, loads or is reported', async ({ app }) => {
  const page = await beginNote(app, 'Hostile');
  await paste(
    page,
    `<base href="http://tracker.example/"><meta http-equiv="refresh" content="0;url=http://tracker.example/">
    <link rel="stylesheet" href="http://tracker.example/a.css"><style>@import "http://tracker.example/b.css"; p { color: red }</style>
    <script>window.ran = 'script'</script><template><p onclick="window.ran = 'template'">hidden</p></template>
    <form action="http://tracker.example/"><p style="background: url(http://tracker.example/c.png)" onmouseover="window.ran = 'over'">
    Seen <b onclick="window.ran = 'click'">at the <i>border</b></i>, 5 &lt; 6 &amp;amp; so on
    <a href="https://t.me/one/1" onclick="return window.ran = 'link'">the post</a></p></form>
    <svg onload="window.ran = 'svg'"><script>window.ran = 'in svg'</script><text>drawn</text></svg>
    <img src="x" srcset="http://tracker.example/d.png 2x" onerror="window.ran = 'img'">
    <noscript><p title="</noscript><img src=x onerror=window.ran='noscript'>">no script</p></noscript>
    <iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe><object data="http://tracker.example/e"></object>
    <math><mtext><table><mglyph><style><img src=x onerror="window.ran = 'math'"></style></mglyph></table></mtext></math>`,
  );
  const text = textOf(page);
  await expect(text).toHaveText(/^\s*Seen at the border, 5 < 6 &amp; so on the post\s*$/);
  await expect(text.locator('strong')).toHaveText(['at the ', 'border']);
  await expect(text.getByRole('link', { name: 'the post' })).toHaveAttribute('href', 'https://t.me/one/1');
  await expect(page.getByText('A picture was left out')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
  await saved(page);
});

test('a selected sentence becomes a claim, cited before its full stop', async ({ app }) => {
  const page = await beginNote(app, 'Claims');
  await page.keyboard.type('The convoy had been warned of the storm.');
  await press(page, 'Shift+Home');
  await page.getByRole('button', { name: 'Make a claim' }).click();
  const chip = textOf(page).locator('[data-citation]');
  await expect(chip).toHaveText(/C-\d+/);
  await expect(textOf(page)).toContainText(/storm .*C-\d+\./);
  await chip.click();
  await expect(page.getByRole('region', { name: 'Evidence beside' })).toContainText(
    'The convoy had been warned of the storm.',
  );
});

test('words are found and replaced', async ({ app }) => {
  const page = await beginNote(app, 'Found');
  await page.keyboard.type('Un cote, deux côtés, trois cotes.');
  await press(page, 'Control+f');
  const find = page.getByRole('search', { name: 'Find' });
  await find.getByRole('textbox', { name: 'Find' }).fill('COTE');
  await expect(find).toContainText('1 of 3');
  await page.keyboard.press('Enter');
  await expect(find).toContainText('2 of 3');
  await find.getByRole('textbox', { name: 'Replace with' }).fill('bord');
  await find.getByRole('button', { name: 'All' }).click();
  await expect(textOf(page)).toHaveText('Un bord, deux bords, trois bords.');
});

test('an earlier text is read, compared and brought back', async ({ app }) => {
  const page = await beginNote(app, 'Versions');
  const openHistory = async () => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    await expect(page.getByRole('list', { name: 'Revisions' })).toBeVisible();
  };
  const revisions = page.getByRole('list', { name: 'Revisions' }).getByRole('button');
  await page.keyboard.type('At least 20 men were killed.');
  await saved(page);
  await openHistory();
  await expect(revisions).toHaveCount(2);
  await page.getByRole('button', { name: 'Back to the note' }).click();
  await textOf(page).click();
  await press(page, 'Control+End');
  await page.keyboard.type(' Or 80.');
  await openHistory();
  await expect(revisions).toHaveCount(3);
  await revisions.nth(1).click();
  await expect(page.locator('ins')).toHaveText(' Or 80.');
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(textOf(page)).toHaveText('At least 20 men were killed.');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(textOf(page)).toHaveText('At least 20 men were killed. Or 80.');
});

test('what was typed a second before the process was killed is there', async ({ app }) => {
  const page = await beginNote(app, 'Killed');
  await page.keyboard.type('Nothing of this may be lost, not a letter.', { delay: 20 });
  await page.waitForTimeout(1000);
  const address = new URL(page.url()).hash;
  await app.kill();
  const again = await app.reopen();
  await again.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await expect(titleOf(again)).toHaveValue('Killed');
  await expect(textOf(again)).toHaveText('Nothing of this may be lost, not a letter.');
});

test('a second window follows the note and takes over when the first one leaves it', async ({ app }) => {
  test.skip(app.shell === 'electron', 'Electron has one window');
  const page = await beginNote(app, 'Shared');
  await page.keyboard.type('First window. ');
  await saved(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(second.getByText('being written in another window')).toBeVisible();
  await expect(textOf(second)).toHaveText('First window. ');
  await page.bringToFront();
  await textOf(page).click();
  await press(page, 'Control+End');
  await page.keyboard.type('More of it.');
  await expect(textOf(second)).toHaveText('First window. More of it.');
  await expect(textOf(second)).toHaveAttribute('contenteditable', 'false');
  await page.close();
  await expect(second.getByText('being written in another window')).toHaveCount(0);
  await textOf(second).click();
  await press(second, 'Control+End');
  await second.keyboard.type(' Second window.');
  await expect(textOf(second)).toHaveText('First window. More of it. Second window.');
});

test('a note goes to the trash and comes back', async ({ app }) => {
  const page = await beginNote(app, 'Passing');
  await press(page, 'Control+k');
  await page.getByRole('combobox').fill('Put note into the trash');
  await page.getByRole('option').first().click();
  const notes = page.getByRole('region', { name: 'Notes' });
  await expect(notes.getByRole('button', { name: 'Passing' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(notes.getByRole('button', { name: 'Passing' })).toBeVisible();
});

test('an exhibit is linked to a claim from the sentence that cites both', async ({ app }) => {
  const page = await beginNote(app, 'Linked');
  await page.keyboard.type('Another sentence cites ');
  await choose(page, '@4', /EX-4\b/);
  await page.keyboard.type('. The list of names ');
  await choose(page, '@2', /EX-2\b/);
  await page.keyboard.type(' gives a lower figure than ');
  await choose(page, '!3', /C-3\b/);
  for (let n = 0; n < ' gives a lower figure than '.length + 1; n += 1) await press(page, 'ArrowLeft');
  for (let n = 0; n < ' gives a lower figure'.length; n += 1) await press(page, 'Shift+ArrowRight');
  await page
    .getByRole('toolbar', { name: 'Selected words' })
    .getByRole('button', { name: /Link an exhibit/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Link' });
  await expect(dialog.getByRole('combobox', { name: 'Claim' })).toHaveValue(/^C-3/);
  await expect(dialog).toContainText('EX-2');
  await expect(dialog).not.toContainText('EX-4');
  await expect(dialog.getByRole('textbox', { name: 'Because' })).toHaveValue('gives a lower figure');
  await dialog.getByText('contradicts', { exact: false }).first().click();
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await textOf(page).locator('[data-citation]', { hasText: 'C-3' }).click();
  const against = page.getByRole('article', { name: /^Claim C-3/ }).getByRole('region', { name: 'Against' });
  await expect(against.getByRole('listitem').filter({ hasText: 'gives a lower figure' })).toContainText('EX-2');
});

test('Arabic runs right to left by itself; a direction set by hand stays', async ({ app }) => {
  const page = await beginNote(app, 'Directions');
  await page.keyboard.type('كتيبة المرابطون\nLatin words\nLatin words set to the right');
  const direction = (words: string) =>
    textOf(page)
      .locator('p', { hasText: words })
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
  expect(await direction('كتيبة')).toBe('rtl');
  expect(await direction('Latin words')).toBe('ltr');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Right to left' }).click();
  await expect.poll(() => direction('set to the right')).toBe('rtl');
  await page.keyboard.type(' – and typed on');
  await saved(page);
  await page.reload();
  await expect(textOf(page)).toContainText('typed on');
  expect(await direction('set to the right')).toBe('rtl');
  expect(await direction('كتيبة')).toBe('rtl');
});

test('notes are put in order by keys and by dragging, each move undone in one step', async ({ app }) => {
  const page = await beginNote(app, 'Moved');
  const list = page.getByRole('region', { name: 'Notes' }).getByRole('listitem');
  await expect(list.last()).toHaveText('Moved');
  const before = await list.allTextContents();
  const last = before.length - 1;
  await list.nth(last).getByRole('button').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(list.nth(last - 1)).toHaveText('Moved');
  await expect(list.nth(last - 1).getByRole('button')).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(list).toHaveText(before);
  await list
    .nth(last)
    .getByRole('button')
    .dragTo(list.first(), { targetPosition: { x: 20, y: 4 } });
  await expect(list.first()).toHaveText('Moved');
  await page.reload();
  await expect(list).toHaveText(['Moved', ...before.slice(0, last)]);
});

const row = (page: Page, label: RegExp) =>
  page.getByRole('region', { name: 'Evidence beside' }).getByRole('row').filter({ hasText: label }).first();

test('exhibits are cited where they are dropped, and linked where they are dropped on a claim', async ({ app }) => {
  const page = await beginNote(app, 'Dropped');
  const text = textOf(page);
  await page.keyboard.type('The first.\nThe second.\n');
  await choose(page, '!!3', /C-3\b/);
  const first = text.locator('p', { hasText: 'The first.' });
  await row(page, /EX-2(?!\d)/).dragTo(first);
  await expect(first.locator('[data-citation]')).toHaveText(/EX-2/);
  const chips = text.locator('[data-citation]');
  await expect(chips).toHaveCount(1);
  await row(page, /EX-3(?!\d)/).dragTo(text.locator('[data-embed]'));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('EX-3');
  await expect(dialog.getByRole('combobox').first()).toHaveValue(/^C-3/);
  await page.keyboard.press('Escape');
  await expect(chips).toHaveCount(1);

  for (const payload of ['', 'no JSON', '{"ids":"EX-1"}', '{"ids":[1]}']) {
    await first.evaluate((element, given) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('application/x-casebound-exhibit', given);
      const { x, y } = element.getBoundingClientRect();
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const at = { clientX: x + 20, clientY: y + 8, bubbles: true, cancelable: true };
        element.dispatchEvent(new DragEvent(type, { dataTransfer, ...at }));
      }
    }, payload);
  }
  await expect(chips).toHaveCount(1);
  await expect(text).toContainText('The second.');
});

test('a graphic picture stays covered until it is asked for, here and now only', async ({ app }) => {
  const page = await beginNote(app, 'Pictured');
  const text = textOf(page);
  await page.keyboard.type('Look.\n');
  await page.keyboard.type('/picture');
  await page.getByRole('listbox').getByRole('option', { name: 'Picture of an exhibit' }).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const cover = text.getByRole('button', { name: /^graphic/ });
  await expect(cover).toBeVisible();
  await expect(text.locator('img')).toHaveCount(0);
  await cover.click();
  await expect(text.locator('img')).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Evidence beside' }).getByRole('button', { name: /^graphic/ }),
  ).not.toHaveCount(0);
  await text.locator('p').first().click();
  await press(page, 'End');
  await page.keyboard.type(' See ');
  await choose(page, '@4', /EX-4/);
  await text.locator('[data-citation]').hover();
  await expect(page.getByRole('tooltip')).toContainText('graphic');
  await expect(page.getByRole('tooltip').locator('img')).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(cover).toBeVisible();
  await expect(text.locator('img')).toHaveCount(0);
});
