import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { useRecord } from '#store/use-case.ts';
import { ClaimBasis } from './ClaimBasis.tsx';
import styles from './ClaimPreview.module.css';
import { EvidenceLine } from './EvidenceLine.tsx';
import { StandingLabel } from './StandingLabel.tsx';
import { useClaimWords } from './use-claim-words.ts';
import { useStanding } from './use-standing.ts';

/** A claim at a glance: what is claimed, by whom, how many, where it stands and why, its evidence in a line. */
export function ClaimPreview({ id }: { readonly id: Id }) {
  const { t } = useTranslation('claims');
  const words = useClaimWords();
  const claim = useRecord('claims', id);
  const standing = useStanding(id);
  if (!claim) return <p className={styles.none}>{t('missing')}</p>;
  return (
    <div className={styles.preview}>
      <p dir="auto" className={styles.text}>
        <span className={styles.number}>{claim.label}</span> {claim.text}
      </p>
      {claim.amount && (
        <p>
          {words.amount(claim.amount)} · {words.counted(claim.amount.of, claim.amount.whom)}
        </p>
      )}
      <p className={styles.small}>
        <span dir="auto">{words.claimants(claim)}</span> <ClaimBasis claim={claim} />
      </p>
      <p>
        <StandingLabel claim={id} />
      </p>
      <p className={styles.small}>{words.reasons(standing)}</p>
      <EvidenceLine claim={id} />
      {claim.gone !== undefined && <p className={styles.small}>{t('inTrash')}</p>}
    </div>
  );
}
