import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Exhibit, emptyExhibit } from '#domain/evidence/exhibit.ts';
import { newId } from '#domain/id.ts';
import type { Source } from '#domain/source.ts';
import { Clock } from '#domain/stamp.ts';
import type { Tag } from '#domain/tag.ts';
import { type ExhibitGround, filtersNothing, selectExhibits, sortKeys } from './select-exhibits.ts';

const clock = new Clock();
const device = newId();
const common = () => ({ id: newId(), case: device, made: { at: clock.next(device), by: device, device }, stamps: {} });

let number = 0;
function video(fields: Partial<Omit<Exhibit<'video'>, 'kind'>>): Exhibit<'video'> {
  number += 1;
  return { ...emptyExhibit('video'), ...common(), label: `EX-${number}`, ...fields };
}
const tag = (path: string): Tag => ({ ...common(), path, colour: 'none' });
const source = (name: string): Source => ({
  ...common(),
  name,
  aliases: [],
  what: 'channel',
  handles: [],
  party: false,
  confidential: false,
  pseudonym: '',
  remarks: '',
});
const byId = <T extends { id: string }>(records: T[]) => new Map(records.map((record) => [record.id, record]));
const ground = (fields: Partial<ExhibitGround> = {}): ExhibitGround => ({
  tags: new Map(),
  sources: new Map(),
  linked: new Set(),
  ...fields,
});
const byNumber = { by: 'number', direction: 'up' } as const;

describe('filtering', () => {
  test('words are found in any order, without case and accents, in Cyrillic too', () => {
    const storm = video({ title: 'Été de la tempête', description: 'Песчаная буря, Бой' });
    const other = video({ title: 'Convoi' });
    const find = (text: string) => selectExhibits([storm, other], ground(), { text }, byNumber);
    expect(find('TEMPETE ete')).toEqual([storm]);
    expect(find('бои буря')).toEqual([storm]);
    expect(find('tempete convoi')).toEqual([]);
    expect(find('  ')).toHaveLength(2);
  });

  test('a word may be the name of the source', () => {
    const zone = source('Серая зона');
    const from = video({ source: zone.id });
    expect(selectExhibits([from, video({})], ground({ sources: byId([zone]) }), { text: 'зона' }, byNumber)).toEqual([
      from,
    ]);
  });

  test('a tag is met by those nested under it, and not by one whose name only begins alike', () => {
    const [place, border, placebo] = [tag('place'), tag('place/border'), tag('placebo')];
    const [a, b, c] = [video({ tags: [place.id] }), video({ tags: [border.id] }), video({ tags: [placebo.id] })];
    const tags = byId([place, border, placebo]);
    expect(selectExhibits([a, b, c], ground({ tags }), { tags: [place.id] }, byNumber)).toEqual([a, b]);
    expect(selectExhibits([a, b, c], ground({ tags }), { tags: [border.id] }, byNumber)).toEqual([b]);
    expect(selectExhibits([a, b, c], ground({ tags }), { tags: [place.id, placebo.id] }, byNumber)).toEqual([]);
  });

  test('a moment lets through what may have happened within it; what has no date is left out', () => {
    const three = video({ happened: { edtf: '2024-07-25/2024-07-27' } });
    const decade = video({ happened: { edtf: '2024-07-2X' } });
    const later = video({ happened: { edtf: '2024-08' } });
    const during = { edtf: '2024-07-26' };
    expect(selectExhibits([three, decade, later, video({})], ground(), { during }, byNumber)).toEqual([three, decade]);
  });

  test('graphic, restricted, linked and held each ask yes or no', () => {
    const asset = { name: 'a', mime: 'video/mp4', bytes: 1, role: 'original' as const, order: 0 };
    const all = video({ graphic: true, restricted: true, assets: { ['0'.repeat(64)]: asset } });
    const none = video({});
    for (const flag of ['graphic', 'restricted', 'linked', 'held'] as const) {
      const with_ = ground({ linked: new Set([all.id]) });
      expect(selectExhibits([all, none], with_, { [flag]: 'yes' }, byNumber)).toEqual([all]);
      expect(selectExhibits([all, none], with_, { [flag]: 'no' }, byNumber)).toEqual([none]);
    }
  });

  test('an emptied filter filters nothing', () => {
    expect(filtersNothing({})).toBe(true);
    expect(filtersNothing({ text: '', kinds: [], tags: undefined })).toBe(true);
    expect(filtersNothing({ during: { edtf: '2024' } })).toBe(false);
    expect(filtersNothing({ linked: 'no' })).toBe(false);
  });
});

describe('sorting', () => {
  test('numbers go by their value, another device’s after the bare one', () => {
    const labels = ['EX-10', 'EX-2', 'EX-2K', 'EX-1'].map((label) => video({ label }));
    const sorted = selectExhibits(labels, ground(), {}, byNumber).map((e) => e.label);
    expect(sorted).toEqual(['EX-1', 'EX-2', 'EX-2K', 'EX-10']);
  });

  test('what has no date comes last, whichever way the dates go', () => {
    const [none, july, june] = [
      video({}),
      video({ happened: { edtf: '2024-07' } }),
      video({ published: { edtf: '2024-06' } }),
    ];
    const sorted = (direction: 'up' | 'down') =>
      selectExhibits([none, july, june], ground(), {}, { by: 'date', direction });
    expect(sorted('up')).toEqual([june, july, none]);
    expect(sorted('down')).toEqual([july, june, none]);
  });

  test('every sort gives every exhibit once, and the same order whatever order they came in', () => {
    const sources = [source('A'), source('B')];
    const made = Array.from({ length: 12 }, (_, i) =>
      video({
        title: i % 3 ? `T${i % 4}` : '',
        source: sources[i % 3]?.id,
        ...(i % 2 && { happened: { edtf: `2024-0${1 + (i % 5)}` } }),
      }),
    );
    fc.assert(
      fc.property(
        fc.shuffledSubarray(made, { minLength: 12 }),
        fc.constantFrom(...sortKeys),
        fc.constantFrom('up' as const, 'down' as const),
        (shuffled, by, direction) => {
          const from = ground({ sources: byId(sources) });
          expect(selectExhibits(shuffled, from, {}, { by, direction })).toEqual(
            selectExhibits(made, from, {}, { by, direction }),
          );
        },
      ),
    );
  });
});
