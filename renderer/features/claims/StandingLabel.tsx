import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { StandingMark } from '#ui/StandingMark.tsx';
import styles from './StandingLabel.module.css';
import { useClaimWords } from './use-claim-words.ts';
import { useStanding } from './use-standing.ts';

/** Where a claim stands: the mark and its word; the reasons show on hover. */
export function StandingLabel({ claim }: { readonly claim: Id }) {
  const { t } = useTranslation('claims');
  const words = useClaimWords();
  const standing = useStanding(claim);
  const word = t(`status-${standing.status}`);
  return (
    <span className={styles.standing} title={words.reasons(standing)}>
      <span aria-hidden="true" className={styles.mark}>
        <StandingMark standing={standing.status} label={word} />
      </span>
      {word}
    </span>
  );
}
