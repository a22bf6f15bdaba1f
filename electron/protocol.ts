import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import { securityHeaders } from '#bridge/content-security.ts';

/** What `app:` may do: it is an origin of its own, as safe as https, so that it has IndexedDB, workers and Web Crypto. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
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
};

/**
 * Answers requests for `app://casebound/…` with the built window's files under `root`, and with nothing else: other
 * hosts, other methods, paths that lead out (by `..` or by a link) get a bare refusal. Every answer carries the policy.
 */
export function serveWindow(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'casebound') return refusal(404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
    const file = await servedFile(root, url.pathname === '/' ? '/index.html' : url.pathname);
    if (!file) return refusal(404);
    const headers = {
      ...securityHeaders,
      'Content-Type': types[extname(file.path)] ?? 'application/octet-stream',
      'Content-Length': String(file.size),
    };
    if (request.method === 'HEAD') return new Response(null, { headers });
    return new Response(new Uint8Array(await readFile(file.path)), { headers });
  };
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}

async function servedFile(root: string, pathname: string): Promise<{ path: string; size: number } | null> {
  try {
    const decoded = decodeURIComponent(pathname);
    if (decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').includes('..')) return null;
    const realRoot = await realpath(root);
    const path = await realpath(join(realRoot, decoded));
    if (!path.startsWith(realRoot + sep)) return null;
    const about = await stat(path);
    return about.isFile() ? { path, size: about.size } : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}
