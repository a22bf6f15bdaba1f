import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { dropOf, only, readAll, recognised } from './drop.fixture.ts';
import { recogniseAll } from './importers.ts';
import { type Packed, recordOf, waczOf, warcOf } from './web-archive/archive.fixture.ts';
import { webArchive } from './web-archive.ts';

const url = 'https://news.example/a?b=1';
const html =
  '<!doctype html><html lang="fr"><title>Une colonne</title><p>La colonne est partie.</p><script>1</script></html>';
const page = recordOf({ url, body: html });
const picture = recordOf({
  url: 'https://news.example/a.jpg',
  type: 'image/jpeg',
  body: new Uint8Array([255, 216, 255]),
});
const listed = { url, title: 'La colonne', ts: '2024-07-28T10:00:00Z', id: '1' };

async function take(bytes: Uint8Array, name = 'kept.wacz') {
  const drop = dropOf({ [name]: bytes });
  const found = await recognised(webArchive, drop, name);
  if (!found) throw new Error('It is no web archive.');
  const survey = await webArchive.survey(found, drop, () => undefined);
  const read = await readAll(webArchive, drop, name, { parts: new Set(survey.parts.map(({ id }) => id)) });
  return { ...read, survey };
}
const digestIn = (record: Uint8Array) => /WARC-Payload-Digest: .*/.exec(new TextDecoder().decode(record))?.[0];
const told = ({ findings }: { findings: readonly { code: string; place?: string }[] }) =>
  findings.map(({ code, place = '' }) => `${code} ${place}`.trim());
const wacz = (more: Partial<Packed> = {}) => waczOf({ records: [page, picture], pages: [listed], ...more });

