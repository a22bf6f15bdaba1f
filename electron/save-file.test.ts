import { type FileHandle, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beginFileSave } from './save-file.ts';

/** Which step of the next file that is opened fails, and how the system says so. */
let fails: { step: 'write' | 'sync' | 'close'; code: string; folders: 'only' | 'no' } | null = null;
const flushed: string[] = [];

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const open = async (...given: Parameters<typeof real.open>): Promise<FileHandle> => {
    const file = await real.open(...given);
    const isFolder = (await file.stat()).isDirectory();
    for (const step of ['write', 'sync', 'close'] as const) {
      const really = file[step].bind(file);
      Reflect.set(file, step, async (...args: unknown[]) => {
        const met = fails?.step === step && isFolder === (fails.folders === 'only');
        if (step === 'sync') flushed.push(isFolder ? 'folder' : 'file');
        if (step === 'close' || !met) await Reflect.apply(really, file, args);
        if (met) throw Object.assign(new Error(`${fails?.code}: said the system`), { code: fails?.code });
        return { bytesWritten: args[0] instanceof Uint8Array ? args[0].byteLength : 0 };
      });
    }
    return file;
  };
  return { ...real, open };
});

let folder = '';
let place = '';
beforeEach(async () => {
  fails = null;
  folder = await mkdtemp(join(tmpdir(), 'casebound-save-'));
  place = join(folder, 'tinzaouaten.casebound');
  await writeFile(place, 'the old one');
  flushed.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode('the new one');

test('the file is on the disk before it takes its name, and its name is on the disk before it is called saved', async () => {
  const save = await beginFileSave(place);
  await save.write(bytes);
  expect(flushed).toEqual([]);
  await save.finish();
  expect(flushed).toEqual(['file', 'folder']);
  expect(await readFile(place, 'utf8')).toBe('the new one');
});

describe('what stood there is untouched and nothing half-written stays', () => {
  test.each([
    ['write', 'ENOSPC', 'disk-full'],
    ['write', 'EDQUOT', 'disk-full'],
    ['sync', 'ENOSPC', 'disk-full'],
    ['sync', 'EIO', 'failed'],
    ['close', 'ENOSPC', 'disk-full'],
    ['write', 'EROFS', 'not-writable'],
  ] as const)('when %s fails with %s (%s)', async (step, system, code) => {
    const save = await beginFileSave(place);
    fails = { step, code: system, folders: 'no' };
    const work = async () => {
      await save.write(bytes);
      await save.finish();
    };
    await expect(work()).rejects.toMatchObject({ code });
    fails = null;
    expect(await readdir(folder)).toEqual(['tinzaouaten.casebound']);
    expect(await readFile(place, 'utf8')).toBe('the old one');
    await expect(save.write(bytes)).rejects.toMatchObject({ code: 'failed' });
    await save.abandon();
  });
});

test('a drive whose folders cannot be flushed still saves', async () => {
  const save = await beginFileSave(place);
  await save.write(bytes);
  fails = { step: 'sync', code: 'EINVAL', folders: 'only' };
  await save.finish();
  expect(await readFile(place, 'utf8')).toBe('the new one');
});
