import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { downloadElectron } from '#scripts/download-electron.mjs';
import { findElectron } from '#scripts/find-electron.mjs';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebound-download-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function installer(name: string, code: string): Promise<string> {
  const path = join(folder, `${name}.mjs`);
  await writeFile(path, code);
  return path;
}

test('a download that never gets an answer is given up', async () => {
  const hangs = await installer('hangs', 'setInterval(() => {}, 1000);');
  const begun = Date.now();
  expect(await downloadElectron({ patience: 600, installer: hangs })).toEqual({
    done: false,
    because: 'nothing arrived for 0.6 seconds',
  });
  expect(Date.now() - begun).toBeLessThan(5000);
});

test('a download that is slow but arrives is waited for', async () => {
  const slow = await installer(
    'slow',
    `import { appendFileSync } from 'node:fs';
     import { tmpdir } from 'node:os';
     let n = 0;
     const more = setInterval(() => {
       appendFileSync(tmpdir() + '/part', 'bytes');
       if (++n === 8) clearInterval(more);
     }, 400);`,
  );
  expect(await downloadElectron({ patience: 2000, installer: slow })).toEqual({ done: true });
});

test('a refusal says why', async () => {
  const refused = await installer('refused', "console.error('Error: 403 Forbidden'); process.exit(1);");
  expect(await downloadElectron({ patience: 5000, installer: refused })).toEqual({
    done: false,
    because: 'Error: 403 Forbidden',
  });
});

test('the binary is looked for where it can be, and nowhere is null', async () => {
  const unpacked = join(folder, 'electron');
  await mkdir(join(unpacked, 'dist'), { recursive: true });
  expect(findElectron({}, unpacked)).toBe(null);
  await writeFile(join(unpacked, 'path.txt'), 'electron');
  expect(findElectron({}, unpacked)).toBe(null);
  await writeFile(join(unpacked, 'dist', 'electron'), '');
  expect(findElectron({}, unpacked)).toBe(join(unpacked, 'dist', 'electron'));
  expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: join(unpacked, 'dist') }, folder)).toBe(
    process.platform === 'linux' ? join(unpacked, 'dist', 'electron') : null,
  );
  expect(findElectron({ ELECTRON_EXEC_PATH: join(folder, 'none') }, unpacked)).toBe(null);
});
