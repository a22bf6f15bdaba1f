import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'chrome',
  'msedge',
];

/**
 * Where a Chromium, Chrome or Edge is on this machine, or null: CASEBOUND_CHROMIUM, else the usual places of the
 * platform, the folders of PATH, and the one Playwright has downloaded.
 *
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<string | null>} Rejects when CASEBOUND_CHROMIUM names no file: what a person said is not passed over.
 */
export async function findChromium(env = process.env) {
  if (env.CASEBOUND_CHROMIUM) {
    if (isFile(env.CASEBOUND_CHROMIUM)) return env.CASEBOUND_CHROMIUM;
    throw new Error(`CASEBOUND_CHROMIUM names no file: ${env.CASEBOUND_CHROMIUM}`);
  }
  const found = [...inPath(env), ...usualPlaces(env)].find(isFile);
  return found ?? (await playwrightsOwn());
}

/** @param {Record<string, string | undefined>} env */
function inPath(env) {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

/** @param {Record<string, string | undefined>} env */
function usualPlaces(env) {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
    );
  }
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => [
      join(root, 'Google/Chrome/Application/chrome.exe'),
      join(root, 'Chromium/Application/chrome.exe'),
      join(root, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  return ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  );
}

async function playwrightsOwn() {
  // Not there after an install without the development packages.
  const playwright = await import('@playwright/test').catch(() => null);
  const path = playwright?.chromium.executablePath();
  return path !== undefined && isFile(path) ? path : null;
}

/** @param {string} path */
function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false; // not there, or in a folder of PATH that this person may not look into: no browser for them
  }
}

/** What Chromium is started with so that it asks nothing and, on its own account, sends nothing. */
export const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--no-pings',
  // Chromium refuses to run as root inside its sandbox.
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
