import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { quietFlags } from './find-chromium.mjs';

/** Says whether a window can be shown here: everywhere but on a Linux without a display. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The folder of the browser shell's own profile, where this platform keeps a person's data; CASEBOUND_PROFILE names another.
 * The case data lives in it.
 */
export function profileFolder() {
  if (process.env.CASEBOUND_PROFILE) return process.env.CASEBOUND_PROFILE;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Casebound', 'browser');
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Casebound', 'browser');
  }
  return join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'casebound', 'browser');
}

/**
 * Opens an address as an app window of a browser, with the profile of the browser shell. Where that profile has a window
 * open already, its process opens the new one and the process started here ends at once.
 *
 * @param {string} browser the browser's executable
 * @param {string} address
 * @returns {Promise<{ keptRunning: boolean, error: string | null }>} when the process ends; `keptRunning` says whether it was
 * the one that showed the window.
 */
export function openWindow(browser, address) {
  const profile = profileFolder();
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const begun = Date.now();
  const child = spawn(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      ...quietFlags,
      '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
    ],
    { stdio: 'ignore' },
  );
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ keptRunning: false, error: error.message }));
    child.once('exit', (code) =>
      resolve({
        keptRunning: Date.now() - begun > 5000,
        error: code === 0 || code === null ? null : `The browser ended with code ${code}.`,
      }),
    );
  });
}
