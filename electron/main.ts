import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell } from 'electron';
import { channel } from '#bridge/channel.ts';
import type { MenuGroup, MenuWords } from '#bridge/desktop.ts';
import type { EventName, Events } from '#bridge/ipc.ts';
import { answerCalls } from './answer-calls.ts';
import { Closing } from './closing.ts';
import { desktopHandlers } from './desktop-handlers.ts';
import { makePdf } from './make-pdf.ts';
import { menuTemplate } from './menu.ts';
import { closeSession, noNames, nothing, quietSwitches, windowReach } from './network.ts';
import { caseFilesIn, OpenedFiles } from './opened-files.ts';
import { appScheme, serveWindow } from './protocol.ts';
import { builtFolder, keepInside, makeWindow, stateOf } from './window.ts';
import { windowAddress } from './window-address.ts';
import { writeWindowState } from './window-state.ts';

const devAddress = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const openedFiles = new OpenedFiles();
let window: BrowserWindow | null = null;
let closing: Closing | null = null;
let quitting = false;

if (process.env.CASEBOUND_PROFILE) app.setPath('userData', process.env.CASEBOUND_PROFILE);
for (const [name, value] of quietSwitches) app.commandLine.appendSwitch(name, value);
if (devAddress === undefined) app.commandLine.appendSwitch(...noNames);
protocol.registerSchemesAsPrivileged([appScheme]);

if (app.requestSingleInstanceLock()) run();
else app.quit(); // the first start has been told, and shows its window

function run(): void {
  app.on('second-instance', (_event, args, folder) => {
    showWindow();
    openFiles(caseFilesIn(args, folder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    showWindow();
    openFiles([path]);
  });
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => app.quit());
  // Closed from birth, whoever makes them: what the app needs of a session is opened by name below.
  app.on('session-created', (made) => {
    closeSession(made, nothing);
    made.on('will-download', (event) => event.preventDefault());
  });
  app.on('web-contents-created', (_event, contents) => keepInside(contents, devAddress));
  openFiles(caseFilesIn(process.argv.slice(1), process.cwd()));
  // Not awaited at the top of the module: an ES module that waits for "ready" keeps Electron from becoming ready.
  app.whenReady().then(open).catch(giveUp);
}

async function open(): Promise<void> {
  protocol.handle('app', serveWindow(builtFolder(import.meta.dirname, 'renderer')));
  closeSession(session.defaultSession, windowReach(devAddress));
  Menu.setApplicationMenu(null); // Electron's own has what the app has not; the window fills it
  const { handlers, abandonSaves } = desktopHandlers({
    askWhereToSave: (options) => (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options)),
    shell,
    nativeTheme,
    openedFiles,
    makePdf,
    setMenu,
    closeReady: () => closing?.ready(),
  });
  answerCalls(ipcMain, handlers, devAddress);

  const stateFile = join(app.getPath('userData'), 'window.json');
  window = await makeWindow({
    preload: join(builtFolder(import.meta.dirname, 'preload'), 'preload.cjs'),
    icon: join(app.getAppPath(), 'resources', 'icons', 'casebound.png'),
    stateFile,
    devAddress,
  });
  // Before it loads: it can be told of files, and can be closed, from its first moment on.
  hold(window, stateFile, abandonSaves);
  await window.loadURL(devAddress ?? windowAddress);
}

/** Keeps a window open until its work is flushed and its place kept, and gives it back after a crash. */
function hold(held: BrowserWindow, stateFile: string, abandonSaves: () => Promise<void>): void {
  const flush = new Closing({
    limit: 5000,
    ask: () => tell('close.wanted', null),
    close: () => {
      Promise.all([writeWindowState(stateFile, stateOf(held)), abandonSaves(), openedFiles.close()])
        .catch(report)
        .finally(() => {
          held.destroy();
          if (quitting) app.quit();
        });
    },
  });
  closing = flush;
  held.on('close', (event) => {
    if (!held.webContents.isCrashed() && !flush.wanted()) event.preventDefault();
  });
  held.on('closed', () => {
    window = null;
    closing = null;
  });
  held.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    // A page that was left cannot finish what it was saving.
    if (isMainFrame && !isSameDocument) abandonSaves().catch(report);
  });
  let lastCrash = Number.NEGATIVE_INFINITY;
  held.webContents.on('render-process-gone', (_event, { reason }) => {
    abandonSaves().catch(report);
    flush.ready(); // nobody is left to flush
    if (reason === 'clean-exit' || performance.now() - lastCrash < 10_000) return; // one that fails at once is not tried for ever
    lastCrash = performance.now();
    held.webContents.reload();
  });
}

function openFiles(paths: string[]): void {
  for (const path of paths) {
    openedFiles
      .add(path)
      .then(() => tell('opened.waiting', null))
      .catch(report);
  }
}

function tell<Name extends EventName>(name: Name, told: Events[Name]): void {
  window?.webContents.send(channel(name), told);
}

function setMenu(menus: MenuGroup[], words: MenuWords): void {
  const run = (id: string) => tell('menu.chosen', { id });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menus, words, run, process.platform)));
}

function showWindow(): void {
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}

function report(error: unknown): void {
  dialog.showErrorBox('Casebound', error instanceof Error ? error.message : String(error));
}

function giveUp(error: unknown): void {
  report(error);
  app.exit(1);
}
