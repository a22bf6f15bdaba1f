import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareJournals, type EntryMark } from './compare.ts';

const entry = (device: string, seq: number, hash = `${device}${seq}`): EntryMark => ({
  device,
  seq,
  hash,
  at: `2031-01-0${seq}`,
  by: `person of ${device}`,
});

test('a file that goes on from here has all of here', () => {
  const here = [entry('a', 1), entry('a', 2)];
  expect(compareJournals(here, [...here, entry('b', 1), entry('b', 3)])).toEqual({
    here: null,
    file: { entries: 2, last: { at: '2031-01-03', by: 'person of b' } },
    parted: [],
  });
});

test('chains of one device that part are named', () => {
  const compared = compareJournals([entry('a', 1), entry('a', 2)], [entry('a', 1), entry('a', 2, 'other')]);
  expect(compared).toMatchObject({ here: { entries: 1 }, file: { entries: 1 }, parted: ['a'] });
});

test('what is only on one side is the same whichever way they are compared', () => {
  const journal = fc.uniqueArray(
    fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 5 }), fc.constantFrom('x', 'y')),
    { selector: ([device, seq]) => `${device} ${seq}` },
  );
  fc.assert(
    fc.property(journal, journal, (one, other) => {
      const marks = (list: [string, number, string][]) => list.map(([d, n, h]) => entry(d, n, h));
      const there = compareJournals(marks(one), marks(other));
      const back = compareJournals(marks(other), marks(one));
      expect([back.file, back.here, back.parted.sort()]).toEqual([there.here, there.file, there.parted.sort()]);
      expect((there.here?.entries ?? 0) - (there.file?.entries ?? 0)).toBe(one.length - other.length);
    }),
  );
});
