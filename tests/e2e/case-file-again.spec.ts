import { expect, test } from './fixtures/app.ts';
import { anotherMachine, exportCase, openFile, openSample } from './fixtures/case-files.ts';
import type { RunningApp } from './fixtures/running-app.ts';

const textOf = ({ page }: RunningApp) => page.getByRole('textbox', { name: 'Text of the note' });

/** Adds a note to the open case and waits until it is kept. */
async function addNote({ page }: RunningApp, title: string): Promise<void> {
  const titleOf = page.getByRole('textbox', { name: 'Title of the note' });
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toContainText('.');
  await page.getByRole('region', { name: 'Notes' }).getByRole('button', { name: 'New note' }).click();
  await expect(titleOf).toHaveValue('');
  await titleOf.fill(title);
  await page.keyboard.press('Enter');
  await page.keyboard.type('A word.');
  await expect(page.locator('[data-saving="saved"]')).toBeVisible();
}

async function toStart(app: RunningApp): Promise<void> {
  await app.page.goto(`${app.page.url().split('#')[0]}#/`);
  await expect(app.page.getByRole('button', { name: 'Open case file…' })).toBeVisible();
}

test('a case that went to another desk and came back is brought up to the file, taken back, and never mixed unseen', async ({
  app,
}) => {
  test.slow(); // one story on several machines
  await openSample(app);
  const first = await exportCase(app, 'first.casebound');

  await anotherMachine(app);
  await openFile(app, first);
  await textOf(app).getByText('sandstorm').click();
  await app.page.keyboard.press('End');
  await app.page.keyboard.type(' Heard there.');
  await addNote(app, 'Seen at the other desk');
  const second = await exportCase(app, 'second.casebound');

  await anotherMachine(app);
  await openFile(app, first);
  await expect(app.page.getByText('The ambush, as told').first()).toBeVisible();
  await toStart(app);
  await openFile(app, second);
  const dialog = app.page.getByRole('dialog', { name: 'Open a case file' });
  await expect(dialog.getByRole('status')).toContainText('the file goes on from where it stands here');
  await expect(dialog.getByRole('row', { name: /Only here 0/ })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Only in the file [1-9]/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Bring the case up to the file' }).click();
  await expect(dialog.getByRole('status')).toContainText('is now as the file has it');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(dialog.getByRole('status')).toContainText('is as it was here before');
  await dialog.getByRole('button', { name: 'Go to the case' }).click();
  await expect(app.page.getByText('The ambush, as told').first()).toBeVisible();
  await expect(app.page.getByText('Seen at the other desk')).toHaveCount(0);

  await expect(app.page.locator('[data-modal]')).toHaveCount(0);
  await expect(textOf(app)).toContainText('sandstorm');
  // Over the open case, whose window must show what comes in.
  await app.chooseFiles([second], () => app.page.keyboard.press('Control+o'));
  await dialog.getByRole('button', { name: 'Bring the case up to the file' }).click();
  await dialog.getByRole('button', { name: 'Go to the case' }).click();
  await expect(app.page.getByText('Seen at the other desk').first()).toBeVisible();
  // The note that was open in the editor while the file took the case's place.
  await app.page.getByRole('region', { name: 'Notes' }).getByText('The ambush, as told').click();
  await expect(textOf(app)).toContainText('Heard there.');
  await expect(app.page.getByText(/^Journal \d+ entries, chain intact/)).toBeVisible();

  await addNote(app, 'Seen here');
  await toStart(app);
  await openFile(app, second);
  await expect(dialog.getByRole('status')).toContainText('is further on than the file');
  await dialog.getByRole('button', { name: 'Close' }).click();
});

test('a case and a file that each went on by itself are left as they are, and it is told what stands where', async ({
  app,
}) => {
  test.slow(); // one story on several machines
  await openSample(app);
  const first = await exportCase(app, 'first.casebound');
  await addNote(app, 'Seen at the first desk');
  const second = await exportCase(app, 'second.casebound');

  await anotherMachine(app);
  await openFile(app, first);
  await addNote(app, 'Seen at the second desk');
  await toStart(app);
  await openFile(app, second);
  const dialog = app.page.getByRole('dialog', { name: 'Open a case file' });
  await expect(dialog.getByRole('status')).toContainText('it is not the same there and here');
  await expect(dialog).toContainText('Nothing was changed: neither the case here nor the file.');
  await expect(dialog.getByRole('row', { name: /Only here [1-9]/ })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /Only in the file [1-9]/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Go to the case' }).click();
  await expect(app.page.getByText('Seen at the second desk').first()).toBeVisible();
  await expect(app.page.getByText('Seen at the first desk')).toHaveCount(0);
});
