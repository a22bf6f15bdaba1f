import { useTranslation } from 'react-i18next';
import type { Claim } from '#domain/claim.ts';
import { stanceSchema } from '#domain/link.ts';
import { useTable } from '#store/use-case.ts';
import { StanceMark } from '#ui/StanceMark.tsx';
import styles from './ClaimView.module.css';
import { EvidenceCard } from './EvidenceCard.tsx';
import { linksByClaim } from './use-standing.ts';

/** A claim's evidence for, against and around it, side by side; an exhibit with several links stands in each of its places. */
export function EvidenceColumns({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation('claims');
  const exhibits = useTable('exhibits');
  const links = linksByClaim(useTable('links')).get(claim.id) ?? [];
  return (
    <div className={styles.columns}>
      {stanceSchema.options.map((stance) => {
        const here = links.flatMap((link) => {
          const exhibit = exhibits.get(link.exhibit);
          return link.stance === stance && exhibit && exhibit.gone === undefined ? [{ link, exhibit }] : [];
        });
        return (
          <section key={stance} aria-label={t(`side-${stance}`)}>
            <h2 className={styles.side} data-stance={stance}>
              <StanceMark stance={stance} label={t(`stance-${stance}`)} />
              {t(`side-${stance}`)}
              <span className={styles.count}>{here.length}</span>
            </h2>
            {here.length === 0 && <p className={styles.empty}>{t('noEvidence')}</p>}
            <ul>
              {here.map(({ link, exhibit }) => (
                <EvidenceCard key={link.id} claim={claim} link={link} exhibit={exhibit} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