describe('a WACZ', () => {
  test('lists its pages; each comes with address, date as written, title, words and its HTML', async () => {
    const { survey, drafts, findings } = await take(wacz());
    expect(survey.title).toBe('Kept pages');
    expect(survey.parts.map(({ title }) => title)).toEqual([`La colonne · ${url}`]);
    const draft = only(drafts);
    expect(draft.exhibit).toMatchObject({
      kind: 'web-page',
      title: 'La colonne',
      collected: { tool: 'test 1', at: { from: '2024-07-28T10:00:00', zone: 'Z' } },
      body: {
        address: url,
        saved: '2024-07-28T10:00:00Z',
        language: 'fr',
        verbatim: expect.stringContaining('La colonne est partie.'),
      },
    });
    expect(only(draft.files)).toMatchObject({
      name: 'news.example.html',
      mime: 'text/html',
      cleaned: new TextEncoder().encode(html),
    });
    expect(draft.raw).toMatchObject({ status: 200, digests: 'same', listed: { id: '1' } });
    expect(findings).toEqual([]);
  });

  test('has each file held against its hash', async () => {
    expect(told((await take(wacz())).survey)).toEqual([
      'hash-same datapackage.json',
      'hash-same archive/data.warc.gz',
      'hash-same pages/pages.jsonl',
      'records-same archive/data.warc.gz',
    ]);
  });

  test('whose writer took the hashes twice (js-wacz 0.1.6) is told apart from one that was altered', async () => {
    expect(told((await take(wacz({ doubled: true }))).survey)).toEqual([
      'hash-same datapackage.json',
      'hash-doubled archive/data.warc.gz',
      'hash-doubled pages/pages.jsonl',
      'records-same archive/data.warc.gz',
    ]);
    const altered = wacz({
      doubled: true,
      after: (files) => {
        files['pages/pages.jsonl'] = new TextEncoder().encode(JSON.stringify({ ...listed, title: 'Changed' }));
      },
    });
    expect(told((await take(altered)).survey)).toContain('hash-differs pages/pages.jsonl');
  });

  test('whose package, a file or a record was altered says which', async () => {
    const one = await take(
      wacz({
        after: (files) => {
          files['datapackage.json'] = new TextEncoder().encode(
            new TextDecoder().decode(files['datapackage.json']).replace('Kept', 'Lost'),
          );
          files['archive/more.warc.gz'] = warcOf([page]);
        },
      }),
    );
    expect(told(one.survey)).toContain('hash-differs datapackage.json');
    expect(told(one.survey)).toContain('hash-unstated archive/more.warc.gz');
    const record = recordOf({ url, body: html, payloadDigest: 'sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' });
    expect(told((await take(wacz({ records: [record] }))).survey)).toContain(
      'hash-differs archive/data.warc.gz, record 1',
    );
  });

  test('that is signed says that nobody judged the signature', async () => {
    expect(told((await take(wacz({ signed: true }))).survey)).toContain('signature-unjudged datapackage-digest.json');
  });

  test('with broken lines in its list names them and reads the rest', async () => {
    const pages = [
      '{"url"',
      { url: 'javascript:alert(1)' },
      { title: 'no address' },
      '{"__proto__":{"polluted":true},"url":"https://a.example/"}',
      listed,
    ];
    const { survey, drafts } = await take(wacz({ pages }));
    expect(told(survey)).toEqual(
      expect.arrayContaining(['not-readable line 2', 'not-an-address line 3', 'unknown-form line 4']),
    );
    expect(drafts).toHaveLength(2);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('whose page has no answer in the archive comes with the words of the list, and says so', async () => {
    const { drafts, findings } = await take(
      wacz({ records: [picture], pages: [{ ...listed, text: 'Words of the list' }] }),
    );
    expect(only(drafts).exhibit).toMatchObject({ body: { verbatim: 'Words of the list' } });
    expect(only(drafts).files).toEqual([]);
    expect(told({ findings })).toEqual(['file-missing']);
  });

  test('keeps with each page what came of holding the files against their hashes', async () => {
    const { drafts, findings } = await take(
      wacz({ doubled: true, signed: true, after: (files) => Object.assign(files, { 'pages/extra.txt': page }) }),
    );
    expect(only(drafts).raw).toMatchObject({
      checked: { same: 1, doubled: 2, altered: [], missing: [], unstated: 1, signature: 'not judged' },
    });
    expect(told({ findings })).toContain('hash-doubled pages/pages.jsonl');
  });

  test('whose page was the same as at another time (a revisit) has the words of then; of another time alone, it says so', async () => {
    const again = new TextEncoder().encode(
      new TextDecoder()
        .decode(recordOf({ url, date: '2024-07-29T10:00:00Z', body: '' }))
        .replace('WARC-Type: response', 'WARC-Type: revisit')
        .replace(/WARC-Payload-Digest: .*/, (digestIn(page) ?? '').trim()),
    );
    const later = [{ ...listed, ts: '2024-07-29T10:00:00Z' }];
    for (const records of [
      [page, again],
      [again, page],
    ]) {
      const { drafts, findings } = await take(wacz({ records, pages: later }));
      expect(only(drafts).exhibit).toMatchObject({ body: { verbatim: expect.stringContaining('partie') } });
      expect(told({ findings })).toEqual([]);
    }
    expect(told({ findings: (await take(wacz({ records: [page], pages: later }))).findings })).toEqual([
      'doubtful-date',
    ]);
  });

  test('whose package lies about a size, or whose file is gone, says so', async () => {
    const { survey } = await take(
      wacz({
        after: (files) => {
          files['datapackage.json'] = new TextEncoder().encode(
            new TextDecoder().decode(files['datapackage.json']).replace(/"bytes":\d+/, '"bytes":1'),
          );
          delete files['pages/pages.jsonl'];
        },
      }),
    );
    expect(told(survey)).toEqual(
      expect.arrayContaining(['values-differ archive/data.warc.gz', 'file-missing pages/pages.jsonl']),
    );
  });

  test('that holds a bomb does not unpack it', async () => {
    const bomb = zipSync({
      'archive/data.warc': new Uint8Array(8 * 1024 * 1024),
      'datapackage.json': new Uint8Array(),
    });
    expect(told((await take(bomb)).survey)).toContain('too-large archive/data.warc');
  });

  test('without a list of pages has those that are answers in HTML', async () => {
    const { survey } = await take(waczOf({ records: [page, picture] }));
    expect(survey.parts.map(({ title }) => title)).toEqual([`Une colonne · ${url}`]);
  });

  test('of one page archived twice has both, each with its own words', async () => {
    const later = recordOf({ url, date: '2024-07-29T10:00:00Z', body: html.replace('partie', 'revenue') });
    const { drafts } = await take(
      wacz({ records: [page, later], pages: [{ ...listed, ts: '2024-07-29T10:00:00Z' }, listed] }),
    );
    expect(
      new Map(
        drafts.map(({ exhibit }) => [exhibit.kind === 'web-page' && exhibit.body.saved, JSON.stringify(exhibit.body)]),
      ),
    ).toEqual(
      new Map([
        ['2024-07-28T10:00:00Z', expect.stringContaining('partie')],
        ['2024-07-29T10:00:00Z', expect.stringContaining('revenue')],
      ]),
    );
  });

  test('is known by its bytes, whatever its name; another ZIP is not', async () => {
    const drop = dropOf({
      'a.zip': wacz(),
      'b.wacz': new TextEncoder().encode('PK\u0003\u0004 nothing'),
      'c.dat': warcOf([page]),
    });
    const all = await recogniseAll(drop);
    expect(all.filter(({ importer }) => importer === webArchive).map(({ found }) => found.main)).toEqual([
      'a.zip',
      'c.dat',
    ]);
  });

  test('leads nowhere outside: a name that would is told and left', async () => {
    const slipped = wacz({
      after: (files) => {
        files['../../evil.warc'] = page;
      },
    });
    expect(told((await take(slipped)).survey).some((one) => one.startsWith('unsafe-path'))).toBe(true);
  });
});

describe('a WARC', () => {
  test('whose page was sent packed as Brotli keeps its address and says that its words are not read', async () => {
    const record = recordOf({ url, headers: { 'Content-Encoding': 'br' }, body: new Uint8Array([1, 2, 3]) });
    const { drafts, findings } = await take(warcOf([record]), 'a.warc.gz');
    expect(only(drafts).exhibit).toMatchObject({ body: { address: url, verbatim: '' } });
    expect(told({ findings })).toEqual(['unknown-form']);
  });

  test('packed or not has its pages, its pictures are none', async () => {
    for (const bytes of [warcOf([page, picture]), new Uint8Array([...page, ...picture])]) {
      const { survey, drafts } = await take(bytes, 'a.warc');
      expect(survey.parts).toHaveLength(1);
      expect(only(drafts).exhibit).toMatchObject({ title: 'Une colonne' });
      expect(told(survey)).toEqual(['records-same a.warc']);
    }
  });

  test('of answers in chunks, or sent packed, has the words that were shown', async () => {
    const packed = gzipSync(new TextEncoder().encode(html));
    const chunks = `5\r\n${html.slice(0, 5)}\r\n${(html.length - 5).toString(16)};x=y\r\n${html.slice(5)}\r\n0\r\n\r\n`;
    for (const [headers, body] of [
      [{ 'Content-Encoding': 'gzip' }, packed],
      [{ 'Transfer-Encoding': 'chunked' }, chunks],
      [{ 'Transfer-Encoding': 'chunked' }, html],
    ] as const) {
      const { drafts } = await take(warcOf([recordOf({ url, headers, body })]), 'a.warc.gz');
      expect(only(drafts).exhibit).toMatchObject({
        body: { verbatim: expect.stringContaining('La colonne est partie.') },
      });
    }
  });

  test('that is cut short, or goes on as something else, gives what came before and says where', async () => {
    const whole = warcOf([page, page]);
    expect(told((await take(whole.slice(0, whole.length - 40), 'a.warc')).survey)).toContain('cut-short record 2');
    const spoilt = new Uint8Array([...warcOf([page]), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(told((await take(spoilt, 'a.warc')).survey).some((one) => one.startsWith('not-readable'))).toBe(true);
    const endless = new TextEncoder().encode(`WARC/1.1\r\n${'x: y\r\n'.repeat(500)}`);
    expect(told((await take(endless, 'a.warc')).survey)).toEqual(['not-readable record 1']);
  });

  test('whatever its bytes are, ends with an answer', async () => {
    const whole = new Uint8Array([...page, ...picture]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.boolean(),
        async (changes, packs) => {
          const bytes = packs ? warcOf([whole]) : whole.slice();
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const drop = dropOf({ 'a.warc': bytes });
          const found = { main: 'a.warc', belongs: [] };
          const survey = await webArchive.survey(found, drop, () => undefined);
          for await (const item of webArchive.read(
            found,
            drop,
            { parts: new Set(survey.parts.map(({ id }) => id)) },
            () => undefined,
          ))
            expect(item).toBeDefined();
        },
      ),
      { numRuns: 60 },
    );
  });
});
