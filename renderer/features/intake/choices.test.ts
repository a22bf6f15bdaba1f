import { expect, test } from 'vitest';
import { type Exhibit, emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Mapping } from '#domain/intake/table/mapping.ts';
import { allOf, chosenOf, firstChoices, hereOf, withFinds } from './choices.ts';
import type { Found } from './intake-protocol.ts';

const find = (n: number, sha256: string): Found => ({
  n,
  importer: 'photo',
  version: '1',
  main: `${n}.jpg`,
  bytes: 1,
  belongs: 0,
  hasListing: false,
  leftUnlessChosen: false,
  survey: {
    title: `${n}.jpg`,
    parts: [{ id: 'whole', title: '', counts: { photo: 1 } }],
    findings: [],
    things: [{ key: `sha256:${sha256}`, edition: sha256 }],
  },
});
const stamp = { at: '2024-07-27T18:30:00.000Z-0000-00000000', by: 'x', device: 'd' };
const exhibit = (label: string, fields: Pick<Exhibit, 'assets' | 'key' | 'edition'>): Exhibit => ({
  ...emptyExhibit('photo'),
  id: label,
  case: 'c',
  made: stamp,
  stamps: {},
  label,
  ...fields,
});
const use = { name: 'x.jpg', mime: 'image/jpeg', bytes: 1, role: 'original' as const, order: 0 };

test('the same bytes twice in one drop: the second is told and not chosen at first', () => {
  const found = [find(0, 'a'), find(1, 'b'), find(2, 'a')];
  const here = hereOf(found, [], []);
  expect(here.get(0)).toMatchObject({ here: 0 });
  expect(here.get(2)).toMatchObject({ here: 1, total: 1, twinOf: '0.jpg' });
  expect([...firstChoices(found, here).keys()]).toEqual([0, 1]);
});

test('what is in the case is here once, however often it was given', () => {
  const held = exhibit('EX-1', { key: 'sha256:a', edition: 'a', assets: { a: use } });
  const here = hereOf([find(0, 'a'), find(1, 'a')], [held], []);
  for (const n of [0, 1]) expect(here.get(n)).toEqual({ total: 1, here: 1, inTrash: 0, edited: 0, alsoIn: [] });
});

test('bytes that are a part of another exhibit are told, and can be taken in all the same', () => {
  const post = exhibit('EX-7', { key: 'telegram:1', edition: 'e', assets: { a: use } });
  const found = [find(0, 'a')];
  const here = hereOf(found, [post], []);
  expect(here.get(0)).toMatchObject({ here: 0, alsoIn: ['EX-7'] });
  expect(firstChoices(found, here).size).toBe(1);
});

test('the rows of a table are chosen only once its columns are said, and read with what was said', () => {
  const table: Found = {
    ...find(0, 'a'),
    leftUnlessChosen: true,
    survey: {
      title: 'a.csv',
      parts: [
        { id: 'table-rows', title: '', counts: { row: 2 }, needs: 'mapping' },
        { id: 'table-file', title: '', counts: { document: 1 } },
      ],
      findings: [],
    },
  };
  const mapping: Mapping = {
    form: { encoding: 'utf-8', separator: ',', quote: '"', header: 'yes' },
    kind: 'document',
    columns: ['text'],
    dates: 'not-chosen',
    zone: 'unknown',
    tagSeparator: ',',
    same: 'row',
  };
  expect(firstChoices([table], new Map()).size).toBe(0);
  expect(allOf(table).parts).toEqual(new Set(['table-file']));
  const mappings = new Map([[0, mapping]]);
  const choices = withFinds(new Map(), [table], true, mappings);
  expect(chosenOf(choices, new Map(), mappings)).toEqual([
    { n: 0, choice: { parts: new Set(['table-rows']), mapping } },
  ]);
});
