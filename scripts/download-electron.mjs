import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from './build.mjs';

/**
 * Lets the electron package download its binary. Gives up when the download is refused, when nothing has arrived for
 * `patience` milliseconds (some networks accept and never answer), or after ten minutes in all.
 *
 * @param {{ patience: number, installer?: string }} options
 * @returns {Promise<{ done: true } | { done: false, because: string }>}
 */
export function downloadElectron({ patience, installer = join(project, 'node_modules', 'electron', 'install.js') }) {
  // The package downloads into the folder for temporary files; one of its own makes what arrives there measurable.
  const arrivals = mkdtempSync(join(tmpdir(), 'casebound-electron-'));
  const child = spawn(process.execPath, [installer, '--no'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, TMPDIR: arrivals, TEMP: arrivals, TMP: arrivals },
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (more) => {
    words = (words + more).slice(-4000);
  });
  return new Promise((resolve) => {
    const begun = Date.now();
    let stoppedBecause = '';
    let arrived = 0;
    let lastArrival = begun;
    const watch = setInterval(() => {
      const now = bytesUnder(arrivals);
      if (now !== arrived) lastArrival = Date.now();
      arrived = now;
      if (Date.now() - lastArrival > patience) stop(`nothing arrived for ${patience / 1000} seconds`);
      else if (Date.now() - begun > 600_000) stop('it took more than ten minutes');
    }, 250);
    /** @param {string} because */
    function stop(because) {
      stoppedBecause = because;
      child.kill('SIGKILL');
    }
    /** @param {{ done: true } | { done: false, because: string }} result */
    function end(result) {
      clearInterval(watch);
      rmSync(arrivals, { recursive: true, force: true });
      resolve(result);
    }
    child.once('error', (error) => end({ done: false, because: error.message }));
    child.once('close', (code) => {
      if (code === 0) end({ done: true });
      else end({ done: false, because: stoppedBecause || firstLine(words) || `the download ended with code ${code}` });
    });
  });
}

/** @param {string} words */
function firstLine(words) {
  const lines = words.split('\n').map((line) => line.trim());
  return lines.find((line) => /error/i.test(line)) ?? lines.find((line) => line !== '') ?? '';
}

/** The bytes of all files under a folder. @param {string} folder @returns {number} */
function bytesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesUnder(path) : (statSync(path, { throwIfNoEntry: false })?.size ?? 0));
  }, 0);
}
