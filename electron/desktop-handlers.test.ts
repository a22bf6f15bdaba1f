import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemItems } from '#bridge/desktop.ts';
import { ElectronStandIn, ownFrame } from './electron-stand-in.ts';

let folder = '';
let electron: ElectronStandIn;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebound-main-'));
  electron = new ElectronStandIn();
});
afterEach(async () => {
  await electron.openedFiles.close();
  await rm(folder, { recursive: true });
});

const filter = { name: 'Case file', extensions: ['casebound'] };
const bytes = (words: string) => new TextEncoder().encode(words);
const begun = z.object({ ok: z.literal(true), value: z.uuid() });

async function beginSave(name: string): Promise<string> {
  electron.chosenPlace = join(folder, name);
  return begun.parse(await electron.call('save.begin', { name, filter })).value;
}

describe('a sender', () => {
  test.each([
    ['that is gone', null],
    ['in a frame inside the window', { url: ownFrame.url, parent: {} }],
    ['at another host of the scheme', { url: 'app://print/', parent: null }],
    ['on the web', { url: 'https://casebound.example/', parent: null }],
    ['in a file', { url: 'file:///index.html', parent: null }],
    ['that made itself a blob', { url: 'blob:app://casebound/1', parent: null }],
    ['at the development address, outside development', { url: 'http://127.0.0.1:47801/', parent: null }],
  ])('%s is refused, and nothing is done', async (_who, senderFrame) => {
    const answer = await electron.call('outside.open', { address: 'https://example.org/' }, senderFrame);
    expect(answer).toMatchObject({ ok: false, code: 'refused' });
    expect(electron.openedOutside).toEqual([]);
  });
});

describe('what is sent', () => {
  test.each([
    ['outside.open', { address: 'file:///etc/passwd' }],
    ['outside.open', { address: 'javascript:alert(1)' }],
    ['outside.open', undefined],
    ['save.begin', { name: '../escaped', filter }],
    ['save.begin', { name: 'a\\b', filter }],
    ['save.begin', { name: '..', filter }],
    ['save.begin', { name: 'x', filter: { name: 'all', extensions: ['*/..'] } }],
    ['save.write', { handle: 'not-a-handle', bytes: bytes('x') }],
    ['save.write', { handle: crypto.randomUUID(), bytes: 'words' }],
    ['opened.read', { handle: crypto.randomUUID(), from: -1, to: 5 }],
    ['theme.set', { theme: 'pink' }],
    ['menu.set', { menus: 'none' }],
  ])('%s with %o is refused', async (name, sent) => {
    expect(await electron.call(name, sent)).toMatchObject({ ok: false, code: 'refused' });
    expect(electron.openedOutside).toEqual([]);
  });
});

describe('a save', () => {
  test('is not seen before it is whole, then is', async () => {
    const handle = await beginSave('tinzaouaten.casebound');
    await electron.call('save.write', { handle, bytes: bytes('first ') });
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^\.tinzaouaten\.casebound\..*\.part$/)]);
    await electron.call('save.write', { handle, bytes: bytes('second') });
    const place = join(folder, 'tinzaouaten.casebound');
    expect(await electron.call('save.finish', { handle })).toEqual({
      ok: true,
      value: { name: 'tinzaouaten.casebound', place },
    });
    expect(await readFile(place, 'utf8')).toBe('first second');
    expect(await readdir(folder)).toEqual(['tinzaouaten.casebound']);
  });

  test('that is abandoned leaves what stood there', async () => {
    await writeFile(join(folder, 'a.casebound'), 'the old one');
    const handle = await beginSave('a.casebound');
    await electron.call('save.write', { handle, bytes: bytes('the new') });
    expect(await electron.call('save.abandon', { handle })).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual(['a.casebound']);
    expect(await readFile(join(folder, 'a.casebound'), 'utf8')).toBe('the old one');
    expect(await electron.call('save.write', { handle, bytes: bytes('x') })).toMatchObject({ code: 'not-found' });
  });

  test('whose window is gone leaves nothing', async () => {
    const handle = await beginSave('b.casebound');
    await electron.call('save.write', { handle, bytes: bytes('half') });
    await electron.abandonSaves();
    expect(await readdir(folder)).toEqual([]);
  });

  test('to a folder that is not there fails as a value', async () => {
    electron.chosenPlace = join(folder, 'nowhere', 'c.casebound');
    expect(await electron.call('save.begin', { name: 'c', filter })).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('over a folder fails as a value, and leaves nothing half-written', async () => {
    const handle = await beginSave('d.casebound');
    await rm(join(folder, 'd.casebound'), { force: true });
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(folder, 'd.casebound', 'inside'), { recursive: true });
    expect(await electron.call('save.finish', { handle })).toMatchObject({ ok: false });
    expect(await readdir(folder)).toEqual(['d.casebound']);
  });

  test('that the person cancels is null', async () => {
    expect(await electron.call('save.begin', { name: 'e', filter })).toEqual({ ok: true, value: null });
  });
});

