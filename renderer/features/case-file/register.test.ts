import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { emptyExhibit } from '#domain/evidence/exhibit.ts';
import { rootOf } from '#domain/note/document.ts';
import { makeCase } from '#store/cases.ts';
import { change } from '#store/change.ts';
import { OpenCase } from '#store/open-case.ts';
import { notePage, type PageWords } from './note-page.ts';
import { registerCsv } from './register.ts';

const words: PageWords = {
  locale: 'en',
  annex: 'Annex',
  claims: 'Claims',
  claimants: 'Claimed by',
  standing: 'Standing',
  graphic: 'Graphic',
  source: 'Source',
  happened: 'Happened',
  published: 'Published',
  place: 'Place',
  address: 'Address',
  kind: (kind) => kind,
  status: (status) => status,
  stance: (stance) => stance,
  written: () => '',
};

async function aCase() {
  const id = await makeCase({ title: 'A case', summary: '', language: 'en', likelihood: 'icd-203' });
  const { exhibit } = await change(id, 'exhibit.make', async (c) => {
    const source = await c.make('sources', {
      name: 'Jane Doe',
      aliases: [],
      what: 'witness',
      handles: [],
      party: false,
      confidential: true,
      pseudonym: 'Witness 1',
      remarks: '',
    });
    return {
      exhibit: await c.make('exhibits', {
        ...emptyExhibit('photo'),
        title: '=HYPERLINK("http://example.org")',
        description: 'two\nlines, "quoted"',
        collected: { tool: '=1+1\n2', method: '＝1+1' },
        place: { name: 'x', at: { lat: 20.25, lon: -1.5 }, precision: 'locality', how: 'stated' },
        source: source.id,
        graphic: true,
        assets: {
          ['a'.repeat(64)]: { name: 'a.png', mime: 'image/png', bytes: 10, role: 'original', order: 0 },
        },
      }),
    };
  });
  return { opened: await OpenCase.open(id), exhibit };
}

test('the register has every exhibit, no formula, and no confidential name', async () => {
  const { opened } = await aCase();
  const csv = registerCsv(opened.state);
  const { data, errors } = Papa.parse<Record<string, string>>(csv.slice(1).trimEnd(), { header: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({
    exhibit: 'EX-1',
    title: `'=HYPERLINK("http://example.org")`,
    description: 'two\nlines, "quoted"',
    source: 'Witness 1',
    graphic: 'yes',
    longitude: '-1.5',
    tool: "'=1+1\n2",
    method: "'＝1+1",
  });
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv).not.toContain('Jane Doe');
  opened.close();
});

test('the register gives any text back as it was, but for the apostrophe before what a spreadsheet would run', async () => {
  const { opened, exhibit } = await aCase();
  const text = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",;\'|aЯ٣ ＝1.'.split('')) });
  fc.assert(
    fc.property(text, text, (description, tool) => {
      const changed = { ...exhibit, description, collected: { tool } };
      const state = { ...opened.state, exhibits: new Map([[exhibit.id, changed]]) };
      const { data } = Papa.parse<Record<string, string>>(registerCsv(state).slice(1, -2), { header: true });
      for (const [was, is] of [
        [description, data[0]?.description ?? ''],
        [tool, data[0]?.tool ?? ''],
      ] as const) {
        if (is !== was) expect(is).toBe(`'${was}`);
        expect(is).not.toMatch(/^[=+@\t\r\n＝]|^-(?!\d+(\.\d+)?$)/);
      }
    }),
  );
  opened.close();
});

test('a page folds graphic pictures away, and loads and runs nothing', async () => {
  const { opened, exhibit } = await aCase();
  const note = {
    id: exhibit.id,
    case: exhibit.case,
    made: exhibit.made,
    stamps: {},
    title: '<b>Title</b>',
    revision: '',
    cites: [],
    words: 0,
    order: 0,
  };
  const document = { root: rootOf([{ type: 'exhibit-image', exhibit: exhibit.id, asset: 'a'.repeat(64) }]) };
  const picture = async () => 'data:image/png;base64,AAAA';
  const page = await notePage('T', [{ note, document }], opened.state, words, picture);
  expect(page.match(/<img/g)).toHaveLength(2);
  expect(page.match(/<details><summary>Graphic<\/summary><img decoding="async"/g)).toHaveLength(2);
  expect(page).toContain(`<section id="exhibit-${exhibit.id}">`);
  expect(page).toContain('&#60;b&#62;Title');
  expect(page).not.toMatch(/<script|<link|<iframe|src="(?!data:)|Jane Doe/);
  expect(page).toMatch(/default-src 'none'; img-src data:; style-src 'sha256-[\w+/=]+'/);
  opened.close();
});
