import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runningServer, serve } from '#scripts/serve.mjs';

let folder = '';
let server: Awaited<ReturnType<typeof serve>>;
let port = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebound-serve-'));
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), 'the window');
  await writeFile(join(root, 'headers.json'), JSON.stringify({ 'Content-Security-Policy': "default-src 'none'" }));
  await writeFile(join(root, 'assets', 'main.js'), 'the code');
  await writeFile(join(folder, 'secret.txt'), 'a secret');
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
  server = await serve({ root, port: 0, version: '1.2.3' });
  port = Number(new URL(server.address).port);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Asks with the path as it is written here: `fetch` would tidy it first. */
function ask(path: string, { method = 'GET', host = `127.0.0.1:${port}` } = {}) {
  return new Promise<{ status: number; body: string; policy: string | undefined; type: string | undefined }>(
    (resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (more: string) => {
          body += more;
        });
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body,
            policy: response.headers['content-security-policy']?.toString(),
            type: response.headers['content-type'],
          }),
        );
      });
      asked.on('error', reject).end();
    },
  );
}

test('gives the window and its files, with the policy', async () => {
  expect(await ask('/')).toMatchObject({ status: 200, body: 'the window', policy: "default-src 'none'" });
  expect(await ask('/assets/main.js?v=1')).toMatchObject({ status: 200, body: 'the code' });
  expect((await ask('/assets/main.js')).type).toContain('text/javascript');
  expect(await ask('/assets/main.js', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/link.txt',
  '/assets',
  '/assets/',
  '/%',
  '/%00',
  '/nothing.js',
])('gives nothing for %s', async (path) => {
  const { status, body } = await ask(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain('secret');
  expect(body).not.toContain('main.js');
});

test('answers by its own name only, so that no outside name can be made to point here', async () => {
  for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${port + 1}`]) {
    expect((await ask('/', { host })).status, host).toBe(421);
  }
  expect((await ask('/', { host: `localhost:${port}` })).status).toBe(200);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
  expect((await ask('/', { method })).status).toBe(405);
});

test('says that it is Casebound, and a taken port is an error', async () => {
  expect(await runningServer(port)).toEqual({ version: '1.2.3' });
  await expect(serve({ root: join(folder, 'renderer'), port, version: '1' })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('another program on the port is not taken for Casebound', async () => {
  const { createServer } = await import('node:http');
  const other = createServer((_request, response) => response.end('{"app":"other"}'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  expect(address !== null && typeof address === 'object' && (await runningServer(address.port))).toBe(null);
  await new Promise((resolve) => other.close(resolve));
});
