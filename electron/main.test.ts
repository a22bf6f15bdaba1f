import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppStandIn, SessionStandIn, type WindowStandIn } from './app-stand-in.ts';

let folder = '';
let app: AppStandIn;

/** Runs main.ts afresh, in an Electron that is not ready yet. */
async function start(first = true): Promise<void> {
  app = new AppStandIn(folder, { first });
  vi.resetModules();
  vi.doMock('electron', () => app.module());
  await import('./main.ts');
}

/** Electron has become ready, and the window has been led to its page. */
async function ready(): Promise<WindowStandIn> {
  app.becomeReady();
  return vi.waitFor(() => {
    const [window] = app.windows;
    if (!window?.loaded.length) throw new Error('No window yet.');
    return window;
  });
}

const own = { senderFrame: { url: 'app://casebound/index.html', parent: null } };
const call = (name: string, sent?: unknown) => app.calls.get(`casebound:${name}`)?.(own, sent);

async function caseFile(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, 'a case file');
  return path;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebound-app-'));
});
afterEach(async () => {
  vi.useRealTimers();
  vi.doUnmock('electron');
  await rm(folder, { recursive: true });
});

describe('the window', () => {
  test('has no Node, runs in the sandbox, and shows the app’s own page', async () => {
    await start();
    const window = await ready();
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      devTools: false,
    });
    expect(window.loaded).toEqual(['app://casebound/index.html']);
    expect(app.errors).toEqual([]);
  });

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('is led nowhere else (%s)', async (event) => {
    await start();
    const { webContents } = await ready();
    const led = (url: string) => {
      const preventDefault = vi.fn();
      webContents.emit(event, { url, preventDefault });
      return preventDefault.mock.calls.length === 0;
    };
    expect(led('app://casebound/index.html')).toBe(true);
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://print/', 'blob:app://casebound/1']) {
      expect(led(url), url).toBe(false);
    }
  });

  test('opens no other window and no webview, and gives WebRTC no way out', async () => {
    await start();
    const { webContents } = await ready();
    expect(webContents.opens('https://example.org/')).toEqual({ action: 'deny' });
    const preventDefault = vi.fn();
    webContents.emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(webContents.webRtc).toBe('disable_non_proxied_udp');
  });

  test('comes back after a crash, but not for ever', async () => {
    await start();
    const { webContents } = await ready();
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(webContents.reloads).toBe(1);
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(webContents.reloads).toBe(1);
  });
});

describe('the session', () => {
  test('loads the app’s own files and nothing else', async () => {
    await start();
    await ready();
    const { defaultSession } = app;
    expect(defaultSession.loads('app://casebound/assets/main.js')).toBe(true);
    expect(defaultSession.loads('blob:app://casebound/1')).toBe(true);
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1:1/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'devtools://devtools/x',
    ]) {
      expect(defaultSession.loads(url), url).toBe(false);
    }
  });

  test('grants what the app uses to the app alone, and no device', async () => {
    await start();
    await ready();
    const { defaultSession } = app;
    const page = 'app://casebound/index.html';
    expect(defaultSession.grants('clipboard-sanitized-write', page)).toEqual({ asked: true, checked: true });
    for (const wanted of [
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'fileSystem',
    ] as const) {
      expect(defaultSession.grants(wanted, page), wanted).toEqual({ asked: false, checked: false });
    }
    expect(defaultSession.grants('fullscreen', 'https://example.org/')).toEqual({ asked: false, checked: false });
    expect(defaultSession.givesDevices()).toBe(false);
  });

  test('fetches no dictionary, downloads nothing, resolves no name, asks no proxy', async () => {
    await start();
    await ready();
    const { defaultSession, switches } = app;
    expect([defaultSession.spelling, defaultSession.languages]).toEqual([false, []]);
    expect(defaultSession.dictionaries).toMatch(/^app:/);
    const preventDefault = vi.fn();
    defaultSession.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    for (const name of ['no-proxy-server', 'disable-background-networking', 'disable-component-update', 'no-pings']) {
      expect(switches.has(name), name).toBe(true);
    }
  });

  test('that something else makes is closed from birth', async () => {
    await start();
    await ready();
    const made = new SessionStandIn();
    app.emit('session-created', made);
    expect(made.loads('https://example.org/')).toBe(false);
    expect(made.loads('app://casebound/index.html')).toBe(false);
    expect(made.grants('clipboard-sanitized-write', 'app://casebound/')).toEqual({ asked: false, checked: false });
  });

  test('that prints loads its one document, runs no script in it, and is gone afterwards', async () => {
    await start();
    await ready();
    expect(await call('html.print', { html: '<p>Nota', name: 'note' })).toMatchObject({ ok: true });
    expect(await readFile(join(folder, 'saved.pdf'), 'utf8')).toBe('%PDF');
    const [, hidden] = app.windows;
    expect(hidden?.options).toMatchObject({ show: false, webPreferences: { javascript: false, sandbox: true } });
    expect(hidden?.destroyed).toBe(true);
    const [session] = app.printSessions;
    expect(session?.loads('app://print/')).toBe(true);
    expect(session?.loads('data:image/png;base64,AA')).toBe(true);
    for (const url of ['https://example.org/', 'app://casebound/index.html', 'file:///etc/passwd']) {
      expect(session?.loads(url), url).toBe(false);
    }
    expect(session?.grants('clipboard-sanitized-write', 'app://print/')).toEqual({ asked: false, checked: false });
  });
});

