import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/app.ts';
import { openFile } from './fixtures/case-files.ts';

const kept = 'tests/fixtures/case-file-v1.casebound';

test('a case file of the first format, kept since then, opens', async ({ app }) => {
  await openFile(app, kept);
  await expect(app.page.getByText('Première note').first()).toBeVisible();
  await expect(app.page.getByText('EX-3').first()).toBeVisible();
});

test('a file of a newer format is refused with what wrote it and what this is, and nothing is taken in', async ({
  app,
}) => {
  const bytes = await readFile(kept);
  bytes.write('"format":7', bytes.indexOf('"format":1'));
  bytes.write('Casebound 9.1.0', bytes.indexOf('Casebound 0.1.0'));
  const path = join(app.folder, 'newer.casebound');
  await writeFile(path, bytes);
  await openFile(app, path);
  const alert = app.page.getByRole('alert');
  await expect(alert).toContainText(
    /Casebound 9\.1\.0 wrote this file in format 7\. This is Casebound \d\S*, which reads formats up to 1\./,
  );
  await expect(alert).toContainText('Nothing of it was taken in.');
  await app.page.getByRole('button', { name: 'Close' }).click();
  await expect(app.page.getByText('A case holds the notes, evidence and claims')).toBeVisible();
});
