import type { NodeKey } from 'lexical';
import { useTranslation } from 'react-i18next';
import type { Id } from '#domain/id.ts';
import { useWorkbench } from '#features/cases/workbench.ts';
import { useExhibitDrop } from '#features/claims/drag.ts';
import { linkingClaim } from '#features/claims/requests.ts';
import { useStanding } from '#features/claims/use-standing.ts';
import { useRecord, useTable } from '#store/use-case.ts';
import { StanceMark } from '#ui/StanceMark.tsx';
import { StandingMark } from '#ui/StandingMark.tsx';
import styles from './ClaimBlock.module.css';
import { useEmbedKeys } from './embed-keys.ts';

export interface ClaimBlockProps {
  readonly nodeKey: NodeKey;
  readonly claim: Id;
}

/** A claim in the text with its standing and evidence as they are now. */
export function ClaimBlock({ nodeKey, claim: id }: ClaimBlockProps) {
  const { t } = useTranslation('notes');
  const claim = useRecord('claims', id);
  const standing = useStanding(id);
  const exhibits = useTable('exhibits');
  const { openBeside } = useWorkbench();
  const keys = useEmbedKeys();
  const drop = useExhibitDrop((exhibits) => linkingClaim.ask({ claim: id, exhibits }));
  if (!claim) {
    return (
      <div className={styles.block} data-gone="true">
        <p className={styles.words}>{t('missing')}</p>
      </div>
    );
  }
  const { supporting, contradicting, context } = standing;
  const sides = [
    { stance: 'supports' as const, ids: supporting.exhibits },
    { stance: 'contradicts' as const, ids: contradicting.exhibits },
    { stance: 'context' as const, ids: context },
  ].filter(({ ids }) => ids.length > 0);
  return (
    <div className={styles.block} data-embed={nodeKey} data-gone={claim.gone !== undefined} {...drop} {...keys}>
      <div className={styles.head}>
        <StandingMark standing={standing.status} label={t(`standing-${standing.status}`)} />
        <div>
          <button type="button" className={styles.title} onClick={() => openBeside({ table: 'claims', id })}>
            <span className={styles.label}>{claim.label}</span> · <span dir="auto">{claim.text}</span>
          </button>
          <p className={styles.words}>
            {claim.gone !== undefined ? t('in-trash') : t(`standing-${standing.status}`)}
            {' · '}
            {supporting.exhibits.length === 0 ? t('no-support') : t('supported', { count: supporting.exhibits.length })}
            {supporting.exhibits.length > 0 && supporting.origins.length > 0 && (
              <> {t('origins', { count: supporting.origins.length })}</>
            )}
            {supporting.onlyParties && <> · {t('only-parties')}</>}
            {contradicting.exhibits.length > 0 && <> · {t('contradicted', { count: contradicting.exhibits.length })}</>}
          </p>
        </div>
      </div>
      {sides.length > 0 && (
        <div className={styles.sides}>
          {sides.map(({ stance, ids }) => (
            <span key={stance} className={styles.side} data-stance={stance}>
              <StanceMark stance={stance} label={t(`stance-${stance}`)} />
              {ids.map((exhibit) => (
                <button
                  key={exhibit}
                  type="button"
                  className={styles.exhibit}
                  onClick={() => openBeside({ table: 'exhibits', id: exhibit })}
                >
                  {exhibits.get(exhibit)?.label ?? t('missing')}
                </button>
              ))}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
