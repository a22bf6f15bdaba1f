import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostDisjoint } from './most-disjoint.ts';

/** Tries every choice there is. */
function byTrying(sets: string[][]): number {
  let best = 0;
  for (let choice = 0; choice < 2 ** sets.length; choice += 1) {
    const chosen = sets.filter((set, i) => set.length > 0 && (choice >> i) % 2 === 1);
    const all = chosen.flatMap((set) => [...new Set(set)]);
    if (new Set(all).size === all.length) best = Math.max(best, chosen.length);
  }
  return best;
}

const sets = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 4 }), { maxLength: 9 });

describe('mostDisjoint', () => {
  it('chooses as many as trying every choice', () => {
    fc.assert(
      fc.property(sets, (given) => {
        expect(mostDisjoint(given)).toHaveLength(byTrying(given));
      }),
    );
  });

  it('chooses sets that share nothing, whatever the order they come in', () => {
    fc.assert(
      fc.property(sets, (given) => {
        const chosen = mostDisjoint(given);
        expect(new Set(chosen.flat()).size).toBe(chosen.flat().length);
        expect(mostDisjoint([...given].reverse())).toEqual(chosen);
      }),
    );
  });

  it('comes to an end with many tangled sets', () => {
    const tangled = Array.from({ length: 120 }, (_, i) => [`${i}`, `${(i * 7 + 1) % 120}`, `${(i * 13 + 5) % 120}`]);
    const chosen = mostDisjoint(tangled);
    expect(new Set(chosen.flat()).size).toBe(chosen.flat().length);
    expect(chosen.length).toBeGreaterThan(20);
  });
});
