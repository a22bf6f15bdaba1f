import { expect, test } from './fixtures/app.ts';

declare global {
  interface Window {
    /** Set by this spec: gives the notes back the room to be written. */
    makeRoom?: () => void;
  }
}

test('a note that cannot be saved says so, keeps all that is typed, and is saved when there is room again', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Open the sample case' }).click();
  const text = page.getByRole('textbox', { name: 'Text of the note' });
  const title = page.getByRole('textbox', { name: 'Title of the note' });
  const saved = page.locator('[data-saving="saved"]');
  const failure = page.getByRole('alert').filter({ hasText: 'The text could not be saved.' });
  await expect(text).toContainText('.');
  await page.getByRole('region', { name: 'Notes' }).getByRole('button', { name: 'New note' }).click();
  await expect(title).toHaveValue('');
  await title.fill('No room');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Before the disk was full.');
  await expect(saved).toBeVisible();

  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function full(...given) {
      if (this.name === 'drafts') throw new DOMException('The disk is full.', 'QuotaExceededError');
      return put.apply(this, given);
    };
    window.makeRoom = () => {
      IDBObjectStore.prototype.put = put;
    };
  });
  await page.keyboard.type(' While it was full.');
  await expect(failure).toContainText('It is still here on the screen');
  await expect(saved).toHaveCount(0);
  await failure.getByRole('button', { name: 'Try again' }).click();
  await expect(failure).toBeVisible();
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And typed on.');
  const whole = 'Before the disk was full. While it was full. And typed on.';
  await expect(text).toHaveText(whole);

  const notes = page.getByRole('region', { name: 'Notes' });
  await notes.getByText('The ambush, as told').first().click();
  await expect(title).toHaveValue('The ambush, as told');
  await notes.getByText('No room').first().click();
  await expect(title).toHaveValue('No room');
  await expect(text).toHaveText(whole);
  await expect(failure).toBeVisible();

  await page.evaluate(() => window.makeRoom?.());
  await expect(saved).toBeVisible();
  await expect(failure).toHaveCount(0);
  await page.reload();
  await notes.getByText('No room').first().click();
  await expect(title).toHaveValue('No room');
  await expect(text).toHaveText(whole);
});
