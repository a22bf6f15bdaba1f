import type { Side, Standing } from './standing.ts';

/** One reason for a standing, to be put into words; counts are of exhibits and of independent origins. */
export type StandingReason =
  | { reason: Standing['basis'] }
  | { reason: 'no-evidence' }
  | { reason: 'no-support' }
  | { reason: 'supported' | 'contradicted'; exhibits: number; origins: number }
  | { reason: 'only-parties'; side: 'supporting' | 'contradicting' }
  | { reason: 'unknown-lineage'; side: 'supporting' | 'contradicting'; exhibits: number }
  | { reason: 'context'; exhibits: number };

/** Gives the reasons for a claim's standing in the order to say them: whose status it is, what is for it, against it, around it. */
export function reasonsFor(standing: Standing): StandingReason[] {
  const { supporting, contradicting, context } = standing;
  const linked = supporting.exhibits.length + contradicting.exhibits.length + context.length > 0;
  const forIt = reasonsOfSide('supporting', supporting);
  return [
    { reason: standing.basis },
    ...(linked ? [] : [{ reason: 'no-evidence' as const }]),
    ...(linked && forIt.length === 0 ? [{ reason: 'no-support' as const }] : forIt),
    ...reasonsOfSide('contradicting', contradicting),
    ...(context.length > 0 ? [{ reason: 'context' as const, exhibits: context.length }] : []),
  ];
}

function reasonsOfSide(side: 'supporting' | 'contradicting', found: Side): StandingReason[] {
  if (found.exhibits.length === 0) return [];
  const reasons: StandingReason[] = [
    {
      reason: side === 'supporting' ? 'supported' : 'contradicted',
      exhibits: found.exhibits.length,
      origins: found.origins.length,
    },
  ];
  if (found.onlyParties) reasons.push({ reason: 'only-parties', side });
  if (found.unknown.length > 0) reasons.push({ reason: 'unknown-lineage', side, exhibits: found.unknown.length });
  return reasons;
}
