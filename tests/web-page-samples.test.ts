import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dropOf, only, readAll } from '#domain/intake/drop.fixture.ts';
import { webPage } from '#domain/intake/web-page.ts';

const samples = fileURLToPath(new URL('../../shared/samples/web', import.meta.url));
const missing = !existsSync(samples);
if (missing)
  process.stdout.write('Skipped: real saved pages through the intake, because ../shared/samples is not here\n');

describe.skipIf(missing)('real saved pages', () => {
  test('SingleFile: the date of saving stays as it is written', async () => {
    const drop = dropOf({ 'singlefile.html': new Uint8Array(readFileSync(join(samples, 'singlefile.html'))) });
    const { exhibit } = only((await readAll(webPage, drop, 'singlefile.html')).drafts);
    expect(exhibit).toMatchObject({
      kind: 'web-page',
      title: 'Loopback page — тест',
      collected: { tool: 'SingleFile', at: { from: '2026-11-23T17:18:51', zone: '+00:00' } },
      body: {
        address: 'http://127.0.0.1:8765/page.html',
        saved: 'Mon Nov 23 2026 17:18:51 GMT+0000 (Coordinated Universal Time)',
      },
    });
  });
});
