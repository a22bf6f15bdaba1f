import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium, quietFlags } from '#scripts/find-chromium.mjs';

const program = process.platform === 'win32' ? 'chromium.exe' : 'chromium';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebound-find-'));
  for (const name of ['a', 'b']) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, program), '');
  }
  await mkdir(join(folder, 'of-folders', program), { recursive: true });
  await symlink('round', join(folder, 'round'));
});
afterAll(() => rm(folder, { recursive: true }));

const at = (...names: string[]) => names.map((name) => join(folder, name)).join(delimiter);

test('the one that the person names is taken before all others, and must be there', async () => {
  const named = join(folder, 'b', program);
  expect(await findChromium({ CASEBOUND_CHROMIUM: named, PATH: at('a') })).toBe(named);
  const missing = join(folder, 'none');
  await expect(findChromium({ CASEBOUND_CHROMIUM: missing, PATH: at('a') })).rejects.toThrow(missing);
});

test('the first in PATH is taken; what cannot be looked into or is a folder is passed over', async () => {
  expect(await findChromium({ PATH: at('a', 'b') })).toBe(join(folder, 'a', program));
  expect(await findChromium({ PATH: at('round', 'of-folders', 'none', 'b') })).toBe(join(folder, 'b', program));
});

test('it is started so that it asks nothing and sends nothing on its own account', () => {
  expect(quietFlags).toContain('--disable-background-networking');
  expect(quietFlags.includes('--no-sandbox')).toBe(process.platform === 'linux' && process.getuid?.() === 0);
});
