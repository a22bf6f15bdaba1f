import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The port of the browser shell. Fixed, because a browser keeps a person's data by origin, and the origin has the port in it. */
export const fixedPort = 47800;

/** Where a running server says that it is Casebound. */
const identityPath = '/.well-known/casebound.json';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.casebound': 'application/octet-stream',
};

/**
 * Serves the built window to this machine alone: 127.0.0.1, GET and HEAD, files under `root` and nothing else, with the
 * policy the build left in `headers.json`. A request under any other Host name is refused, so that no outside page can
 * reach the app by a name that points here.
 *
 * @param {{ root: string, port: number, version: string }} options `port` 0 takes any free one.
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} Rejects with the system's error (`EADDRINUSE`) where
 * the port is taken.
 */
export async function serve({ root, port, version }) {
  /** @type {Record<string, string>} */
  const headers = JSON.parse(await readFile(join(root, 'headers.json'), 'utf8'));
  const realRoot = await realpath(root);
  let hosts = new Set(/** @type {string[]} */ ([]));

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      // The reader went away in the middle of a file: nothing to answer any more.
      if (response.headersSent) response.destroy();
      else refuse(response, 500, error instanceof Error ? error.message : String(error));
    });
  });

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function answer(request, response) {
    if (!hosts.has(request.headers.host ?? '')) return refuse(response, 421, 'Not a host of this server.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'GET and HEAD only.');
    const path = requestedPath(request.url ?? '/');
    if (path === null) return refuse(response, 400, 'Not a path.');
    if (path === identityPath) {
      response.writeHead(200, { ...headers, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      return void response.end(JSON.stringify({ app: 'casebound', version }));
    }
    const file = await servedFile(realRoot, path === '/' ? '/index.html' : path);
    if (!file) return refuse(response, 404, 'Not found.');
    response.writeHead(200, {
      ...headers,
      'Content-Type': types[extname(file.path)] ?? 'application/octet-stream',
      'Content-Length': file.size,
      // Built files carry a hash of their content in their name; the page that names them is asked for anew.
      'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (request.method === 'HEAD') return void response.end();
    await pipeline(createReadStream(file.path), response);
  }

  await /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
        server.off('error', reject);
        resolve();
      });
    })
  );
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  hosts = new Set([`127.0.0.1:${bound.port}`, `localhost:${bound.port}`]);
  return {
    address: `http://127.0.0.1:${bound.port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/**
 * Says whether a Casebound server answers on a port of this machine, and which version; null when nothing does, or
 * something else does. Waits two seconds at most.
 *
 * @param {number} port
 * @returns {Promise<{ version: string } | null>}
 */
export async function runningServer(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${identityPath}`, {
      signal: AbortSignal.timeout(2000),
      redirect: 'error',
    });
    const told = await response.json();
    return told?.app === 'casebound' && typeof told.version === 'string' ? { version: told.version } : null;
  } catch {
    return null; // nobody there, or somebody who does not speak as Casebound does
  }
}

/** The path of a request without its query; null for what is no plain path. @param {string} url */
function requestedPath(url) {
  const [path = ''] = url.split(/[?#]/, 1);
  try {
    const decoded = decodeURIComponent(path);
    if (!decoded.startsWith('/') || decoded.includes('\0') || decoded.includes('\\')) return null;
    return decoded.split('/').some((part) => part === '..' || part === '.') ? null : decoded;
  } catch {
    return null;
  }
}

/** The file a path names, if it is one and lies under `root` even when links are followed. @param {string} root @param {string} path */
async function servedFile(root, path) {
  try {
    const real = await realpath(join(root, path));
    if (!real.startsWith(root + sep)) return null;
    const about = await stat(real);
    return about.isFile() ? { path: real, size: about.size } : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} words */
function refuse(response, status, words) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });
  response.end(`${words}\n`);
}
