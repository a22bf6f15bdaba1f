import { useSyncExternalStore } from 'react';
import { type Assessment, type ClaimStatus, currentAssessments } from '#domain/assessment.ts';
import type { Derivation } from '#domain/derivation.ts';
import { grouping } from '#domain/group-by.ts';
import type { Id } from '#domain/id.ts';
import type { Link } from '#domain/link.ts';
import { type Standing, standingOf } from '#domain/standing.ts';
import type { CaseState } from '#store/open-case.ts';
import { useOpenCase } from '#store/use-case.ts';

const linksOfClaim = grouping<Link>((link) => link.claim);
const assessmentsOf = grouping<Assessment>((assessment) => assessment.about.id);
const derivationsOf = grouping<Derivation>((derivation) =>
  derivation.gone === undefined ? derivation.what : undefined,
);
const known = new WeakMap<CaseState, Map<Id, Standing>>();

/** Works out a claim's standing in a state of the case; once for each state, however many chips ask. */
export function standingIn(state: CaseState, claim: Id): Standing {
  const standings = known.get(state) ?? new Map<Id, Standing>();
  known.set(state, standings);
  const before = standings.get(claim);
  if (before) return before;
  const standing = standingOf({
    exhibits: state.exhibits,
    derivations: derivationsOf(state.derivations),
    sources: state.sources,
    links: linksOfClaim(state.links).get(claim) ?? [],
    assessments: assessmentsOf(state.assessments).get(claim) ?? [],
  });
  standings.set(claim, standing);
  return standing;
}

/** A claim's standing; renders again when the case changes. */
export function useStanding(claim: Id): Standing {
  const opened = useOpenCase();
  return useSyncExternalStore(opened.subscribe, () => standingIn(opened.state, claim));
}

/** What a claim's mark shows; renders again only when that changes. */
export function useClaimStatus(claim: Id): ClaimStatus {
  const opened = useOpenCase();
  return useSyncExternalStore(opened.subscribe, () => standingIn(opened.state, claim).status);
}

/** How credible an exhibit is held to be (Admiralty 1 to 6), `differ` where assessors disagree, `none` before anyone judged. */
export type Credibility = '1' | '2' | '3' | '4' | '5' | '6' | 'differ' | 'none';

/** Works out an exhibit's credibility from the latest judgement of each assessor. */
export function credibilityIn(state: CaseState, exhibit: Id): Credibility {
  const judgements = currentAssessments(assessmentsOf(state.assessments).get(exhibit) ?? [], 'credibility');
  const values = new Set(
    judgements.flatMap(({ judgement }) => (judgement.scale === 'credibility' ? [judgement.value] : [])),
  );
  const [only] = values;
  if (only === undefined) return 'none';
  return values.size > 1 ? 'differ' : only;
}

/** An exhibit's credibility; renders again only when it changes. */
export function useCredibility(exhibit: Id): Credibility {
  const opened = useOpenCase();
  return useSyncExternalStore(opened.subscribe, () => credibilityIn(opened.state, exhibit));
}

/** The shape that stands for an exhibit's credibility, in the language of the claims' marks. */
export function markOfCredibility(credibility: Credibility): ClaimStatus {
  switch (credibility) {
    case '1':
      return 'verified';
    case '2':
    case '3':
      return 'partly-verified';
    case '4':
    case '5':
    case 'differ':
      return 'disputed';
    case '6':
      return 'undetermined';
    case 'none':
      return 'unverified';
  }
}
