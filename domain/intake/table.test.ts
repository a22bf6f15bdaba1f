import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { dropOf, only, readAll, recognised } from './drop.fixture.ts';
import { recogniseAll } from './importers.ts';
import { type Field, type Mapping, mappingProblems, proposeFields } from './table/mapping.ts';
import { RowSplitter, separators } from './table/row-splitter.ts';
import { orderTold, readTableDate } from './table/table-date.ts';
import { guessForm } from './table/table-form.ts';
import { MOST_ROWS } from './table/table-rows.ts';
import { TABLE_ROWS, table } from './table.ts';

const mapping = (columns: readonly Field[], more: Partial<Mapping> = {}): Mapping => ({
  form: { encoding: 'utf-8', separator: ',', quote: '"', header: 'yes' },
  kind: 'by-address',
  columns: [...columns],
  dates: 'not-chosen',
  zone: 'unknown',
  tagSeparator: ',',
  same: 'row',
  ...more,
});
const rows = (text: string | Uint8Array, said: Mapping, name = 't.csv') =>
  readAll(table, dropOf({ [name]: text }), name, { parts: new Set([TABLE_ROWS]), mapping: said });

/** All rows of a text that comes in pieces of a length. */
function split(text: string, length: number, separator: (typeof separators)[number] = ','): string[][] {
  const splitter = new RowSplitter({ separator, quote: '"' });
  const all = [];
  for (let at = 0; at < text.length; at += length) all.push(...splitter.push(text.slice(at, at + length)));
  return [...all, ...splitter.end()].map(({ cells }) => [...cells]);
}

describe('rows', () => {
  test('what a CSV writer writes is read back, wherever the pieces are cut', () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'Ж', ' ', ',', ';', '\t', '|', '"', "'", '\n', '\r', '=', '\0') }),
      fc.string(),
    );
    const data = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(data, fc.constantFrom(...separators), fc.integer({ min: 1, max: 9 }), (table, separator, length) => {
        const text = Papa.unparse(table, { delimiter: separator, newline: '\r\n', quotes: true });
        expect(split(text, length, separator)).toEqual(table);
      }),
    );
  });

  test('line ends may be mixed, a quotation mark inside a cell is a letter, text after a closing one belongs to it', () => {
    expect(split('a,b\r\nc,d\ne,"f ""g"""\rO"Neil,"h"i\n', 3)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f "g"'],
      ['O"Neil', 'hi'],
    ]);
  });

  test('a quotation mark that nobody closes ends with its row told, and what lies far behind it is read again', () => {
    const splitter = new RowSplitter({ separator: ',', quote: '"' });
    const pieces = ['a,"b\n', ...Array.from({ length: 600 }, () => 'c\n'.repeat(1000)), 'x,y\n'];
    const read = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
    expect(read[0]).toMatchObject({ n: 1, fault: 'unclosed' });
    expect(read.at(-1)).toEqual({ n: 600_002, cells: ['x', 'y'] });
    const short = new RowSplitter({ separator: ',', quote: '"' });
    expect([...short.push('a,"b\nc'), ...short.end()]).toEqual([{ n: 1, cells: ['a', 'b\nc'], fault: 'unclosed' }]);
  });
});