describe('a file to open', () => {
  test('that came before the app was ready waits for the window', async () => {
    await start();
    const preventDefault = vi.fn();
    app.emit('open-file', { preventDefault }, await caseFile('early.casebound'));
    expect(preventDefault).toHaveBeenCalledOnce();
    await ready();
    await vi.waitFor(async () =>
      expect(await call('opened.take')).toMatchObject({ ok: true, value: [{ name: 'early.casebound', size: 11 }] }),
    );
  });

  test('is given by a second start, which itself ends', async () => {
    await start();
    const window = await ready();
    window.minimized = true;
    await caseFile('second.casebound');
    app.emit('second-instance', {}, ['electron', '--flag', 'second.casebound', 'other.txt'], folder);
    expect([window.minimized, window.shown]).toEqual([false, 1]);
    await vi.waitFor(() => expect(window.webContents.told).toContain('casebound:opened.waiting'));
    expect(await call('opened.take')).toMatchObject({ value: [{ name: 'second.casebound' }] });

    await start(false);
    expect([app.quits, app.windows.length]).toEqual([1, 0]);
  });

  test('that is gone is told, and the others are opened', async () => {
    await start();
    const window = await ready();
    await caseFile('there.casebound');
    app.emit('second-instance', {}, ['gone.casebound', 'there.casebound'], folder);
    await vi.waitFor(() => expect(app.errors).toEqual([expect.stringContaining('gone.casebound')]));
    await vi.waitFor(() => expect(window.webContents.told).toEqual(['casebound:opened.waiting']));
    expect(await call('opened.take')).toMatchObject({ value: [{ name: 'there.casebound' }] });
  });
});

describe('closing', () => {
  test('waits for the flush, keeps the window’s place, and ends the app', async () => {
    await start();
    const window = await ready();
    app.emit('before-quit');
    expect(window.wishToClose()).toBe(true);
    expect(window.webContents.told).toEqual(['casebound:close.wanted']);
    expect(window.destroyed).toBe(false);
    await call('close.ready');
    await vi.waitFor(() => expect(window.destroyed).toBe(true));
    expect(JSON.parse(await readFile(join(folder, 'window.json'), 'utf8'))).toMatchObject({ x: 5, y: 6, width: 1000 });
    expect(app.quits).toBeGreaterThan(0);
    expect(app.errors).toEqual([]);

    await start();
    expect((await ready()).options).toMatchObject({ x: 5, y: 6, width: 1000, height: 700 });
  });

  test('does not wait for a hung window longer than five seconds, nor for a crashed one at all', async () => {
    await start();
    const window = await ready();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    expect(window.wishToClose()).toBe(true);
    vi.advanceTimersByTime(5000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(window.destroyed).toBe(true));

    await start();
    const other = await ready();
    other.webContents.crashed = true;
    expect(other.wishToClose()).toBe(false);
  });

  test('is not kept up by a place that cannot be kept', async () => {
    await start();
    const window = await ready();
    await mkdir(join(folder, 'window.json', 'inside'), { recursive: true });
    window.wishToClose();
    await call('close.ready');
    await vi.waitFor(() => expect(window.destroyed).toBe(true));
    expect(app.errors).toHaveLength(1);
  });
});

test('a page that is left leaves no half-written file behind', async () => {
  await start();
  const window = await ready();
  const begun = await call('save.begin', { name: 'a', filter: { name: 'Case file', extensions: ['casebound'] } });
  expect(begun).toMatchObject({ ok: true });
  const parts = () => readdir(folder);
  expect(await parts()).toEqual([expect.stringMatching(/\.part$/)]);
  window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true });
  expect(await parts()).toHaveLength(1);
  window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
  await vi.waitFor(async () => expect(await parts()).toEqual([]));
});
