/** @typedef {import('@playwright/test').Page} Page */

/**
 * Types at the caret, one key at a time with `pause` milliseconds between them, and gives for each key the milliseconds from
 * its event to the frame that shows it having been painted.
 *
 * @param {Page} page
 * @param {string} text
 * @param {number} pause
 */
export async function keysToPaint(page, text, pause = 40) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const times = [];
    Object.assign(globalThis, { benchTimes: times });
    addEventListener(
      'keydown',
      (event) => {
        const at = event.timeStamp;
        requestAnimationFrame(() => {
          // A message is answered after the frame has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - at);
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  for (const key of text) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(pause);
  }
  await page.waitForTimeout(200);
  /** @type {unknown} */
  const times = await page.evaluate('benchTimes');
  if (!Array.isArray(times) || times.length < text.length) throw new Error('Not every key was seen.');
  return times.map(Number);
}

/** Shows the same paragraphs as a plain editable page without an editor, with the caret in the middle. @param {Page} page @param {string[]} paragraphs */
export async function plainPage(page, paragraphs) {
  await page.setContent('<div contenteditable="true" id="text" spellcheck="false"></div>');
  await page.evaluate((texts) => {
    const text = document.getElementById('text');
    if (!text) throw new Error('The page has no text.');
    text.append(
      ...texts.map((words) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = words;
        return paragraph;
      }),
    );
  }, paragraphs);
  await page
    .locator('p')
    .nth(Math.floor(paragraphs.length / 2))
    .click();
}
