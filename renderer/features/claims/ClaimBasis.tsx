import { useTranslation } from 'react-i18next';
import { type Overtaken, originsOfClaim } from '#domain/answers.ts';
import type { Claim } from '#domain/claim.ts';
import { independence } from '#domain/origins.ts';
import { useCaseState } from '#store/use-case.ts';
import styles from './RangeRow.module.css';
import { useClaimWords } from './use-claim-words.ts';
import { derivationsByExhibit, linksByClaim } from './use-standing.ts';

/** In a few words what a claim rests on: as of when, whether a party says it, who relayed it, how many origins several claimants come to. */
export function ClaimBasis({
  claim,
  overtaken,
}: {
  readonly claim: Claim;
  readonly overtaken?: Overtaken | undefined;
}) {
  const { t } = useTranslation('claims');
  const words = useClaimWords();
  const state = useCaseState();
  const isParty = claim.claimants.length > 0 && claim.claimants.every((id) => state.sources.get(id)?.party === true);
  const ends =
    claim.claimants.length > 1
      ? originsOfClaim(claim, {
          exhibits: state.exhibits,
          derivations: derivationsByExhibit(state.derivations),
          links: linksByClaim(state.links),
        })
      : [];
  const count = independence(ends.map((end, i) => [`${i}`, [end]])).origins.length;
  const parts = [
    claim.asOf && words.moment(claim.asOf),
    isParty && t('party'),
    claim.relayedBy.length > 0 && t('relayed', { names: words.names(claim.relayedBy) }),
    claim.claimants.length > 1 && (count === 0 ? t('noOrigin') : t('originCount', { count })),
    claim.scope,
    overtaken && words.overtaken(overtaken),
  ].filter((part) => typeof part === 'string' && part !== '');
  return (
    <span className={styles.basis} dir="auto">
      {parts.join(' · ')}
    </span>
  );
}