describe('what it is', () => {
  const guess = (text: string) => guessForm(new TextEncoder().encode(text), 'whole');

  test('the separator is what most rows agree on; a header is words', () => {
    expect(guess('link;text\nhttps://a.b/1;"x, y"\nhttps://a.b/2;"z, w, v"\n').form).toEqual({
      encoding: 'utf-8',
      separator: ';',
      quote: '"',
      header: 'yes',
    });
    expect(guess('1\t2024-01-02\n2\t2024-01-03\n').form).toMatchObject({ separator: '\t', header: 'no' });
    expect(guess("a|b\n'x|y'|z\n'v|w'|u\n").form).toMatchObject({ separator: '|', quote: "'" });
    expect(guess('sep=;\r\na,b;c\r\n1,2;3\r\n').form).toMatchObject({ separator: ';' });
  });

  test('prose, lists, code, JSON and a Markdown table are no tables; a renamed one is', async () => {
    const drop = dropOf({
      'prose.txt': 'One thing, and another.\nIt was late, they said, and dark.\nNobody came.\n',
      'list.txt': 'one\ntwo\nthree\n',
      'a.json': '[1,2,3]\n[1,2,3]\n[1,2,3]',
      'a.md': '| a | b |\n| - | - |\n| c | d |\n',
      'renamed.bin': 'a,b,c\n1,2,3\n4,5,6\n',
      'one-column.csv': 'link\nhttps://t.me/a/1\n',
    });
    const found = (await recogniseAll(drop)).filter(({ importer }) => importer === table).map((one) => one.found.main);
    expect(found).toEqual(['renamed.bin', 'one-column.csv']);
  });

  test('the encoding is that of the whole file: Cyrillic of Windows far behind plain beginnings, UTF-16 with its mark', async () => {
    const late = new Uint8Array([
      ...new TextEncoder().encode(`a,b\n${'x,y\n'.repeat(80_000)}`),
      0xcf,
      0xf0,
      0xe8,
      44,
      0xe2,
    ]);
    const { survey } = await readAll(table, dropOf({ 'a.csv': late }), 'a.csv');
    expect(survey.table?.form.encoding).toBe('windows-1251');
    expect(only(survey.parts.filter(({ needs }) => needs === 'mapping')).counts).toEqual({ row: 80_001 });
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[...'a;b\r\nЖ;"x"\r\n'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    const read = await rows(
      wide,
      mapping(['text', 'keep'], { form: { encoding: 'utf-16le', separator: ';', quote: '"', header: 'yes' } }),
    );
    expect(read.survey.table?.form).toMatchObject({ encoding: 'utf-16le', separator: ';' });
    expect(only(read.drafts).raw).toEqual({ row: 2, cells: { a: 'Ж', b: 'x' } });
  });

  test('an empty file is none; one with a header only has nothing inside', async () => {
    expect(await recognised(table, dropOf({ 'a.csv': '' }), 'a.csv')).toBeUndefined();
    const { survey } = await readAll(table, dropOf({ 'a.csv': 'link,date\n' }), 'a.csv');
    expect(survey.findings).toEqual([{ code: 'nothing-inside', path: 'a.csv' }]);
  });
});

describe('dates', () => {
  test('3/4/2024 is two dates until an order is chosen; 27/7/2024 is one', () => {
    expect(readTableDate('3/4/2024', 'not-chosen', 'unknown')).toEqual({ ok: false, code: 'two-dates' });
    expect(readTableDate('3/4/2024', 'day-first', 'unknown')).toMatchObject({ moment: { edtf: '2024-04-03' } });
    expect(readTableDate('3/4/2024', 'month-first', 'unknown')).toMatchObject({ moment: { edtf: '2024-03-04' } });
    expect(readTableDate('27/7/2024', 'not-chosen', 'unknown')).toMatchObject({ moment: { edtf: '2024-07-27' } });
    expect(readTableDate('27/7/2024', 'month-first', 'unknown')).toEqual({ ok: false, code: 'not-a-date' });
    expect(readTableDate('31.02.2024', 'day-first', 'unknown')).toEqual({ ok: false, code: 'not-a-date' });
    expect(readTableDate('45500', 'not-chosen', 'unknown')).toEqual({ ok: false, code: 'not-a-date' });
  });

  test('times keep the zone that is written, else the one that was chosen, and the words', () => {
    const read = (text: string, zone = 'unknown') => readTableDate(text, 'month-first', zone);
    expect(read('7/27/2024 12:05 AM')).toMatchObject({
      moment: { from: '2024-07-27T00:05', zone: 'unknown', words: '7/27/2024 12:05 AM' },
    });
    expect(read('7/27/2024 18:30 +0200')).toMatchObject({ moment: { from: '2024-07-27T18:30', zone: '+02:00' } });
    expect(read('2024-07-27T18:30:00Z', '+02:00')).toMatchObject({ moment: { zone: 'Z' } });
    expect(read('27 July 2024 18:30', '+02:00')).toMatchObject({
      moment: { from: '2024-07-27T18:30', zone: '+02:00' },
    });
    expect(read('7/27/2024 13:05 PM').ok).toBe(false);
    expect(readTableDate('1722096000', 'seconds', 'unknown')).toMatchObject({
      moment: { from: '2024-07-27T16:00:00', zone: 'Z' },
    });
  });

  test('a column tells its order by the dates that can be read in one way only', () => {
    expect(orderTold(['3/4/2024', '27/7/2024'])).toBe('day-first');
    expect(orderTold(['3/4/2024', '7/27/2024'])).toBe('month-first');
    expect(orderTold(['27/4/2024', '7/27/2024'])).toBe('both');
    expect(orderTold(['3/4/2024'])).toBeUndefined();
  });
});

describe('rows become exhibits', () => {
  test('each with its kind by its address, its tags, its place, and all its cells', async () => {
    const { drafts, findings } = await rows(
      'Link,Date,Who,Lat,Lon,Tags,Text,Secret\r\n' +
        'https://t.me/channel/12,2024-07-27,Channel A,20.45,1.98,"tank, place/ border ",Бой,s\r\n' +
        '"=HYPERLINK(""https://youtu.be/x"",""film"")",,B,,,,"=cmd|\' /C calc\'!A0",\r\n',
      mapping(['address', 'published', 'account', 'latitude', 'longitude', 'tags', 'text', 'leave']),
    );
    expect(findings).toEqual([]);
    const [post, film] = drafts;
    expect(post).toMatchObject({
      exhibit: {
        kind: 'telegram',
        published: { edtf: '2024-07-27' },
        place: { at: { lat: 20.45, lon: 1.98 }, how: 'stated' },
        body: { link: 'https://t.me/channel/12', message: 12, channel: { name: 'Channel A', handle: 'channel' } },
      },
      tags: ['tank', 'place/border'],
      source: { name: 'Channel A' },
    });
    expect(post?.raw).toMatchObject({ row: 2, cells: { Tags: 'tank, place/ border ' } });
    expect(JSON.stringify(post?.raw)).not.toContain('Secret');
    // A formula is its text, or the address that it names.
    expect(film?.exhibit).toMatchObject({
      kind: 'video',
      description: "=cmd|' /C calc'!A0",
      body: { link: 'https://youtu.be/x' },
    });
  });

  test('a cell that is not what its column was said to be leaves its row, told with row and column', async () => {
    const { drafts, findings } = await rows(
      'Link,When,Point\nhttps://a.b,32.01.2024,\njavascript:alert(1),,\nhttps://a.b,3/4/2024,"91, 3"\nhttps://a.b,,\nhttps://a.b,,,,shifted\nhttps://a.b\n',
      mapping(['address', 'published', 'coordinates']),
    );
    expect(drafts.map(({ raw }) => raw)).toMatchObject([{ row: 5 }, { row: 7 }]);
    expect(findings).toEqual([
      { code: 'not-a-date', path: 't.csv', place: 'row 2, When', detail: '32.01.2024' },
      { code: 'not-an-address', path: 't.csv', place: 'row 3, Link', detail: 'javascript:alert(1)' },
      { code: 'two-dates', path: 't.csv', place: 'row 4, When', detail: '3/4/2024' },
      { code: 'not-a-place', path: 't.csv', place: 'row 4, Point', detail: '91, 3' },
      { code: 'row-too-long', path: 't.csv', place: 'row 6', detail: 'shifted' },
      { code: 'row-too-short', path: 't.csv', place: 'row 7', detail: '1 / 3' },
    ]);
  });

  test('the same file gives the same names; with a column as name, another file of the same columns does too', async () => {
    const text = 'id,text\n7,one\n8,two\n7,three\n,four\n';
    const byRow = mapping(['keep', 'text']);
    const [first, again] = [
      await rows(text, byRow),
      await rows(text, mapping(['keep', 'title'], { kind: 'statement' })),
    ];
    expect(first.drafts.map(({ key, edition }) => [key, edition])).toEqual(
      again.drafts.map(({ key, edition }) => [key, edition]),
    );
    expect(new Set(first.drafts.map(({ key }) => key)).size).toBe(4);

    const byId = mapping(['keep', 'text'], { same: 0 });
    const [old, changed] = [await rows(text, byId), await rows('id,text\n8,two\n7,ONE\n', byId)];
    expect(old.findings.map(({ code, place }) => [code, place])).toEqual([
      ['row-again', 'row 4, id'],
      ['row-without-id', 'row 5, id'],
    ]);
    expect(changed.drafts.map(({ key }) => key).sort()).toEqual(old.drafts.map(({ key }) => key).sort());
    expect(changed.drafts[0]?.edition).toBe(old.drafts[1]?.edition);
    expect(changed.drafts[1]?.edition).not.toBe(old.drafts[0]?.edition);
  });

  test('columns without a name, with the same one, or with one that every object has keep their cells apart', async () => {
    const { drafts } = await rows('a,,a,__proto__\n1,2,3,4\n', mapping(['text', 'keep', 'keep', 'keep']));
    expect(only(drafts).raw).toEqual({ row: 2, cells: { a: '1', '#2': '2', 'a #3': '3', '#4': '4' } });
  });

  test('without a mapping no row is taken', async () => {
    const { drafts } = await readAll(table, dropOf({ 't.csv': 'a,b\n1,2\n' }), 't.csv', {
      parts: new Set([TABLE_ROWS]),
    });
    expect(drafts).toEqual([]);
  });

  test('two hundred and fifty thousand rows are read; that there are more is told', { timeout: 120_000 }, async () => {
    const text = `link,text\n${Array.from({ length: MOST_ROWS + 1 }, (_, n) => `https://a.b/${n},word ${n}`).join('\n')}`;
    const { drafts, findings } = await rows(text, mapping(['address', 'text']));
    expect(drafts).toHaveLength(MOST_ROWS);
    expect(findings).toEqual([{ code: 'too-large', path: 't.csv', place: `row ${MOST_ROWS}` }]);
  });
});

test('columns are proposed by their names, each field once, and a mapping says what stands in its way', () => {
  expect(proposeFields(['URL', 'Дата', 'Lat.', 'Long', 'link', 'Étiquettes', 'x9'])).toEqual([
    'address',
    'published',
    'latitude',
    'longitude',
    'keep',
    'tags',
    'keep',
  ]);
  expect(mappingProblems(mapping(['address', 'address', 'latitude']))).toEqual([
    { code: 'twice', field: 'address' },
    { code: 'half-a-point' },
  ]);
  expect(mappingProblems(mapping(['keep', 'leave']))).toEqual([{ code: 'nothing' }]);
});
