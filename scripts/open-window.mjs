import { spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
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
 * What the profile begins with: a browser of its own accord fetches spelling dictionaries, suggestions and lists of bad
 * addresses, offers to translate, and stays when its window is closed. None of that is for a notebook.
 */
const beginning = {
  browser: { enable_spellchecking: false },
  spellcheck: { dictionaries: [], use_spelling_service: false },
  safebrowsing: { enabled: false, enhanced: false },
  search: { suggest_enabled: false },
  net: { network_prediction_options: 2 },
  alternate_error_pages: { enabled: false },
  translate: { enabled: false },
  credentials_enable_service: false,
  background_mode: { enabled: false },
  signin: { allowed: false, allowed_on_next_startup: false },
};

/**
 * Where browsers turn to by themselves, whatever else they are told: sign-in, updates of extensions and components, lists.
 * These names are never resolved in the profile. (All names cannot be: a link that the person opens outside opens here too.)
 */
const ownServices = [
  'accounts.google.com',
  'clients*.google.com',
  'update.googleapis.com',
  'safebrowsing.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'content-autofill.googleapis.com',
  'android.clients.google.com',
  'mtalk.google.com',
  '*.gvt1.com',
  'edge.microsoft.com',
  'config.edge.skype.com',
  '*.smartscreen.microsoft.com',
  '*.dl.delivery.mp.microsoft.com',
];

/**
 * Opens an address as an app window of a browser, with the profile of the browser shell. Where that profile has a window
 * open already, its process opens the new one and the process started here ends at once.
 *
 * @param {string} browser the browser's executable
 * @param {string} address
 * @returns {{ close: () => void, ended: Promise<{ elsewhere: boolean, error: string | null }> }} `close` ends the process
 * started here; `elsewhere` says whether another one shows the window.
 */
export function openWindow(browser, address) {
  const profile = profileFolder();
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const preferences = join(profile, 'Default', 'Preferences');
  const isNew = !existsSync(preferences);
  if (isNew) {
    mkdirSync(join(profile, 'Default'), { recursive: true, mode: 0o700 });
    writeFileSync(preferences, JSON.stringify(beginning), { mode: 0o600 });
  }
  const child = spawn(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      ...quietFlags,
      // Later on the browser remembers the place itself.
      ...(isNew ? ['--window-size=1440,900'] : []),
      '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
      `--host-resolver-rules=${ownServices.map((name) => `MAP ${name} ~NOTFOUND`).join(', ')}`,
      '--disable-background-mode',
      '--disable-default-apps',
      '--disable-extensions',
      '--disable-breakpad',
      // Asks for no keyring: no password is ever kept in this profile.
      '--password-store=basic',
    ],
    { stdio: 'ignore' },
  );
  return {
    close: () => void child.kill(),
    ended: new Promise((resolve) => {
      child.once('error', (error) => resolve({ elsewhere: false, error: error.message }));
      child.once('exit', (code) =>
        resolve({
          elsewhere: isHeld(profile),
          error: code === 0 || code === null ? null : `The browser ended with code ${code}.`,
        }),
      );
    }),
  };
}

/** Says whether a running browser holds a profile: it takes its lock away when it ends. @param {string} profile */
function isHeld(profile) {
  // Subtle: on Linux and macOS the lock is a link that points to no file, so that only its own entry can be looked at.
  return ['SingletonLock', 'lockfile'].some(
    (lock) => lstatSync(join(profile, lock), { throwIfNoEntry: false }) !== undefined,
  );
}
