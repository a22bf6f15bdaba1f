import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Where Electron's own binary is on this machine, or null. Only looks: asking the `electron` package itself would start a
 * download, which hangs where a server accepts and never answers. Looks at ELECTRON_EXEC_PATH (the file),
 * ELECTRON_OVERRIDE_DIST_PATH (its folder), then at what the package has unpacked.
 *
 * @param {Record<string, string | undefined>} [env]
 * @param {string} [packageFolder]
 * @returns {string | null}
 */
export function findElectron(env = process.env, packageFolder = join(project, 'node_modules', 'electron')) {
  if (env.ELECTRON_EXEC_PATH) return isFile(env.ELECTRON_EXEC_PATH) ? env.ELECTRON_EXEC_PATH : null;
  const named = join(packageFolder, 'path.txt');
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : null;
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder) return file(join(folder, name ?? platformName()));
  return name === null ? null : file(join(packageFolder, 'dist', name));
}

function platformName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** @param {string} path */
function file(path) {
  return isFile(path) ? path : null;
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
