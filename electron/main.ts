import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session, shell } from 'electron';
import { channel } from '#bridge/channel.ts';
import type { EventName, Events } from '#bridge/ipc.ts';
import { answerCalls } from './answer-calls.ts';
import { Closing } from './closing.ts';
import { desktopHandlers } from './desktop-handlers.ts';
import { makePdf } from './make-pdf.ts';
import { menuTemplate } from './menu.ts';
import { closeNetwork, noNames, quietSwitches } from './network.ts';
import { caseFilesIn, OpenedFiles } from './opened-files.ts';
import { appScheme, serveWindow } from './protocol.ts';
import { builtFolder, openWindow, stateOf } from './window.ts';
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
  app.on('web-contents-created', (_event, contents) => contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'));
  openFiles(caseFilesIn(process.argv.slice(1), process.cwd()));
  // Not awaited at the top of the module: an ES module that waits for "ready" keeps Electron from becoming ready.
  app.whenReady().then(open).catch(giveUp);
}

async function open(): Promise<void> {
  protocol.handle('app', serveWindow(builtFolder(import.meta.dirname, 'renderer')));
  closeNetwork(session.defaultSession, devAddress);
  setMenu([]);
  const { handlers, abandonSaves } = desktopHandlers({
    dialog,
    shell,
    nativeTheme,
    openedFiles,
    makePdf,
    setMenu,
    closeReady: () => closing?.ready(),
  });
  answerCalls(ipcMain, handlers, devAddress);

  const stateFile = join(app.getPath('userData'), 'window.json');
  window = await openWindow({
    preload: join(builtFolder(import.meta.dirname, 'preload'), 'preload.cjs'),
    icon: join(app.getAppPath(), 'resources', 'icons', 'casebound.png'),
    stateFile,
    devAddress,
  });
  hold(window, stateFile, abandonSaves);
}

/** Keeps a window open until its work is flushed and its place kept. */
function hold(held: BrowserWindow, stateFile: string, abandonSaves: () => Promise<void>): void {
  closing = new Closing({
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
  held.on('close', (event) => {
    if (!held.webContents.isCrashed() && closing?.wanted() === false) event.preventDefault();
  });
  held.on('closed', () => {
    window = null;
  });
  held.webContents.on('render-process-gone', () => abandonSaves().catch(report));
}

function openFiles(paths: string[]): void {
  Promise.all(paths.map((path) => openedFiles.add(path)))
    .then(() => tell('opened.waiting', null))
    .catch(report);
}

function tell<Name extends EventName>(name: Name, told: Events[Name]): void {
  window?.webContents.send(channel(name), told);
}

function setMenu(menus: Parameters<typeof menuTemplate>[0]): void {
  const run = (id: string) => tell('menu.chosen', { id });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(menus, run, process.platform)));
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
