import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOf } from './amount.ts';
import { answersTo, type CountedClaim, originsOfClaim, overtakenAmong, spanOf } from './answers.ts';
import type { Amount } from './claim.ts';
import type { Id } from './id.ts';
import { lineage, made } from './lineage.fixture.ts';
import type { Link } from './link.ts';
import type { Question } from './question.ts';

const question: Question = {
  id: 'q',
  case: 'c',
  made,
  stamps: {},
  text: 'How many Russian fighters were killed?',
  counted: 'killed',
  whom: 'Russian fighters',
  scope: 'whole battle',
  order: 0,
};

function claim(id: Id, ends: Partial<Amount>, more: Partial<CountedClaim> = {}): CountedClaim {
  return {
    ...{ id, case: 'c', made, stamps: {}, label: id, text: id, claimants: [id], relayedBy: [], scope: '' },
    ...{ supersedes: [], denies: [], retracts: [] },
    amount: { of: 'killed', whom: 'Russian fighters', wording: 'exact', ...ends },
    ...more,
  };
}

function supports(exhibit: Id, of: Id): Link {
  return {
    ...{ id: `${exhibit} ${of}`, case: 'c', made, stamps: {}, exhibit, claim: of },
    stance: 'supports',
    because: '',
  };
}

const channels = lineage('p: A', 'r: B', 'r <- p', 'x: X', 'x <- lost');
const ground = { ...channels, links: new Map<Id, Link[]>() };

describe('answersTo', () => {
  it('parts what is counted of whom, the question’s own first, and keeps what is in words', () => {
    const own = claim('jnim', endsOf('exact', 50));
    const spelled = claim('front', { ...endsOf('exact', 84), whom: 'russian  fighters ' });
    const malian = claim('army', { ...endsOf('exact', 2), whom: 'Malian soldiers' });
    const words = claim('channel', { wording: 'in-words', words: 'dozens' });
    const gone = claim('gone', endsOf('exact', 7), { gone: made.at });
    const { groups, inWords } = answersTo(question, [malian, own, words, spelled, gone]);
    expect(groups.map((g) => [g.whom, g.asked, g.claims.map((c) => c.id)])).toEqual([
      ['Russian fighters', true, ['jnim', 'front']],
      ['Malian soldiers', false, ['army']],
    ]);
    expect(inWords).toEqual([words]);
  });

  it('loses no claim', () => {
    const amounts = fc.record({
      whom: fc.constantFrom('a', 'b', ' A'),
      atLeast: fc.option(fc.nat(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(amounts), (all) => {
        const claims = all.map((a, i) => claim(`${i}`, { words: 'some', ...a }));
        const { groups, inWords } = answersTo(question, claims);
        const shown = [...groups.flatMap((g) => g.claims), ...inWords].map((c) => c.id);
        expect(shown.sort()).toEqual(claims.map((c) => c.id).sort());
      }),
    );
  });
});

describe('overtakenAmong', () => {
  it('says what is superseded and retracted, but not by a claim in the trash', () => {
    const later = claim('b', {}, { supersedes: ['a'] });
    const retraction = claim('c', {}, { retracts: ['a'] });
    expect(overtakenAmong([later, retraction]).get('a')).toEqual({ how: 'retracted', by: retraction });
    expect(overtakenAmong([retraction, later]).get('a')).toEqual({ how: 'retracted', by: retraction });
    expect(overtakenAmong([{ ...later, gone: made.at }]).size).toBe(0);
  });
});

describe('originsOfClaim', () => {
  it('ends a channel and its repeat in one origin', () => {
    const both = claim('C-1', endsOf('more-than', 80), { claimants: ['A', 'B'] });
    const links = new Map([['C-1', [supports('p', 'C-1'), supports('r', 'C-1')]]]);
    expect(originsOfClaim(both, { ...channels, links })).toEqual([{ type: 'source', id: 'A' }]);
  });

  it('takes the claimant where no exhibit shows it speaking, and nothing where nobody is named', () => {
    expect(originsOfClaim(claim('C-2', {}, { claimants: ['JNIM'] }), ground)).toEqual([{ type: 'source', id: 'JNIM' }]);
    expect(originsOfClaim(claim('C-3', {}, { claimants: [] }), ground)).toEqual([]);
    expect(originsOfClaim(claim('C-4', {}, { claimants: [], madeIn: { exhibit: 'r' } }), ground)).toEqual([
      { type: 'source', id: 'A' },
    ]);
  });
});

describe('spanOf', () => {
  it('spans the ends, says who sets them and which ends are open', () => {
    const claims = [
      claim('jnim', endsOf('exact', 50)),
      claim('front', endsOf('exact', 84)),
      claim('bloggers', endsOf('at-least', 20)),
      claim('channels', endsOf('fewer-than', 80)),
    ];
    const span = spanOf(claims, ground);
    expect(span).toMatchObject({
      origins: 4,
      low: { number: 20, claims: [{ id: 'bloggers' }] },
      high: { number: 84, claims: [{ id: 'front' }] },
      openBelow: 1,
      openAbove: 1,
      unknown: [],
    });
  });

  it('lets no claim of unknown origin set an end', () => {
    const rumour = claim('rumour', endsOf('exact', 300), { claimants: [] });
    const repeat = claim('repeat', endsOf('exact', 400), { claimants: [], madeIn: { exhibit: 'x' } });
    const span = spanOf([claim('jnim', endsOf('exact', 50)), rumour, repeat], ground);
    expect(span).toMatchObject({ origins: 1, low: { number: 50 }, high: { number: 50 } });
    expect(span.unknown.map((c) => c.id)).toEqual(['rumour', 'repeat']);
  });

  it('is the same in any order, and repeats by the same claimant add no origin', () => {
    const some = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'JNIM'), fc.nat()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, (all) => {
        const claims = all.map(([by, n], i) => claim(`${i}`, endsOf('exact', n), { claimants: [by] }));
        const span = spanOf(claims, ground);
        expect(span.origins).toBe(new Set(all.map(([by]) => by)).size);
        expect(span.low?.number).toBe(Math.min(...all.map(([, n]) => n)));
        const other = spanOf([...claims].reverse(), ground);
        expect([other.origins, other.low?.number, other.high?.number]).toEqual([
          span.origins,
          span.low?.number,
          span.high?.number,
        ]);
      }),
    );
  });
});
