import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';

/**
 * Sees to it that there is a Chromium for the end-to-end specs: finds one, or installs the `chromium` package where this is
 * Debian and we are root. Throws, saying exactly what to do, where there is none to be had, or the one found does not start.
 *
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return started(found);
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('No Chromium here; installing the package "chromium" …');
    const install = ['install', '-y', '--no-install-recommends', 'chromium'];
    // A fresh machine has no lists of packages, and one that stood long has old ones.
    if (!apt(install, 300) && apt(['update'], 120)) apt(install, 300);
    const installed = await findChromium();
    if (installed) return started(installed);
  }
  throw new Error(
    'The end-to-end specs need a Chromium and found none. Install one with\n' +
      '  apt-get install chromium            (Debian, as root)\n' +
      '  npx playwright install chromium     (anywhere)\n' +
      'or name one you have: CASEBOUND_CHROMIUM=/path/to/chromium npm test',
  );
}

/** The browser, after it has said its version; some systems have a file of that name that only says where to get it. @param {string} path */
function started(path) {
  const { status, stdout, stderr, error } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  if (status === 0) {
    console.log(`${stdout.trim()} (${path})`);
    return path;
  }
  const words = error?.message ?? (stderr.trim() || `it ended with code ${status}`);
  throw new Error(`${path} does not start: ${words}\nName another: CASEBOUND_CHROMIUM=/path/to/chromium npm test`);
}

/** Runs apt-get without questions; says whether it succeeded within `limit` seconds. @param {string[]} args @param {number} limit */
function apt(args, limit) {
  const patient = ['Acquire::Retries=3', 'Acquire::http::Timeout=30', 'DPkg::Lock::Timeout=60'];
  const { status, error } = spawnSync('apt-get', [...patient.flatMap((option) => ['-o', option]), '-qq', ...args], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: limit * 1000,
  });
  if (error) console.error(`apt-get ${args[0]}: ${error.message}`);
  return status === 0;
}
