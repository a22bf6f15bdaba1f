import type { Assessment, ClaimStatus } from './assessment.ts';
import { currentAssessments } from './assessment.ts';
import type { Id } from './id.ts';
import type { Link } from './link.ts';
import { type Independence, independentOrigins, type Lineage } from './origins.ts';
import type { Source } from './source.ts';

/** What the store works out for a claim. Shown with its reasons, never typed in, never a score. */
export interface Standing {
  /** What the mark shows: the assessors' status where they agree, `disputed` where they do not or the evidence does not. */
  status: ClaimStatus;
  /** Where the status comes from. */
  basis: 'assessed' | 'assessors-differ' | 'evidence-conflicts' | 'not-assessed';
  supporting: Side;
  contradicting: Side;
  /** Exhibits linked as context. */
  context: Id[];
}

/** The evidence on one side of a claim. */
export interface Side extends Independence {
  exhibits: Id[];
  /** Every known end is a party to the conflict (and there is at least one, and no lineage is unknown). */
  onlyParties: boolean;
}

export interface StandingGround extends Lineage {
  sources: ReadonlyMap<Id, Source>;
  /** Links of this claim. */
  links: Iterable<Link>;
  /** Assessments of this claim. */
  assessments: Iterable<Assessment>;
}

/**
 * Works out a claim's standing from what lies beneath it. Does not depend on the order of anything given. Links alone never
 * make a claim partly verified, verified or refuted; only an assessor does.
 */
export function standingOf(ground: StandingGround): Standing {
  const stances: Record<Link['stance'], Set<Id>> = { supports: new Set(), contradicts: new Set(), context: new Set() };
  for (const link of ground.links) {
    const exhibit = ground.exhibits.get(link.exhibit);
    if (link.gone === undefined && exhibit && exhibit.gone === undefined) stances[link.stance].add(link.exhibit);
  }
  const supporting = sideOf(stances.supports, ground);
  const contradicting = sideOf(stances.contradicts, ground);
  const statuses = new Set(
    currentAssessments(ground.assessments, 'status').flatMap(({ judgement }) =>
      judgement.scale === 'status' ? [judgement.value] : [],
    ),
  );
  const rest = { supporting, contradicting, context: [...stances.context].sort() };
  const [only] = statuses;
  if (statuses.size > 1) return { status: 'disputed', basis: 'assessors-differ', ...rest };
  if (only !== undefined) return { status: only, basis: 'assessed', ...rest };
  if (supporting.exhibits.length > 0 && contradicting.exhibits.length > 0)
    return { status: 'disputed', basis: 'evidence-conflicts', ...rest };
  return { status: 'unverified', basis: 'not-assessed', ...rest };
}

function sideOf(exhibits: Set<Id>, ground: StandingGround): Side {
  const independence = independentOrigins(exhibits, ground);
  const parties = independence.ends.every((o) => o.type === 'source' && ground.sources.get(o.id)?.party === true);
  return {
    ...independence,
    exhibits: [...exhibits].sort(),
    onlyParties: parties && independence.ends.length > 0 && independence.unknown.length === 0,
  };
}
