import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from './fixtures/app.ts';
import { anotherMachine, openFile, openSample } from './fixtures/case-files.ts';

/** Alters the last entry of the journal as no one can from inside the app. */
async function alterJournal(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('casebound'));
  const journal = database.transaction('journal', 'readwrite').objectStore('journal');
  const entry = (await done(journal.getAll())).at(-1);
  await done(journal.put({ ...entry, act: 'claim.trash' }));
  database.close();
}

test('a case whose journal is broken says so before it goes out, in the file, and where the file is opened', async ({
  app,
}) => {
  await openSample(app);
  await app.page.evaluate(alterJournal);
  await app.page.getByRole('button', { name: 'Export case file' }).click();
  const dialog = app.page.getByRole('dialog', { name: 'Export this case' });
  await expect(dialog.getByRole('status')).toContainText('The journal of this case is broken in 1 place.');
  await expect(dialog.getByRole('row', { name: /^\d+ .* altered after it was written$/ })).toBeVisible();
  const path = await app.save('broken.casebound', () =>
    dialog.getByRole('button', { name: 'Save it with the broken journal' }).click(),
  );
  await expect(dialog.getByRole('status')).toContainText('The file says that its journal is broken in 1 place.');
  if (existsSync('/usr/bin/unzip'))
    expect(execFileSync('unzip', ['-p', path, '*/bag-info.txt'], { encoding: 'utf8' })).toContain(
      'Casebound-Journal: broken (1 faults',
    );

  await anotherMachine(app);
  await openFile(app, path);
  const opened = app.page.getByRole('dialog', { name: 'Open a case file' });
  await expect(opened.getByRole('alert')).toContainText('The journal in this file is broken in 1 place.');
  await expect(opened.getByRole('row', { name: /journal\.jsonl:\d+.*journal broken/ })).toBeVisible();
  await opened.getByRole('button', { name: 'Go to the case' }).click();
  await expect(app.page.getByText('The ambush, as told').first()).toBeVisible();
});
