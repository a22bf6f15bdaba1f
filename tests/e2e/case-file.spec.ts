import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/app.ts';
import { anotherMachine, exportCase, openFile, openSample } from './fixtures/case-files.ts';

function unpacked(file: string): string {
  const folder = `${file}.unpacked`;
  execFileSync('unzip', ['-q', file, '-d', folder]);
  return join(folder, readdirSync(folder)[0] ?? '');
}

const hasTools = ['/usr/bin/unzip', '/usr/bin/sha256sum'].every((tool) => existsSync(tool));

test('a case goes out as a file that stock tools can check, and is the same case on another machine', async ({
  app,
}) => {
  test.skip(!hasTools, 'unzip and sha256sum are not on this machine');
  await openSample(app);
  const first = unpacked(await exportCase(app, 'first.casebound'));
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', manifest], { cwd: first });
  expect(readFileSync(join(first, 'data/records/exhibits.jsonl'), 'utf8').split('\n').length).toBeGreaterThan(12);
  expect(readdirSync(join(first, 'data/notes')).length).toBeGreaterThanOrEqual(3);

  await anotherMachine(app);
  await openFile(app, join(app.folder, 'first.casebound'));
  await expect(app.page.getByRole('button', { name: 'Export case file' })).toBeVisible();
  await expect(app.page.getByText('The ambush, as told').first()).toBeVisible();
  const second = unpacked(await exportCase(app, 'second.casebound'));
  expect(readFileSync(join(second, 'manifest-sha256.txt'), 'utf8')).toBe(
    readFileSync(join(first, 'manifest-sha256.txt'), 'utf8'),
  );

  await app.page.goto(`${app.page.url().split('#')[0]}#/`);
  await openFile(app, join(app.folder, 'first.casebound'));
  await expect(app.page.getByRole('dialog')).toContainText('already, with everything in this file');
});

test('a damaged case file is refused with the list of what is damaged, and nothing is taken in', async ({ app }) => {
  await openSample(app);
  const path = await exportCase(app, 'whole.casebound');
  const bytes = await readFile(path);
  const at = bytes.indexOf('"kind":"telegram"');
  bytes.write('"kind":"telegraf"', at);
  await writeFile(path, bytes);

  await anotherMachine(app);
  await openFile(app, path);
  const dialog = app.page.getByRole('dialog', { name: 'Open a case file' });
  await expect(dialog.getByRole('alert')).toContainText('damaged in 2 places. Nothing of it was taken in.');
  await expect(
    dialog.getByRole('row', { name: /exhibits\.jsonl.*altered CRC-32 [0-9a-f]{8} CRC-32 [0-9a-f]{8}/ }),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(app.page.getByText('A case holds the notes, evidence and claims')).toBeVisible();
});

test('what is no case file is told apart from a damaged one', async ({ app }) => {
  const path = join(app.folder, 'letter.casebound');
  await writeFile(path, 'Dear colleague');
  await openFile(app, path);
  await expect(app.page.getByRole('alert')).toContainText('This is not a Casebound case file.');
});

test('notes and the register leave as files that stand by themselves', async ({ app }) => {
  await openSample(app);
  const save = async (form: RegExp, name: string) => {
    await app.page.keyboard.press('Control+Alt+e');
    const dialog = app.page.getByRole('dialog', { name: 'Export notes or the evidence register' });
    await dialog.getByRole('radio', { name: form }).check({ force: true });
    const path = await app.save(name, () => dialog.getByRole('button', { name: 'Save', exact: true }).click());
    await expect(dialog.getByRole('status')).toContainText('Saved');
    await dialog.getByRole('button', { name: 'Close' }).click();
    return readFile(path, 'utf8');
  };
  const register = await save(/Evidence register/, 'register.csv');
  expect(register.startsWith('\uFEFFexhibit,kind,title')).toBe(true);
  expect(register).toContain('\r\nEX-1,');
  const markdown = await save(/^Markdown/, 'notes.md');
  expect(markdown).toContain('# The ambush, as told');
  expect(markdown).toMatch(/\[EX-\d+\] \[\^\d+\]/);
  const page = await save(/Web page/, 'notes.html');
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script|src="(?!data:)|url\(/);
  expect(page).toContain('<h1 dir="auto">The ambush, as told</h1>');
});
