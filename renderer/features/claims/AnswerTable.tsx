import { useTranslation } from 'react-i18next';
import type { CountedClaim, Overtaken } from '#domain/answers.ts';
import type { Id } from '#domain/id.ts';
import { ClaimBasis } from './ClaimBasis.tsx';
import styles from './QuestionView.module.css';
import { StandingLabel } from './StandingLabel.tsx';
import { useClaimWords } from './use-claim-words.ts';

interface AnswerTableProps {
  readonly caption: string;
  readonly claims: readonly CountedClaim[];
  readonly overtaken: ReadonlyMap<Id, Overtaken>;
}

/** What the picture shows, as a table to read. */
export function AnswerTable({ caption, claims, overtaken }: AnswerTableProps) {
  const { t } = useTranslation('claims');
  const words = useClaimWords();
  return (
    <details className={styles.table}>
      <summary>{t('asTable')}</summary>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('claim')}</th>
            <th scope="col">{t('claimant')}</th>
            <th scope="col">{t('amount')}</th>
            <th scope="col">{t('asOf')}</th>
            <th scope="col">{t('standing')}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id}>
              <td>{claim.label}</td>
              <th scope="row" dir="auto">
                {words.claimants(claim)}
              </th>
              <td>{words.amount(claim.amount)}</td>
              <td>
                <ClaimBasis claim={claim} overtaken={overtaken.get(claim.id)} />
              </td>
              <td>
                <StandingLabel claim={claim.id} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
