import { join } from 'node:path';
import { BrowserWindow, screen, type WebContents } from 'electron';
import { isOwnAddress } from './window-address.ts';
import { readWindowState, type WindowState } from './window-state.ts';

/**
 * Makes the app's one window where it stood last, still empty and not shown. It has no Node, runs in Chromium's sandbox, and
 * takes no dropped file for an address. `devAddress` is its own server in development.
 */
export async function makeWindow(options: {
  preload: string;
  stateFile: string;
  icon: string;
  devAddress: string | undefined;
}): Promise<BrowserWindow> {
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const state = await readWindowState(options.stateFile, areas);
  const window = new BrowserWindow({
    ...(state === null ? { width: 1440, height: 900 } : boundsOf(state)),
    minWidth: 800,
    minHeight: 560,
    show: false,
    icon: options.icon,
    title: 'Casebound',
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      autoplayPolicy: 'document-user-activation-required',
      devTools: options.devAddress !== undefined,
    },
  });
  if (state?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  return window;
}

/** What of a window is kept for the next start. */
export function stateOf(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

/** The folder of what the build made for main, preload and window. */
export function builtFolder(mainFolder: string, part: 'preload' | 'renderer'): string {
  return join(mainFolder, '..', part);
}

function boundsOf({ x, y, width, height }: WindowState) {
  return { x, y, width, height };
}

/** Keeps what any page shows at the app's own addresses: no link, script, frame, redirect or new window leads elsewhere. */
export function keepInside(contents: WebContents, devAddress: string | undefined): void {
  const stay = (event: { url: string; preventDefault: () => void }) => {
    if (!isOwnAddress(event.url, devAddress)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
