import { useTranslation } from 'react-i18next';
import type { Overtaken } from '#domain/answers.ts';
import type { Claim } from '#domain/claim.ts';
import { ClaimBasis } from './ClaimBasis.tsx';
import styles from './RangeRow.module.css';
import { StandingLabel } from './StandingLabel.tsx';
import { useClaimRow } from './use-claim-row.ts';
import { useClaimWords } from './use-claim-words.ts';

/** One claim in words: its number, what is claimed, by whom, where it stands. */
export function ClaimLine({ claim, overtaken }: { readonly claim: Claim; readonly overtaken?: Overtaken | undefined }) {
  const { t } = useTranslation('claims');
  const words = useClaimWords();
  const row = useClaimRow(claim);
  const amount = claim.amount ? words.amount(claim.amount) : '';
  return (
    <li>
      <button
        {...row}
        type="button"
        className={styles.line}
        data-overtaken={overtaken ? '' : undefined}
        title={t('rowHint')}
      >
        <span className={styles.label}>{claim.label}</span>
        <span className={styles.said}>
          <span className={styles.text} dir="auto">
            {claim.text}
            {amount !== '' && !claim.text.toLowerCase().includes(amount.toLowerCase()) && ` — ${amount}`}
          </span>
          <span className={styles.basis}>
            <bdi>{words.claimants(claim)}</bdi>
            <ClaimBasis claim={claim} overtaken={overtaken} />
          </span>
        </span>
        <StandingLabel claim={claim.id} />
      </button>
    </li>
  );
}