describe('an opened file', () => {
  const taken = z.object({ value: z.array(z.object({ handle: z.uuid(), name: z.string(), size: z.number() })) });

  test('is read by its handle, in pieces, and its path stays here', async () => {
    await writeFile(join(folder, 'x.casebound'), '0123456789');
    await electron.openedFiles.add(join(folder, 'x.casebound'));
    const answer = await electron.call('opened.take');
    expect(JSON.stringify(answer)).not.toContain(folder);
    const [file] = taken.parse(answer).value;
    expect(file).toMatchObject({ name: 'x.casebound', size: 10 });
    expect(await electron.call('opened.read', { handle: file?.handle, from: 3, to: 6 })).toEqual({
      ok: true,
      value: bytes('345'),
    });
    expect(await electron.call('opened.read', { handle: file?.handle, from: 8, to: 90 })).toEqual({
      ok: true,
      value: bytes('89'),
    });
    expect(await electron.call('opened.take')).toEqual({ ok: true, value: [] });
  });

  test('is refused in one piece of more than 16 MiB, and by a handle nobody gave', async () => {
    await writeFile(join(folder, 'y.casebound'), 'y');
    await electron.openedFiles.add(join(folder, 'y.casebound'));
    const [file] = taken.parse(await electron.call('opened.take')).value;
    const tooMuch = { handle: file?.handle, from: 0, to: 17 * 1024 * 1024 };
    expect(await electron.call('opened.read', tooMuch)).toMatchObject({ code: 'refused' });
    const unknown = { handle: crypto.randomUUID(), from: 0, to: 1 };
    expect(await electron.call('opened.read', unknown)).toMatchObject({ code: 'not-found' });
  });

  test('that is gone, or is a folder, fails with a code', async () => {
    await expect(electron.openedFiles.add(join(folder, 'gone'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(electron.openedFiles.add(folder)).rejects.toMatchObject({ code: 'not-readable' });
  });
});

test('only what was saved from here is revealed', async () => {
  const handle = await beginSave('r.casebound');
  const place = join(folder, 'r.casebound');
  expect(await electron.call('saved.reveal', { place })).toMatchObject({ code: 'refused' });
  await electron.call('save.finish', { handle });
  expect(await electron.call('saved.reveal', { place })).toEqual({ ok: true, value: null });
  expect(electron.revealed).toEqual([place]);
});

test('a document is printed to a PDF where the person says', async () => {
  electron.chosenPlace = join(folder, 'note.pdf');
  expect(await electron.call('html.print', { html: '<p>Nota', name: 'note' })).toMatchObject({ ok: true });
  expect(await readFile(join(folder, 'note.pdf'), 'utf8')).toBe('%PDF of <p>Nota');
});

test.each([
  ['note', 'note.pdf'],
  ['note.PDF', 'note.PDF'],
  ['taken', 'taken'], // "taken.pdf" stands there, and nobody was asked about it
])('a document saved as %s stands at %s', async (typed, name) => {
  await writeFile(join(folder, 'taken.pdf'), 'older');
  electron.chosenPlace = join(folder, typed);
  expect(await electron.call('html.print', { html: '<p>Nota', name: 'note' })).toMatchObject({ value: { name } });
  expect(await readFile(join(folder, name), 'utf8')).toBe('%PDF of <p>Nota');
  expect(await readFile(join(folder, 'taken.pdf'), 'utf8')).toBe('older');
});

const words = Object.fromEntries(systemItems.map((item) => [item, `«${item}»`]));

test('theme, menu, address outside and the word that work is flushed arrive', async () => {
  await electron.call('theme.set', { theme: 'dark' });
  await electron.call('menu.set', {
    menus: [{ label: 'Case', items: [{ id: 'a', label: 'A', enabled: true }] }],
    words,
  });
  await electron.call('outside.open', { address: 'https://t.me/s/example?before=3' });
  await electron.call('close.ready');
  expect(electron.nativeTheme.themeSource).toBe('dark');
  expect(electron.menus).toHaveLength(1);
  expect(electron.openedOutside).toEqual(['https://t.me/s/example?before=3']);
  expect(electron.readyToClose).toBe(1);
});
