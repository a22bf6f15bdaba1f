import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const project = dirname(dirname(fileURLToPath(import.meta.url)));

const sources = [
  'bridge',
  'domain',
  'electron',
  'renderer',
  'resources',
  'electron.vite.config.ts',
  'package-lock.json',
];
const results = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html', 'out/renderer/headers.json'];

/** Builds the app into out/ where it has not been built, or sources are newer. Throws, with the builder's words printed, when that fails. */
export function buildWhenStale() {
  const built = Math.min(...results.map((path) => changed(join(project, path))));
  if (built > 0 && sources.every((source) => newest(join(project, source)) < built)) return;
  console.log('Building Casebound …');
  build();
}

/** Builds the app into out/. Throws when that fails. */
export function build() {
  const builder = join(project, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: project,
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  throw new Error(error ? `The build failed: ${error.message}` : 'The build failed; its words are above.');
}

/** When a file was last changed, in milliseconds; 0 where there is none. @param {string} path */
function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** When the newest file at or under a path was changed. @param {string} path @returns {number} */
function newest(path) {
  const about = statSync(path, { throwIfNoEntry: false });
  if (!about?.isDirectory()) return about?.mtimeMs ?? 0;
  return Math.max(about.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
