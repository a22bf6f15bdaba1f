import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#domain/json.ts';
import { readPythonLiteral } from './auto-archiver/python-literal.ts';
import { autoArchiver } from './auto-archiver.ts';
import { dropOf, only, readAll } from './drop.fixture.ts';
import { recogniseAll } from './importers.ts';

/** What Python's `repr` writes of a JSON value. */
function repr(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
    const escaped = value
      .replace(/\\/g, '\\\\')
      .replaceAll(quote, `\\${quote}`)
      .replace(/\n/g, '\\n')
      .replace(/\p{Cc}/gu, (c) => `\\x${(c.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`)
      .replace(/[\u{10000}-\u{10ffff}]/gu, (c) => `\\U${(c.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`);
    return quote + escaped + quote;
  }
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([name, one]) => `${repr(name)}: ${repr(one)}`)
    .join(', ')}}`;
}

describe('Python literals', () => {
  test('what Python writes of a value is read as that value', () => {
    const json: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom("'", '"', '\\', 'n', '\n', '\0', 'Ж') }),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie('json'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).json;
    fc.assert(
      fc.property(json, (value) => {
        expect(readPythonLiteral(repr(value))).toEqual({ ok: true, value });
      }),
    );
  });

  test('dates become what str() gives, sets and tuples lists, other calls their text, large numbers their digits', () => {
    const read = (text: string) => readPythonLiteral(text);
    expect(read('datetime.datetime(2024, 7, 27, 18, 0, 1, 5, tzinfo=datetime.timezone.utc)')).toEqual({
      ok: true,
      value: '2024-07-27 18:00:01.000005+00:00',
    });
    expect(
      read(
        'datetime.datetime(2024, 7, 27, 18, 0, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400)))',
      ),
    ).toEqual({ ok: true, value: '2024-07-27 18:00:00-05:00' });
    expect(read("({1, 2}, [(3,)], Decimal('1.5'), 12345678901234567890, nan, -inf, 1_000)")).toEqual({
      ok: true,
      value: [[1, 2], [[3]], "Decimal('1.5')", '12345678901234567890', 'nan', '-inf', 1000],
    });
  });

  test('nothing is run, nothing is too deep, and what is none says where', () => {
    expect(readPythonLiteral("__import__('os').system('x')")).toEqual({ ok: false, code: 'not-a-literal', at: 16 });
    expect(readPythonLiteral('['.repeat(100_000))).toMatchObject({ ok: false, code: 'too-deep' });
    expect(readPythonLiteral("{'a': ")).toMatchObject({ ok: false, code: 'not-a-literal' });
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readPythonLiteral(text).ok).toBeTypeOf('boolean');
      }),
    );
    const odd = readPythonLiteral("{'__proto__': {'polluted': True}}");
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(odd).toMatchObject({ ok: true });
  });
});

const sheet =
  'Case 7,,,,,,,,\r\n' +
  'Link,Archive status,Destination folder,Archive location,Archive date,Thumbnail,Upload timestamp,Upload title,Text content\r\n' +
  'https://t.me/channel/12,telegram: success,,"https://s3.a.b/1.html\nhttps://s3.a.b/2.html",2024-07-28T10:00:00+00:00,"=IMAGE(""https://s3.a.b/t.jpg"")",2024-07-27T18:00:00+00:00,,Бой шёл\r\n' +
  'https://youtu.be/x,Archive failed,,,,,,,\r\n' +
  ',,,,,,,left over,\r\n';

describe('the sheet', () => {
  test('each row with a link is an exhibit; several addresses in a cell, a formula, a header that is not the first row', async () => {
    const { drafts, findings } = await readAll(autoArchiver, dropOf({ 'sheet.csv': sheet }), 'sheet.csv');
    expect(drafts[0]).toMatchObject({
      exhibit: {
        kind: 'telegram',
        published: { from: '2024-07-27T18:00:00', zone: '+00:00' },
        collected: { tool: 'auto-archiver', at: { from: '2024-07-28T10:00:00' } },
        availability: { archived: 'https://s3.a.b/1.html' },
        body: { link: 'https://t.me/channel/12', text: [{ text: 'Бой шёл' }] },
      },
      raw: {
        row: 3,
        cells: {
          Thumbnail: '=IMAGE("https://s3.a.b/t.jpg")',
          'Archive location': 'https://s3.a.b/1.html\nhttps://s3.a.b/2.html',
        },
      },
    });
    expect(drafts[1]).toMatchObject({ exhibit: { kind: 'video', body: { link: 'https://youtu.be/x' } } });
    expect(findings).toEqual([
      { code: 'not-exported', path: 'sheet.csv', place: 'row 4', detail: 'Archive failed' },
      { code: 'not-an-address', path: 'sheet.csv', place: 'row 5', detail: '' },
    ]);
  });
});

const media = 'media of the page';
const sha256 = '5a3c0c7c1e9a6f1a8ce2e0c1d8d1d8b5c3e0e9a7c6f14e0f9d2b7d3f5c8a1b2e';
const metadata = (hash: string) =>
  JSON.stringify(
    {
      status: 'telegram_extractor: success',
      metadata: {
        _processed_at: '2024-07-28 10:00:00.000005+00:00',
        url: 'https://t.me/channel/12',
        timestamp: '2024-07-27 18:00:00+00:00',
        content: 'Бой шёл',
      },
      media: [
        {
          filename: '/tmp/tmpab12/film.mp4',
          _key: null,
          urls: [],
          properties: {
            hash,
            thumbnails: [{ filename: '/tmp/tmpab12/t_1.jpg', urls: [], properties: { id: 'thumbnail_1' } }],
          },
          _mimetype: 'video/mp4',
        },
        { filename: '/tmp/tmpab12/gone.html', urls: [], properties: { id: 'html' } },
      ],
    },
    null,
    4,
  );
const files = (hash: string) => ({
  'a/metadata.json': metadata(hash),
  'a/film.mp4': media,
  'a/t_1.jpg': 'x',
  'b/film.mp4': 'other',
});

describe('metadata.json', () => {
  test('its media lie beside it and are compared with the hash that stands there', async () => {
    const own = [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(media)))];
    const hex = own.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const { found, drafts, findings } = await readAll(autoArchiver, dropOf(files(`SHA-256:${hex}`)), 'a/metadata.json');
    expect(found.belongs).toEqual(['a/film.mp4', 'a/t_1.jpg']);
    expect(only(drafts).files.map(({ path, role }) => [path, role])).toEqual([
      ['a/film.mp4', 'sidecar'],
      ['a/t_1.jpg', 'frame'],
      ['a/metadata.json', 'sidecar'],
    ]);
    expect(findings).toEqual([
      { code: 'hash-same', path: 'a/film.mp4', place: 'media 1', detail: `SHA-256:${hex}` },
      { code: 'file-missing', path: 'a/metadata.json', place: 'media 3', detail: 'gone.html' },
    ]);
    const altered = await readAll(autoArchiver, dropOf(files(`SHA-256:${sha256}`)), 'a/metadata.json');
    expect(altered.findings[0]).toMatchObject({ code: 'hash-differs', path: 'a/film.mp4' });
  });

  test('a row of the CSV database about the same archiving is the same exhibit', async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const row = [
      'telegram_extractor: success',
      cell(
        "{'_processed_at': datetime.datetime(2024, 7, 28, 10, 0, 0, 5, tzinfo=datetime.timezone.utc), 'url': 'https://t.me/channel/12', 'timestamp': datetime.datetime(2024, 7, 27, 18, 0, tzinfo=datetime.timezone.utc), 'content': 'Бой шёл'}",
      ),
      cell(
        "[{'filename': '/tmp/film.mp4', '_key': None, 'urls': ['https://a.b/film.mp4'], 'properties': {'hash': 'SHA-256:00'}}]",
      ),
    ].join(',');
    const drop = dropOf({
      'db.csv': `status,metadata,media\r\n${row}\r\nbroken,"{'url': ",[]\r\n`,
      ...files('SHA-256:0'),
    });
    const [db, json] = [
      await readAll(autoArchiver, drop, 'db.csv'),
      await readAll(autoArchiver, drop, 'a/metadata.json'),
    ];
    const [one, other] = [only(db.drafts), only(json.drafts)];
    expect([one.key, one.edition]).toEqual([other.key, other.edition]);
    expect(one.raw).toMatchObject({ media: [{ urls: ['https://a.b/film.mp4'] }] });
    expect(db.findings).toMatchObject([{ code: 'not-readable', place: 'row 3, character 8' }]);
  });

  test('other tables and other JSON are not taken for it', async () => {
    const drop = dropOf({
      'a.json': '{"status": "ok", "metadata": {}, "media": []}',
      'b.csv': 'link,status\nhttps://a.b,ok\n',
    });
    expect((await recogniseAll(drop)).map(({ importer }) => importer.name)).toEqual(['table', 'other-file']);
  });
});
