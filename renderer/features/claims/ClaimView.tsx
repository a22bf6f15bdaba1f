import { useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Claim } from '#domain/claim.ts';
import type { Id } from '#domain/id.ts';
import { showUndoToast } from '#features/cases/undo-toast.ts';
import { useRecord } from '#store/use-case.ts';
import { Button } from '#ui/Button.tsx';
import { useCommands } from '#ui/command.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { StandingMark } from '#ui/StandingMark.tsx';
import { Assessments } from './Assessments.tsx';
import { ClaimFacts } from './ClaimFacts.tsx';
import styles from './ClaimView.module.css';
import { dragsClaim, useExhibitDrop } from './drag.ts';
import { EvidenceColumns } from './EvidenceColumns.tsx';
import { Prose } from './Prose.tsx';
import { linkingClaim } from './requests.ts';
import { useClaimWords } from './use-claim-words.ts';
import { useStanding } from './use-standing.ts';
import { editClaim, restoreFromTrash, trashClaim } from './write-claims.ts';

/** A claim, read and edited where it stands: in full, or beside the work. Exhibits dropped on it are linked. */
export function ClaimView({ id }: { readonly id: Id }) {
  const { t } = useTranslation('claims');
  const claim = useRecord('claims', id);
  if (!claim) return <EmptyState text={t('missing')} />;
  return <Page key={id} claim={claim} />;
}

function Page({ claim }: { readonly claim: Claim }) {
  const { t } = useTranslation('claims');
  const words = useClaimWords();
  const standing = useStanding(claim.id);
  const link = (exhibits: readonly Id[]) => linkingClaim.ask({ claim: claim.id, exhibits });
  const drop = useExhibitDrop(link);
  const commands = useMemo(
    () => [
      {
        id: `claims.link-to.${claim.id}`,
        label: `${t('linkExhibits')} ${claim.label}`,
        keys: ['L'],
        run: () => void linkingClaim.ask({ claim: claim.id, exhibits: [] }),
      },
    ],
    [claim.id, claim.label, t],
  );
  useCommands(commands);
  const status = t(`status-${standing.status}`);
  const trash = async () => {
    await trashClaim(claim.case, claim.id);
    showUndoToast(claim.case, t('claimTrashed', { label: claim.label }), t('undo'));
  };
  return (
    <article {...drop} className={styles.view} aria-label={`${t('claim')} ${claim.label}`}>
      <header className={styles.head}>
        <div className={styles.top}>
          <span {...dragsClaim(claim)} className={styles.label}>
            {claim.label}
          </span>
          <span className={styles.acts}>
            <Button onPress={() => link([])} keys="L">
              {t('linkExhibits')}
            </Button>
            {claim.gone === undefined ? (
              <Button variant="quiet" onPress={() => void trash()}>
                {t('trash')}
              </Button>
            ) : (
              <Button onPress={() => void restoreFromTrash(claim.case, 'claims', claim.id)}>
                {t('inTrash')} {t('restore')}
              </Button>
            )}
          </span>
        </div>
        <h1 className="visually-hidden" dir="auto">
          {claim.text}
        </h1>
        <Prose
          label={t('text')}
          value={claim.text}
          onSave={(text) => editClaim(claim.case, claim.id, { text })}
          size="text"
        />
        <p className={styles.standing}>
          <span className={styles.mark} aria-hidden="true">
            <StandingMark standing={standing.status} label={status} />
          </span>
          <span>
            <Trans
              t={t}
              i18nKey="standingLine"
              values={{ status, reasons: words.reasons(standing) }}
              components={{ strong: <strong /> }}
            />
          </span>
        </p>
      </header>
      <EvidenceColumns claim={claim} />
      <Assessments claim={claim} />
      <ClaimFacts claim={claim} />
    </article>
  );
}
