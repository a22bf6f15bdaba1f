import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { resolveConfig } from 'electron-vite';
import { createServer } from 'vite';
import { project } from './build.mjs';
import { getElectron } from './get-electron.mjs';

/** Development mode with hot reloading: electron-vite's where Electron's own binary can be had, else the window alone, for a browser. */
async function develop() {
  const electron = await getElectron();
  if (electron.path === null) {
    console.log(`Development in the browser shell: ${electron.because}.`);
    const { config } = await resolveConfig({ root: project }, 'serve', 'development');
    if (!config?.renderer) throw new Error('electron.vite.config.ts says nothing of the window.');
    const server = await createServer(config.renderer);
    await server.listen();
    return server.printUrls();
  }
  const builder = join(project, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { ELECTRON_RUN_AS_NODE: _node, ...env } = process.env;
  const rootFlags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--noSandbox'] : [];
  const child = spawn(process.execPath, [builder, 'dev', ...rootFlags], {
    cwd: project,
    stdio: 'inherit',
    env: { ...env, ELECTRON_EXEC_PATH: electron.path },
  });
  child.once('exit', (code) => process.exit(code ?? 1));
}

develop().catch((error) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
