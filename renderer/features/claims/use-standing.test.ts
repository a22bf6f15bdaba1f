import { describe, expect, it } from 'vitest';
import { lineage, made } from '#domain/lineage.fixture.ts';
import type { Link, Stance } from '#domain/link.ts';
import { standingsIn } from './use-standing.ts';

function links(...all: [exhibit: string, claim: string, stance: Stance][]): ReadonlyMap<string, Link> {
  return new Map(
    all.map(([exhibit, claim, stance]) => [
      `${exhibit} ${claim}`,
      { id: `${exhibit} ${claim}`, case: 'c', made, stamps: {}, exhibit, claim, stance, because: '' },
    ]),
  );
}

function state(linked: ReadonlyMap<string, Link>) {
  const { exhibits } = lineage('a: A', 'b: B');
  return { exhibits, derivations: new Map(), sources: new Map(), assessments: new Map(), links: linked };
}

describe('standingsIn', () => {
  it('stays the same while nothing beneath a standing changes', () => {
    const before = state(links(['a', 'one', 'supports']));
    const standings = standingsIn(before);
    const one = standings('one');
    expect(standingsIn({ ...before })).toBe(standings);
    expect(standings('one')).toBe(one);
  });

  it('gives another standing to the claim whose links changed, and the same object to all others', () => {
    const earlier = standingsIn(state(links(['a', 'one', 'supports'], ['a', 'two', 'supports'])));
    const [one, two] = [earlier('one'), earlier('two')];
    const later = standingsIn(
      state(
        new Map([...links(['a', 'one', 'supports'], ['a', 'two', 'supports']), ...links(['b', 'one', 'contradicts'])]),
      ),
    );
    expect(one.status).toBe('unverified');
    expect(later('one').status).toBe('disputed');
    expect(later('two')).toBe(two);
  });
});
