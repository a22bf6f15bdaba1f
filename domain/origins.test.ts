import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from './id.ts';
import { lineage } from './lineage.fixture.ts';
import { independentOrigins, type Lineage, originsOf } from './origins.ts';

const count = (ids: Id[], among: Lineage) => independentOrigins(ids, among).origins.length;

describe('originsOf', () => {
  it('ends an original in its source and a repeat in the source of the original', () => {
    const among = lineage('a: A', 'b: B', 'b <- a', 'c: C', 'c <- b');
    expect(originsOf('a', among)).toEqual([{ type: 'source', id: 'A' }]);
    expect(originsOf('c', among)).toEqual([{ type: 'source', id: 'A' }]);
  });

  it('knows nothing where there is neither source nor derivation, and where the original is not in the case', () => {
    const among = lineage('a', 'b: B', 'b <- lost');
    expect(originsOf('a', among)).toEqual([{ type: 'unknown', exhibit: 'a' }]);
    expect(originsOf('b', among)).toEqual([{ type: 'unknown', exhibit: 'lost' }]);
  });

  it('names a circle the same wherever it is entered', () => {
    const among = lineage('a <- b', 'b <- c', 'c <- a', 'd <- a');
    const circle = [{ type: 'cycle', exhibit: 'a' }];
    expect(['a', 'b', 'c', 'd'].map((id) => originsOf(id, among))).toEqual([circle, circle, circle, circle]);
  });

  it('reports a circle and the way out of it', () => {
    const among = lineage('a: A', 'b <- c', 'c <- b', 'c <- a');
    expect(originsOf('b', among)).toEqual([
      { type: 'cycle', exhibit: 'b' },
      { type: 'source', id: 'A' },
    ]);
  });

  it('takes the same outside words for the same origin', () => {
    const among = lineage('a <- outside An  article in Libé', 'b <- outside an article in libé');
    expect(count(['a', 'b'], among)).toBe(1);
  });

  it('follows 200 diamonds and a chain of 20,000 repeats', () => {
    const diamonds = Array.from({ length: 200 }, (_, i) => [
      `d${i} <- l${i}`,
      `d${i} <- r${i}`,
      `l${i} <- d${i + 1}`,
      `r${i} <- d${i + 1}`,
    ]);
    expect(originsOf('d0', lineage('d200: A', ...diamonds.flat()))).toEqual([{ type: 'source', id: 'A' }]);
    const chain = Array.from({ length: 20_000 }, (_, i) => `e${i + 1} <- e${i}`);
    expect(originsOf('e20000', lineage('e0: A', ...chain))).toEqual([{ type: 'source', id: 'A' }]);
  });
});

describe('independentOrigins', () => {
  it('counts three channels that repeat one post once', () => {
    expect(count(['a', 'b', 'c'], lineage('a: A', 'b: B', 'b <- a', 'c: C', 'c <- a'))).toBe(1);
  });

  it('lets what quotes two others add nothing to them, and count once alone', () => {
    const among = lineage('a: A', 'b: B', 'q: Q', 'q <- a', 'q <- b');
    expect(count(['q'], among)).toBe(1);
    expect(count(['a', 'q'], among)).toBe(1);
    expect(count(['a', 'b', 'q'], among)).toBe(2);
    expect(independentOrigins(['q'], among).ends).toHaveLength(2);
  });

  it('counts nothing that is unknown anywhere', () => {
    const among = lineage('a: A', 'x', 'b: B', 'b <- x', 'b <- a');
    expect(independentOrigins(['a', 'x', 'b'], among)).toEqual({
      origins: [{ type: 'source', id: 'A' }],
      ends: [{ type: 'source', id: 'A' }],
      unknown: ['b', 'x'],
    });
  });
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const cases = fc.record({
  sources: fc.array(
    fc.tuple(fc.constantFrom(...names), fc.constantFrom('A', 'B', 'C')).map(([id, s]) => `${id}: ${s}`),
    { maxLength: 8 },
  ),
  repeats: fc.array(
    fc
      .tuple(
        fc.constantFrom(...names),
        fc.oneof(fc.constantFrom(...names), fc.constantFrom('source A', 'source D', 'outside words')),
      )
      .map(([what, of]) => `${what} <- ${of}`),
    { maxLength: 10 },
  ),
  evidence: fc.subarray(names),
});

describe('laws of independence', () => {
  it('does not depend on the order of anything', () => {
    fc.assert(
      fc.property(cases, ({ sources, repeats, evidence }) => {
        // Subtle: of two lines on one exhibit's source the last holds, so only the repeats are turned round.
        const one = independentOrigins(evidence, lineage(...sources, ...repeats));
        const other = independentOrigins([...evidence].reverse(), lineage(...sources, ...[...repeats].reverse()));
        expect(other).toEqual(one);
      }),
    );
  });

  it('never rises by a forward of an exhibit that is there', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ sources, repeats, evidence }, pick) => {
        fc.pre(evidence.length > 0);
        const forward = `new <- ${evidence[pick % evidence.length]}`;
        const before = count(evidence, lineage(...sources, ...repeats));
        expect(count([...evidence, 'new'], lineage(...sources, ...repeats, 'new: NEW', forward))).toBe(before);
      }),
    );
  });

  it('never rises by an exhibit of unknown lineage, and never falls by any exhibit', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...names), ({ sources, repeats, evidence }, more) => {
        const among = lineage(...sources, ...repeats, 'unknown');
        expect(count([...evidence, 'unknown'], among)).toBe(count(evidence, among));
        expect(count([...evidence, more], among)).toBeGreaterThanOrEqual(count(evidence, among));
      }),
    );
  });

  it('never counts more than there are exhibits or known ends', () => {
    fc.assert(
      fc.property(cases, ({ sources, repeats, evidence }) => {
        const found = independentOrigins(evidence, lineage(...sources, ...repeats));
        expect(found.origins.length).toBeLessThanOrEqual(Math.min(evidence.length, found.ends.length));
      }),
    );
  });
});
