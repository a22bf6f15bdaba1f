import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { emptyExhibit } from '#domain/evidence/exhibit.ts';
import { makeCase } from '#store/cases.ts';
import { change } from '#store/change.ts';
import { OpenCase } from '#store/open-case.ts';
import { notePage, type PageWords } from './note-page.ts';
import { registerCsv } from './register.ts';

const words: PageWords = {
  locale: 'en',
  annex: 'Annex',
  claims: 'Claims',
  graphic: 'Graphic',
  source: 'Source',
  happened: 'Happened',
  published: 'Published',
  place: 'Place',
  address: 'Address',
  kind: (kind) => kind,
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
  });
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv).not.toContain('Jane Doe');
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
    cites: [exhibit.id],
    words: 0,
    order: 0,
  };
  const document = { root: { type: 'root' as const, children: [] } };
  const picture = async () => 'data:image/png;base64,AAAA';
  const page = await notePage('T', [{ note, document }], opened.state, words, picture);
  expect(page).toContain('<details><summary>Graphic</summary><img loading="lazy"');
  expect(page).toContain('&#60;b&#62;Title');
  expect(page).not.toMatch(/<script|<link|<iframe|src="(?!data:)|Jane Doe/);
  expect(page).toMatch(/default-src 'none'; img-src data:; style-src 'sha256-[\w+/=]+'/);
  opened.close();
});
