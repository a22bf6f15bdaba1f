import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Shot, shotsInOrder } from './kinds/video.ts';
import { type Shots, shotBars, withoutShot, withShotAfter, withShotAt, withShotMoved } from './shots.ts';

const shot = (seen: string, times: { from?: number; to?: number } = {}): Omit<Shot, 'order'> => ({
  seen,
  certainty: 'observed',
  describedBy: '',
  tags: [],
  ...times,
});
const list = (...shots: Omit<Shot, 'order'>[]): Shots =>
  shots.reduce<Shots>((all, one) => withShotAfter(all, null, one)[0], {});
const seen = (shots: Shots) => shotsInOrder({ ...shots }).map(([, one]) => one.seen);
const idOf = (shots: Shots, words: string) => Object.entries(shots).find(([, one]) => one.seen === words)?.[0] ?? '';

describe('the order of a shot list', () => {
  it('puts a new line behind the one named, and at the end for none', () => {
    const shots = list(shot('a'), shot('c'));
    expect(seen(withShotAfter(shots, idOf(shots, 'a'), shot('b'))[0])).toEqual(['a', 'b', 'c']);
    expect(seen(withShotAfter(shots, null, shot('d'))[0])).toEqual(['a', 'c', 'd']);
  });

  it('touches no other line when one is put between', () => {
    const shots = list(shot('a'), shot('c'));
    const [next, id] = withShotAfter(shots, idOf(shots, 'a'), shot('b'));
    expect(withoutShot(next, id)).toEqual(shots);
  });

  it('puts a line at a time among those that have one', () => {
    const shots = list(shot('a', { from: 1 }), shot('no time'), shot('c', { from: 9 }));
    expect(seen(withShotAt(shots, 5, shot('b'))[0])).toEqual(['a', 'b', 'no time', 'c']);
    expect(seen(withShotAt(shots, 0, shot('first'))[0])).toEqual(['first', 'a', 'no time', 'c']);
    expect(seen(withShotAt(shots, 20, shot('last'))[0]).at(-1)).toBe('last');
    expect(seen(withShotAt({}, 3, shot('only'))[0])).toEqual(['only']);
  });

  it('moves a line by one place and no farther than the ends', () => {
    const shots = list(shot('a'), shot('b'), shot('c'));
    expect(seen(withShotMoved(shots, idOf(shots, 'c'), -1))).toEqual(['a', 'c', 'b']);
    expect(withShotMoved(shots, idOf(shots, 'a'), -1)).toBe(shots);
  });

  it('stays right after any number of moves', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.constantFrom(-1 as const, 1 as const)), { maxLength: 120 }),
        (moves) => {
          let shots = list(shot('a'), shot('b'), shot('c'), shot('d'));
          const order = ['a', 'b', 'c', 'd'];
          for (const [which, by] of moves) {
            const words = 'abcd'[which] ?? 'a';
            shots = withShotMoved(shots, idOf(shots, words), by);
            const at = order.indexOf(words);
            if (at + by >= 0 && at + by < 4) order.splice(at + by, 0, ...order.splice(at, 1));
          }
          expect(seen(shots)).toEqual(order);
        },
      ),
    );
  });
});

describe('the strip of a shot list', () => {
  it('is proportional to the film, open ends going to the next line', () => {
    const shots = list(
      shot('a', { from: 0, to: 2 }),
      shot('b', { from: 2 }),
      shot('none'),
      shot('c', { from: 8, to: 10 }),
    );
    expect(shotBars(shots, 10).map(({ from, to, isOpen }) => [from, to, isOpen])).toEqual([
      [0, 0.2, false],
      [0.2, 0.8, true],
      [0.8, 1, false],
    ]);
  });

  it('has no bar without a time', () => {
    expect(shotBars(list(shot('a')), 10)).toEqual([]);
  });
});
