import { useTranslation } from 'react-i18next';
import type { CountedClaim, Overtaken } from '#domain/answers.ts';
import type { Axis } from './axis.ts';
import { ClaimBasis } from './ClaimBasis.tsx';
import { RangeBar } from './RangeBar.tsx';
import styles from './RangeRow.module.css';
import { StandingLabel } from './StandingLabel.tsx';
import { useClaimRow } from './use-claim-row.ts';
import { useClaimWords } from './use-claim-words.ts';
import { useStanding } from './use-standing.ts';

interface RangeRowProps {
  readonly axis: Axis;
  readonly claim: CountedClaim;
  readonly overtaken: Overtaken | undefined;
}

/** One claim of a question: who says it, its bar on the common axis, where it stands. */
export function RangeRow({ axis, claim, overtaken }: RangeRowProps) {
  const { t } = useTranslation('claims');
  const words = useClaimWords();
  const { status } = useStanding(claim.id);
  const row = useClaimRow(claim);
  const amount = words.amount(claim.amount);
  return (
    <li>
      <button
        {...row}
        type="button"
        className={styles.row}
        data-overtaken={overtaken ? '' : undefined}
        title={`${claim.label} · ${claim.text}\n${t('rowHint')}`}
      >
        <span className={styles.who}>
          <span className={styles.name} dir="auto">
            {words.claimants(claim)}
          </span>
          <ClaimBasis claim={claim} overtaken={overtaken} />
        </span>
        <span className={styles.bar}>
          <span className="visually-hidden">{amount}</span>
          <RangeBar axis={axis} amount={claim.amount} label={amount} status={status} />
        </span>
        <StandingLabel claim={claim.id} />
      </button>
    </li>
  );
}
