import { useSyncExternalStore } from 'react';
import { type ClaimStatus, currentAssessments } from '#domain/assessment.ts';
import type { Id } from '#domain/id.ts';
import { assessmentsByRecord } from '#features/claims/use-standing.ts';
import type { CaseState } from '#store/open-case.ts';
import { useOpenCase } from '#store/use-case.ts';

/** How credible an exhibit is held to be (Admiralty 1 to 6), `differ` where assessors disagree, `none` before anyone judged. */
export type Credibility = '1' | '2' | '3' | '4' | '5' | '6' | 'differ' | 'none';

/** Works out an exhibit's credibility from the latest judgement of each assessor. */
export function credibilityIn(state: CaseState, exhibit: Id): Credibility {
  const judgements = currentAssessments(assessmentsByRecord(state.assessments).get(exhibit) ?? [], 'credibility');
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
