import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale, project } from './build.mjs';
import { findChromium } from './find-chromium.mjs';
import { getElectron } from './get-electron.mjs';
import { hasDisplay, openWindow } from './open-window.mjs';
import { fixedPort, runningServer, serve } from './serve.mjs';

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
const port = chosenPort();
const files = process.argv.slice(2);

/** Runs the app: in Electron where its binary can be had, else in the browser shell. */
async function start() {
  const running = await runningServer(port);
  if (running) return showRunning(running.version);
  buildWhenStale();
  const electron = await getElectron();
  if (electron.path !== null) return inElectron(electron.path);
  console.log(`Casebound runs in the browser shell: ${electron.because}.`);
  return inBrowser();
}

/** @param {string} path */
function inElectron(path) {
  const rootFlags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // A terminal inside another Electron app leaves these behind; they would make it a bare Node, or a development window.
  const { ELECTRON_RUN_AS_NODE: _node, ELECTRON_RENDERER_URL: _dev, ...env } = process.env;
  const child = spawn(path, [...rootFlags, project, ...files], { stdio: 'inherit', env });
  child.once('error', (error) => fail(`Electron could not be started: ${error.message}`));
  child.once('exit', (code, signal) => {
    if (code === null) fail(`Electron was ended by ${signal}.`);
    if (code !== 0) fail(`Electron ended with code ${code}. CASEBOUND_SHELL=browser npm start does without it.`);
    process.exit(0);
  });
  // Ctrl-C reaches Electron by itself, which flushes unsaved work before it ends: wait for that.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
}

async function inBrowser() {
  const server = await serve({ root: join(project, 'out', 'renderer'), port, version }).catch((error) => {
    if (error?.code !== 'EADDRINUSE') throw error;
    fail(
      `Port ${port} of 127.0.0.1 is taken by another program. Casebound keeps its data under this port; end that program, ` +
        'then start again. (CASEBOUND_PORT names another port, with other data.)',
    );
  });
  console.log(`Casebound is at ${server.address}`);
  if (files.length > 0) console.log(`A browser is not started with files: open ${files.join(', ')} inside the app.`);
  /** @type {ReturnType<typeof openWindow> | null} */
  let window = null;
  const close = () => {
    window?.close();
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
  if (!hasDisplay()) return console.log('There is no display: open the address in a browser. Ctrl-C ends it.');
  const browser = await findChromium();
  if (!browser)
    return console.log('No Chromium, Chrome or Edge was found: open the address in a browser. Ctrl-C ends it.');
  window = openWindow(browser, server.address);
  const { elsewhere, error } = await window.ended;
  if (error) return console.log(`${error} Open the address in a browser. Ctrl-C ends it.`);
  if (!elsewhere) return close();
  console.log('The window opened in a browser that runs already. Ctrl-C ends Casebound.');
}

/** @param {string} runningVersion */
async function showRunning(runningVersion) {
  const address = `http://127.0.0.1:${port}/`;
  console.log(`Casebound ${runningVersion} runs already, at ${address}`);
  const browser = hasDisplay() ? await findChromium() : null;
  if (!browser) return;
  const { error } = await openWindow(browser, address).ended;
  if (error) fail(error);
}

function chosenPort() {
  const { CASEBOUND_PORT: wanted } = process.env;
  if (!wanted) return fixedPort;
  if (/^\d+$/.test(wanted) && Number(wanted) > 0 && Number(wanted) < 65_536) return Number(wanted);
  return fail(`CASEBOUND_PORT is no port: ${wanted}`);
}

/** @param {string} words @returns {never} */
function fail(words) {
  console.error(words);
  process.exit(1);
}

start().catch((error) => fail(error instanceof Error ? error.message : String(error)));
