import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, ClaimStatus } from './assessment.ts';
import type { Id } from './id.ts';
import { lineage, made } from './lineage.fixture.ts';
import type { Link, Stance } from './link.ts';
import type { Lineage } from './origins.ts';
import type { Source } from './source.ts';
import { type Standing, standingOf } from './standing.ts';
import { reasonsFor } from './standing-reasons.ts';

function link(exhibit: Id, stance: Stance): Link {
  return { id: `${exhibit} ${stance}`, case: 'c', made, stamps: {}, exhibit, claim: 'claim', stance, because: '' };
}

function status(by: Id, at: number, value: ClaimStatus): Assessment {
  return {
    id: `${by} ${at} ${value}`,
    case: 'c',
    made: { ...made, by, at: `2024-07-28T10:00:0${at}.000Z-0000-a` },
    stamps: {},
    about: { table: 'claims', id: 'claim' },
    judgement: { scale: 'status', value },
    because: '',
  };
}

function source(id: Id, party: boolean): [Id, Source] {
  const plain = { aliases: [], handles: [], confidential: false, pseudonym: '', remarks: '' };
  return [id, { id, case: 'c', made, stamps: {}, name: id, what: 'group', party, ...plain }];
}
const sources = new Map([source('A', true), source('B', true), source('N', false)]);

function standing(among: Lineage, links: Link[], assessments: Assessment[] = []): Standing {
  return standingOf({ ...among, sources, links, assessments });
}

const posts = lineage('a: A', 'b: B', 'b <- a', 'n: N', 'x');

describe('standingOf', () => {
  it('is unverified with nothing, and with support alone', () => {
    expect(standing(posts, [])).toMatchObject({ status: 'unverified', basis: 'not-assessed' });
    expect(standing(posts, [link('a', 'supports'), link('n', 'supports')])).toMatchObject({ status: 'unverified' });
  });

  it('is disputed where the evidence conflicts and nobody has judged', () => {
    const found = standing(posts, [link('a', 'supports'), link('n', 'contradicts')]);
    expect(found).toMatchObject({ status: 'disputed', basis: 'evidence-conflicts' });
  });

  it('is what the assessors say, and disputed where their latest judgements differ', () => {
    const changed = [status('p', 1, 'verified'), status('p', 2, 'partly-verified')];
    expect(standing(posts, [], changed)).toMatchObject({ status: 'partly-verified', basis: 'assessed' });
    expect(standing(posts, [], [...changed, status('q', 1, 'refuted')])).toMatchObject({
      status: 'disputed',
      basis: 'assessors-differ',
    });
  });

  it('counts two channels with one post as one origin, all of a party', () => {
    const { supporting } = standing(posts, [link('a', 'supports'), link('b', 'supports')]);
    expect(supporting).toMatchObject({ exhibits: ['a', 'b'], origins: [{ id: 'A' }], onlyParties: true });
  });

  it('does not say “only parties” where an outsider or an unknown stands behind a joint origin', () => {
    const joint = lineage('a: A', 'n: N', 'j <- a', 'j <- n', 'x');
    expect(standing(joint, [link('j', 'supports')]).supporting.onlyParties).toBe(false);
    expect(standing(joint, [link('a', 'supports'), link('x', 'supports')]).supporting.onlyParties).toBe(false);
  });

  it('passes over removed links and trashed exhibits', () => {
    const [exhibit] = posts.exhibits.values();
    if (!exhibit) throw new Error('The case has exhibits.');
    const exhibits = new Map(posts.exhibits).set('a', { ...exhibit, gone: made.at });
    const links = [link('a', 'supports'), { ...link('n', 'supports'), gone: made.at }];
    expect(standing({ ...posts, exhibits }, links).supporting.exhibits).toEqual([]);
  });
});

describe('reasonsFor', () => {
  it('says what is for, against and around a claim', () => {
    const links = [link('a', 'supports'), link('b', 'supports'), link('x', 'contradicts'), link('n', 'context')];
    expect(reasonsFor(standing(posts, links))).toEqual([
      { reason: 'evidence-conflicts' },
      { reason: 'supported', exhibits: 2, origins: 1 },
      { reason: 'only-parties', side: 'supporting' },
      { reason: 'contradicted', exhibits: 1, origins: 0 },
      { reason: 'unknown-lineage', side: 'contradicting', exhibits: 1 },
      { reason: 'context', exhibits: 1 },
    ]);
  });

  it('says that there is nothing, or nothing for it', () => {
    expect(reasonsFor(standing(posts, []))).toEqual([{ reason: 'not-assessed' }, { reason: 'no-evidence' }]);
    expect(reasonsFor(standing(posts, [link('n', 'context')]))).toContainEqual({ reason: 'no-support' });
  });
});

const names = ['a', 'b', 'n', 'x', 'c', 'd'];
const grounds = fc.record({
  lines: fc.array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...names), fc.constantFrom('A', 'B', 'N')).map(([id, of]) => `${id}: ${of}`),
      fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map(([what, of]) => `${what} <- ${of}`),
    ),
    { maxLength: 14 },
  ),
  links: fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom<Stance>('supports', 'contradicts', 'context'))
      .map(([id, stance]) => link(id, stance)),
    { selector: (one) => one.id, minLength: 1, maxLength: 10 },
  ),
  assessments: fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom('p', 'q'),
        fc.nat({ max: 9 }),
        fc.constantFrom<ClaimStatus>('verified', 'partly-verified', 'refuted', 'unverified'),
      )
      .map((parts) => status(...parts)),
    { selector: (one) => `${one.made.by} ${one.made.at}`, maxLength: 4 },
  ),
});

describe('laws of standing', () => {
  it('does not depend on the order of links and assessments', () => {
    fc.assert(
      fc.property(grounds, ({ lines, links, assessments }) => {
        const among = lineage(...names, ...lines);
        expect(standing(among, [...links].reverse(), [...assessments].reverse())).toEqual(
          standing(among, links, assessments),
        );
      }),
    );
  });

  it('never strengthens a claim by removing a link', () => {
    const strength: Record<ClaimStatus, number> = {
      verified: 2,
      'partly-verified': 1,
      unverified: 0,
      undetermined: 0,
      disputed: 0,
      refuted: 0,
    };
    fc.assert(
      fc.property(grounds, fc.nat(), ({ lines, links, assessments }, pick) => {
        const among = lineage(...names, ...lines);
        const fewer = links.filter((_, i) => i !== pick % links.length);
        const [before, after] = [standing(among, links, assessments), standing(among, fewer, assessments)];
        expect(strength[after.status]).toBeLessThanOrEqual(strength[before.status]);
        expect(after.supporting.exhibits.length).toBeLessThanOrEqual(before.supporting.exhibits.length);
        expect(after.supporting.origins.length).toBeLessThanOrEqual(before.supporting.origins.length);
      }),
    );
  });

  it('is never verified, partly verified or refuted by links alone', () => {
    fc.assert(
      fc.property(grounds, ({ lines, links }) => {
        expect(['unverified', 'disputed']).toContain(standing(lineage(...names, ...lines), links).status);
      }),
    );
  });
});
