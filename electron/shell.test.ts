import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OnBeforeRequestListenerDetails } from 'electron';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { securityHeaders } from '#bridge/content-security.ts';
import type { MenuWords } from '#bridge/desktop.ts';
import { Closing } from './closing.ts';
import { acceleratorFrom, menuTemplate } from './menu.ts';
import { mayLoad } from './network.ts';
import { caseFilesIn } from './opened-files.ts';
import { serveWindow } from './protocol.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebound-shell-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the app protocol', () => {
  const ask = async (path: string, method = 'GET') => {
    const root = join(folder, 'renderer');
    await mkdir(root, { recursive: true });
    await writeFile(join(root, 'index.html'), 'the window');
    await writeFile(join(folder, 'secret.txt'), 'a secret');
    await rm(join(root, 'link.txt'), { force: true });
    await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
    return serveWindow(root)(new Request(`app://${path}`, { method }));
  };

  test('gives the window, under the policy', async () => {
    const answer = await ask('casebound/');
    expect(await answer.text()).toBe('the window');
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toBe(securityHeaders['Content-Security-Policy']);
  });

  test.each([
    'other/index.html',
    'casebound/..%2fsecret.txt',
    'casebound/%2e%2e%2fsecret.txt',
    'casebound/..%5csecret.txt',
    'casebound/link.txt',
    'casebound/%',
    'casebound/none.js',
  ])('gives nothing for %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  test('is for reading', async () => {
    expect((await ask('casebound/index.html', 'POST')).status).toBe(405);
  });
});

test.each<[OnBeforeRequestListenerDetails['url'], string | undefined, boolean]>([
  ['app://casebound/assets/a.js', undefined, true],
  ['blob:app://casebound/1', undefined, true],
  ['data:image/png;base64,AA', undefined, true],
  ['app://other/a', undefined, false],
  ['https://example.org/', undefined, false],
  ['http://127.0.0.1:47801/', undefined, false],
  ['http://127.0.0.1:47801/main.tsx', 'http://127.0.0.1:47801/', true],
  ['ws://127.0.0.1:47801/', 'http://127.0.0.1:47801/', true],
  ['ws://127.0.0.1:9/', 'http://127.0.0.1:47801/', false],
  ['wss://example.org/', undefined, false],
  ['file:///etc/passwd', undefined, false],
  ['devtools://devtools/bundled/inspector.html', undefined, false],
  ['devtools://devtools/bundled/inspector.html', 'http://127.0.0.1:47801/', true],
  ['not an address', undefined, false],
])('a request for %s (development at %s): %s', (address, dev, allowed) => {
  expect(mayLoad(address, dev)).toBe(allowed);
});

test('only case files among the arguments are opened, from where the start was made', () => {
  expect(caseFilesIn(['--flag.casebound', 'a.CASEBOUND', 'b.txt', '/x/c.casebound'], '/home/desk')).toEqual([
    '/home/desk/a.CASEBOUND',
    '/x/c.casebound',
  ]);
});

describe('closing', () => {
  test('asks once, waits for the window, then closes', () => {
    const ask = vi.fn();
    const close = vi.fn();
    const closing = new Closing({ ask, close, limit: 5000 });
    expect(closing.wanted()).toBe(false);
    expect(closing.wanted()).toBe(false);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(close).not.toHaveBeenCalled();
    closing.ready();
    closing.ready();
    expect(close).toHaveBeenCalledTimes(1);
    expect(closing.wanted()).toBe(true);
  });

  test('does not wait longer than its limit', () => {
    vi.useFakeTimers();
    const close = vi.fn();
    const closing = new Closing({ ask: () => undefined, close, limit: 5000 });
    closing.wanted();
    vi.advanceTimersByTime(4999);
    expect(close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(close).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });
});

const french: MenuWords = {
  about: 'À propos',
  services: 'Services',
  hide: 'Masquer',
  hideOthers: 'Masquer les autres',
  unhide: 'Tout afficher',
  quit: 'Quitter',
  edit: 'Édition',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  selectAll: 'Tout sélectionner',
  window: 'Fenêtre',
  minimize: 'Réduire',
  zoom: 'Agrandir',
  togglefullscreen: 'Plein écran',
  close: 'Fermer',
};

describe('the menu', () => {
  test.each([
    ['Mod+K', 'CommandOrControl+K'],
    ['Mod+Shift+Z', 'CommandOrControl+Shift+Z'],
    ['Alt+1', 'Alt+1'],
    ['Ctrl+Enter', 'Control+Return'],
    ['F2', 'F2'],
    ['G then N', null],
    ['Hyper+K', null],
    ['', null],
  ])('%s is %s', (keys, accelerator) => {
    expect(acceleratorFrom(keys)).toBe(accelerator);
  });

  test('shows the commands and leaves the keys to the window', () => {
    const run = () => undefined;
    const menus = [{ label: 'Case', items: [{ id: 'undo', label: 'Undo', keys: 'Mod+Z', enabled: true }] }];
    const template = menuTemplate(menus, french, run, 'linux');
    expect(template[0]).toMatchObject({
      label: 'Case',
      submenu: [{ label: 'Undo', accelerator: 'CommandOrControl+Z', registerAccelerator: false }],
    });
    expect(template.at(-2)).toMatchObject({
      label: 'Édition',
      submenu: [{ role: 'cut', label: 'Couper' }, {}, {}, {}],
    });
    expect(menuTemplate(menus, french, run, 'darwin')[0]).toMatchObject({
      submenu: [{ role: 'about' }, {}, {}, {}, {}, {}, {}, {}, { label: 'Quitter' }],
    });
  });
});

describe('the place of the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const state = { x: 40, y: 30, width: 1200, height: 800, maximized: false };

  test('is kept and found again', async () => {
    const path = join(folder, 'window.json');
    await writeWindowState(path, state);
    expect(await readWindowState(path, [screen])).toEqual(state);
  });

  test.each([
    ['its upper edge is above the screen', { ...state, y: -300 }],
    ['only its lower part is out of reach', null],
    ['it hangs below the screen', { ...state, y: 1040 }],
  ])('by which it can be moved: %s', async (_what, kept) => {
    const path = join(folder, 'window.json');
    await writeWindowState(path, kept ?? { ...state, y: 600 });
    expect(await readWindowState(path, [screen])).toEqual(kept === null ? { ...state, y: 600 } : null);
  });

  test('is forgotten when its screen is gone, when it does not read, and when there is none', async () => {
    const path = join(folder, 'window.json');
    await writeWindowState(path, { ...state, x: 4000 });
    expect(await readWindowState(path, [screen])).toBe(null);
    await writeFile(path, '{"x":1');
    expect(await readWindowState(path, [screen])).toBe(null);
    expect(await readWindowState(join(folder, 'none.json'), [screen])).toBe(null);
  });
});
