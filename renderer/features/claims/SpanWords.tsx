import { useTranslation } from 'react-i18next';
import type { Span } from '#domain/answers.ts';
import type { Claim } from '#domain/claim.ts';
import styles from './QuestionView.module.css';
import { useClaimWords } from './use-claim-words.ts';

/** Between which numbers the independent origins lie and who sets each end, in words. */
export function SpanWords({ span, claims }: { readonly span: Span; readonly claims: number }) {
  const { t, i18n } = useTranslation('claims');
  const words = useClaimWords();
  const format = new Intl.NumberFormat(i18n.language);
  const by = (all: readonly Claim[]) => [...new Set(all.map((claim) => words.claimants(claim)))].join(', ');
  const { low, high } = span;
  const sentences = [
    `${[
      t('claimCount', { count: claims }),
      span.origins === 0 ? t('noOrigin') : t('originCount', { count: span.origins }),
    ].join(', ')}.`,
    low &&
      high &&
      t(low.number === high.number ? 'spanOne' : 'span', {
        low: format.format(low.number),
        lowBy: by(low.claims),
        high: format.format(high.number),
        highBy: by(high.claims),
      }),
    span.openAbove > 0 && t('openAbove', { count: span.openAbove }),
    span.openBelow > 0 && t('openBelow', { count: span.openBelow }),
    span.unknown.length > 0 && t('unknownOrigins', { count: span.unknown.length }),
    t('notAveraged'),
  ];
  return (
    <p className={styles.summary} dir="auto">
      {sentences.filter(Boolean).join(' ')}
    </p>
  );
}
