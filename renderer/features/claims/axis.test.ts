import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisFor, percentOn } from './axis.ts';

describe('axisFor', () => {
  it('gives 0 to 100 by twenties for 84', () => {
    expect(axisFor(84)).toEqual({ max: 100, ticks: [0, 20, 40, 60, 80, 100] });
  });

  it('is whole, even, begins at 0, leaves room, and has few ticks', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), (largest) => {
        const { max, ticks } = axisFor(largest);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBe(max);
        expect(max).toBeGreaterThanOrEqual(largest * 1.15);
        expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(percentOn({ max, ticks }, largest)).toBeLessThan(100);
      }),
    );
  });
});
