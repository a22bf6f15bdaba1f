import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idsBetween, movedIndex, withToggled } from './row-selection.ts';

describe('moving through rows', () => {
  test('arrows stop at both ends', () => {
    expect(movedIndex('ArrowDown', -1, 3, 10)).toBe(0);
    expect(movedIndex('ArrowDown', 2, 3, 10)).toBe(2);
    expect(movedIndex('ArrowUp', 0, 3, 10)).toBe(0);
  });

  test('Home, End and the page keys', () => {
    expect(movedIndex('End', 0, 100, 10)).toBe(99);
    expect(movedIndex('Home', 50, 100, 10)).toBe(0);
    expect(movedIndex('PageDown', 95, 100, 10)).toBe(99);
    expect(movedIndex('PageUp', 50, 100, 10)).toBe(40);
  });

  test('no key leaves the list, and an empty list has no row to go to', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'c'),
        fc.integer({ min: -1, max: 500 }),
        fc.nat(500),
        fc.integer({ min: 1, max: 50 }),
        (key, index, count, page) => {
          const to = movedIndex(key, index, count, page);
          if (count === 0 || key === 'c') expect(to).toBeUndefined();
          else expect(to !== undefined && to >= 0 && to < count).toBe(true);
        },
      ),
    );
  });
});

test('a range has both its ends, in either direction', () => {
  expect([...idsBetween(['a', 'b', 'c', 'd'], 3, 1)]).toEqual(['b', 'c', 'd']);
});

test('toggling twice changes nothing, and never the given set', () => {
  const selection = new Set(['a']);
  expect(withToggled(withToggled(selection, 'b'), 'b')).toEqual(selection);
  expect([...withToggled(selection, 'a')]).toEqual([]);
  expect(selection.has('a')).toBe(true);
});

test('side by side, the arrows keep their column and stay where there is no line above or below', () => {
  expect(movedIndex('ArrowDown', 1, 7, 4, 3)).toBe(4);
  expect(movedIndex('ArrowDown', 5, 7, 4, 3)).toBe(5);
  expect(movedIndex('ArrowUp', 1, 7, 4, 3)).toBe(1);
  expect(movedIndex('ArrowUp', 6, 7, 4, 3)).toBe(3);
  expect(movedIndex('ArrowRight', 2, 7, 4, 3)).toBe(3);
  expect(movedIndex('ArrowLeft', 0, 7, 4, 3)).toBe(0);
  expect(movedIndex('ArrowRight', 2, 7, 4)).toBeUndefined();
});
