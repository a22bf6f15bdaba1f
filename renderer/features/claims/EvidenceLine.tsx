import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { stanceSchema } from '#domain/link.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useTable } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { StanceMark } from '#ui/StanceMark.tsx';
import styles from './ClaimPreview.module.css';
import { linksByClaim } from './use-standing.ts';

/** A claim's evidence in one line: ▲ the exhibits for it, ▼ against it, ● around it; each opens beside at its excerpt. */
export function EvidenceLine({ claim }: { readonly claim: Id }) {
  const { t } = useTranslation('claims');
  const { openBeside } = useWorkbench();
  const exhibits = useTable('exhibits');
  const links = linksByClaim(useTable('links')).get(claim) ?? [];
  return (
    <span className={styles.line}>
      {stanceSchema.options.map((stance) => {
        const here = links.flatMap((link) => {
          const exhibit = exhibits.get(link.exhibit);
          return link.stance === stance && exhibit && exhibit.gone === undefined ? [{ link, exhibit }] : [];
        });
        if (here.length === 0) return null;
        return (
          <span key={stance} className={styles.stance}>
            <StanceMark stance={stance} label={t(`stance-${stance}`)} />
            {here.map(({ link, exhibit }) => (
              <Button
                key={link.id}
                variant="link"
                onPress={() => openBeside({ table: 'exhibits', id: exhibit.id, excerpt: link.excerpt })}
              >
                <span className={styles.number}>{exhibit.label}</span>
              </Button>
            ))}
          </span>
        );
      })}
      {links.length === 0 && <span className={styles.none}>{t('reason-no-evidence')}</span>}
    </span>
  );
}
