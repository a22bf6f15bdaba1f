import { useSyncExternalStore } from 'react';
import type { Assessment, ClaimStatus } from '#domain/assessment.ts';
import type { Derivation } from '#domain/derivation.ts';
import { grouping } from '#domain/group-by.ts';
import type { Id } from '#domain/id.ts';
import { sameJson } from '#domain/json.ts';
import type { Link } from '#domain/link.ts';
import { type Standing, standingOf } from '#domain/standing.ts';
import type { CaseState } from '#store/open-case.ts';
import { useOpenCase } from '#store/use-case.ts';

/** The links of each claim, trashed ones left out; worked out once for each state of the table. */
export const linksByClaim = grouping<Link>((link) => (link.gone === undefined ? link.claim : undefined));
/** The links of each exhibit, trashed ones left out. */
export const linksByExhibit = grouping<Link>((link) => (link.gone === undefined ? link.exhibit : undefined));
/** The assessments of each record, trashed ones left out. */
export const assessmentsByRecord = grouping<Assessment>((a) => (a.gone === undefined ? a.about.id : undefined));
/** The derivations of each exhibit that repeats, trashed ones left out. */
export const derivationsByExhibit = grouping<Derivation>((d) => (d.gone === undefined ? d.what : undefined));

type Ground = Pick<CaseState, 'exhibits' | 'derivations' | 'sources' | 'links' | 'assessments'>;

/** Gives any claim's standing, worked out when first asked for. */
export type Standings = (claim: Id) => Standing;

/** The standings of one ground, and those of the ground before, so that what did not change stays the same object. */
let known: { ground: Ground; standings: Standings } | null = null;
const last = new Map<Id, Standing>();

function isSame(a: Ground, b: Ground): boolean {
  return (
    a.links === b.links &&
    a.assessments === b.assessments &&
    a.exhibits === b.exhibits &&
    a.derivations === b.derivations &&
    a.sources === b.sources
  );
}

/**
 * Gives the standings of the claims of a state. Nothing is worked out before it is asked for, each claim once until links,
 * exhibits, derivations, assessments or sources change; writing a note changes none of them, so chips cost nothing then.
 */
export function standingsIn(state: Ground): Standings {
  if (known && isSame(known.ground, state)) return known.standings;
  const found = new Map<Id, Standing>();
  const standings: Standings = (claim) => {
    const before = found.get(claim);
    if (before) return before;
    const now = standingOf({
      exhibits: state.exhibits,
      derivations: derivationsByExhibit(state.derivations),
      sources: state.sources,
      links: linksByClaim(state.links).get(claim) ?? [],
      assessments: assessmentsByRecord(state.assessments).get(claim) ?? [],
    });
    const earlier = last.get(claim);
    const standing = earlier && sameJson(earlier, now) ? earlier : now;
    last.set(claim, standing);
    found.set(claim, standing);
    return standing;
  };
  const { exhibits, derivations, sources, links, assessments } = state;
  known = { ground: { exhibits, derivations, sources, links, assessments }, standings };
  return standings;
}

/** A claim's standing; renders again only when it changes. */
export function useStanding(claim: Id): Standing {
  const opened = useOpenCase();
  return useSyncExternalStore(opened.subscribe, () => standingsIn(opened.state)(claim));
}

/** What a claim's mark shows; renders again only when that changes. */
export function useClaimStatus(claim: Id): ClaimStatus {
  const opened = useOpenCase();
  return useSyncExternalStore(opened.subscribe, () => standingsIn(opened.state)(claim).status);
}

/** The standings of all claims; renders again when anything beneath them changes. */
export function useStandings(): Standings {
  const opened = useOpenCase();
  return useSyncExternalStore(opened.subscribe, () => standingsIn(opened.state));
}
