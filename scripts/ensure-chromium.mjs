import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';

/**
 * Sees to it that there is a Chromium for the end-to-end specs: finds one, or installs the `chromium` package where this is
 * Debian and we are root. Throws, saying exactly what to do, where there is none to be had.
 *
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('No Chromium here; installing the package "chromium" …');
    if (!apt(['install', '-y', '--no-install-recommends', 'chromium'])) {
      apt(['update']);
      apt(['install', '-y', '--no-install-recommends', 'chromium']);
    }
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'The end-to-end specs need a Chromium and found none. Install one with\n' +
      '  apt-get install chromium            (Debian, as root)\n' +
      '  npx playwright install chromium     (anywhere)\n' +
      'or name one you have: CASEBOUND_CHROMIUM=/path/to/chromium npm test',
  );
}

/** Runs apt-get without questions, for ten minutes at most; says whether it succeeded. @param {string[]} args */
function apt(args) {
  const { status } = spawnSync('apt-get', args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
  });
  return status === 0;
}
