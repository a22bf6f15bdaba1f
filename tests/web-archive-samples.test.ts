import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dropOf, only, readAll } from '#domain/intake/drop.fixture.ts';
import { webArchive } from '#domain/intake/web-archive.ts';

const samples = fileURLToPath(new URL('../../shared/samples/web', import.meta.url));
const missing = !existsSync(samples);
if (missing)
  process.stdout.write('Skipped: real web archives through the intake, because ../shared/samples is not here\n');

const address = 'http://127.0.0.1:8765/page.html';

describe.skipIf(missing)('real web archives', () => {
  test('a WACZ by js-wacz 0.1.6: the hash of its WARC is taken twice, and nothing was altered', async () => {
    const drop = dropOf({ 'loopback.wacz': new Uint8Array(readFileSync(join(samples, 'loopback.wacz'))) });
    const ts = '2026-11-23T17:18:27Z';
    const { survey, drafts } = await readAll(webArchive, drop, 'loopback.wacz', {
      parts: new Set([`archived:${address}@${ts}`]),
    });
    expect(survey.findings.map(({ code, place }) => [code, place])).toEqual([
      ['hash-same', 'datapackage.json'],
      ['hash-same', 'indexes/index.cdx'],
      ['hash-same', 'pages/pages.jsonl'],
      ['hash-doubled', 'archive/loopback.warc.gz'],
      ['records-same', 'archive/loopback.warc.gz'],
    ]);
    expect(survey.parts.map(({ title }) => title)).toEqual([`Loopback page — тест · ${address}`]);
    const { exhibit, files } = only(drafts);
    expect(exhibit).toMatchObject({ kind: 'web-page', title: 'Loopback page — тест', body: { address, saved: ts } });
    expect(files).toHaveLength(1);
  });

  test('the WARC in it, by itself: its one page, all of its digests right', async () => {
    const drop = dropOf({ 'loopback.warc.gz': new Uint8Array(readFileSync(join(samples, 'loopback.warc.gz'))) });
    const { survey } = await readAll(webArchive, drop, 'loopback.warc.gz');
    expect(survey.parts.map(({ title }) => title)).toEqual([`Loopback page — тест · ${address}`]);
    expect(survey.findings).toEqual([
      { code: 'records-same', path: 'loopback.warc.gz', place: 'loopback.warc.gz', detail: '2' },
    ]);
  });
});
