import type { Amount, Claim } from './claim.ts';
import type { Id } from './id.ts';
import type { Link } from './link.ts';
import { independence, isKnown, type Lineage, type Origin, originKey, originsOf } from './origins.ts';
import type { Question } from './question.ts';

/** What stands against a claim's being current, as other claims say. */
export interface Overtaken {
  how: 'superseded' | 'retracted';
  by: Claim;
}

/** Answers that count the same thing of the same people, so that they may stand on one axis. */
export interface AnswerGroup {
  of: Amount['of'];
  whom: string;
  /** Counts what the question asks for, or the question does not say what. */
  asked: boolean;
  claims: CountedClaim[];
}

export type CountedClaim = Claim & { amount: Amount };

/** The claims that answer a question, parted for showing. The order given is kept within each part. */
export interface Answers {
  groups: AnswerGroup[];
  /** Claims without a number: in words only, or no amount at all. */
  inWords: Claim[];
  overtaken: ReadonlyMap<Id, Overtaken>;
}

/** Parts the living claims of a question: by what and whom they count, the question's own first, those in words apart. */
export function answersTo(question: Question, claims: Iterable<Claim>): Answers {
  const living = [...claims].filter((claim) => claim.gone === undefined);
  const groups = new Map<string, AnswerGroup>();
  const inWords: Claim[] = [];
  for (const claim of living) {
    if (!isCounted(claim)) {
      inWords.push(claim);
      continue;
    }
    const { of, whom } = claim.amount;
    const key = `${of} ${plain(whom)}`;
    const group = groups.get(key) ?? { of, whom, asked: asks(question, of, whom), claims: [] };
    groups.set(key, group);
    group.claims.push(claim);
  }
  return {
    groups: [...groups.values()].sort((a, b) => Number(b.asked) - Number(a.asked)),
    inWords,
    overtaken: overtakenAmong(living),
  };
}

function isCounted(claim: Claim): claim is CountedClaim {
  return claim.amount?.atLeast !== undefined || claim.amount?.atMost !== undefined;
}

function asks(question: Question, of: Amount['of'], whom: string): boolean {
  return (
    (question.counted === undefined || question.counted === of) &&
    (plain(question.whom) === '' || plain(question.whom) === plain(whom))
  );
}

function plain(words: string): string {
  return words.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** Gives the claims that another living claim supersedes or retracts, and which; a retraction weighs more. */
export function overtakenAmong(claims: Iterable<Claim>): ReadonlyMap<Id, Overtaken> {
  const found = new Map<Id, Overtaken>();
  for (const by of claims) {
    if (by.gone !== undefined) continue;
    for (const id of by.supersedes)
      if (id !== by.id && found.get(id)?.how !== 'retracted') found.set(id, { how: 'superseded', by });
    for (const id of by.retracts) if (id !== by.id) found.set(id, { how: 'retracted', by });
  }
  return found;
}

export interface ClaimGround extends Lineage {
  /** Links by claim. */
  links: ReadonlyMap<Id, readonly Link[]>;
}

/**
 * Gives where a claim comes from: for each claimant the ends of the exhibits in which the claimant makes it (it is made in
 * them or they support it, and the claimant is their source), or the claimant itself where there is none; without claimants
 * the ends of the exhibit it is made in. Empty when nobody knows.
 */
export function originsOfClaim(claim: Claim, ground: ClaimGround): Origin[] {
  const supporting = (ground.links.get(claim.id) ?? []).filter((l) => l.gone === undefined && l.stance === 'supports');
  const exhibits = [...new Set([...supporting.map((l) => l.exhibit), ...(claim.madeIn ? [claim.madeIn.exhibit] : [])])];
  const found = new Map<string, Origin>();
  const add = (origin: Origin) => found.set(originKey(origin), origin);
  for (const claimant of claim.claimants) {
    const said = exhibits.filter((id) => ground.exhibits.get(id)?.source === claimant);
    if (said.length === 0) add({ type: 'source', id: claimant });
    for (const id of said) for (const origin of originsOf(id, ground)) add(origin);
  }
  if (claim.claimants.length === 0 && claim.madeIn) originsOf(claim.madeIn.exhibit, ground).forEach(add);
  return [...found.values()];
}

/** Between which numbers the independent answers of a group lie. Nothing is averaged. */
export interface Span {
  /** Independent origins among the claims that stand; see `independence`. */
  origins: number;
  /** The smallest and the largest number said by a claim of known origin, and all who say it. */
  low?: { number: number; claims: Claim[] };
  high?: { number: number; claims: Claim[] };
  /** Claims of known origin that leave their lower or upper end open. */
  openBelow: number;
  openAbove: number;
  /** Claims whose origin nobody knows; their numbers do not count here. */
  unknown: Claim[];
}

/** Works out the span of some claims that count the same; those superseded or retracted must be left out by the caller. */
export function spanOf(claims: readonly CountedClaim[], ground: ClaimGround): Span {
  const ends = new Map(claims.map((claim) => [claim.id, originsOfClaim(claim, ground)]));
  const known = claims.filter((claim) => ends.get(claim.id)?.some(isKnown));
  const lows = known.map((claim) => ({ claim, number: claim.amount.atLeast ?? claim.amount.atMost ?? 0 }));
  const highs = known.map((claim) => ({ claim, number: claim.amount.atMost ?? claim.amount.atLeast ?? 0 }));
  const extreme = (all: typeof lows, pick: (...numbers: number[]) => number) => {
    if (all.length === 0) return undefined;
    const number = pick(...all.map((one) => one.number));
    return { number, claims: all.filter((one) => one.number === number).map((one) => one.claim) };
  };
  const [low, high] = [extreme(lows, Math.min), extreme(highs, Math.max)];
  return {
    origins: independence(ends).origins.length,
    ...(low && { low }),
    ...(high && { high }),
    openBelow: known.filter((claim) => claim.amount.atLeast === undefined).length,
    openAbove: known.filter((claim) => claim.amount.atMost === undefined).length,
    unknown: claims.filter((claim) => !ends.get(claim.id)?.some(isKnown)),
  };
}
