import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assetsOf, type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import { useTable } from '#store/use-case.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Progress } from '#ui/Progress.tsx';
import { useAction } from '#ui/use-action.ts';
import { CloseLook } from './CloseLook.tsx';
import { CoveredMedia } from './CoveredMedia.tsx';
import styles from './LookAlikes.module.css';
import { findLookAlikes, type LookAlike } from './look-alikes.ts';

interface LookAlikesProps {
  readonly of: readonly Exhibit[];
  /** What is asked, in words. */
  readonly ask: string;
}

/** Looks, when asked, for pictures in the case that look like those of some exhibits, and offers each for comparison. Nothing is said of them. */
export function LookAlikes({ of, ask }: LookAlikesProps) {
  const { t } = useTranslation('kinds');
  const exhibits = useTable('exhibits');
  const [found, setFound] = useState<readonly LookAlike[] | null>(null);
  const [compared, setCompared] = useState<LookAlike | null>(null);
  const [look, { busy, error, progress, cancel, dismiss }] = useAction(async (tools) =>
    setFound(await findLookAlikes(of, exhibits.values(), tools)),
  );
  return (
    <section aria-label={t('lookAlikes')} className={styles.section}>
      {found === null && !busy && (
        <Button variant="quiet" onPress={() => void look()}>
          {ask}
        </Button>
      )}
      {busy && (
        <Progress
          label={t('lookingAlikes')}
          done={progress?.done}
          total={progress?.total}
          cancel={{ label: t('cancel'), run: cancel }}
        />
      )}
      {found !== null && (
        <p role="status">{found.length === 0 ? t('noLookAlikes') : t('foundLookAlikes', { count: found.length })}</p>
      )}
      {found !== null && found.length > 0 && (
        <ul className={styles.found}>
          {found.map((one) => (
            <li key={`${one.of.id} ${one.exhibit.id} ${one.other}`} className={styles.line}>
              {of.length > 1 && <span className={styles.label}>{`${one.of.label} ~`}</span>}
              <span className={styles.label}>{one.exhibit.label}</span>
              <span dir="auto" className={styles.title}>
                {titleOf(one.exhibit)}
              </span>
              <span className={styles.quiet}>
                {one.other === one.own ? t('sameBytes') : t('lookDistance', { count: one.distance })}
              </span>
              <Button onPress={() => setCompared(one)}>{t('compare')}</Button>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <ActionError
          what={t('lookAlikesFailed')}
          error={error}
          detailsLabel={t('details')}
          copyLabel={t('copyDetails')}
          copiedLabel={t('copied')}
          acts={[{ label: t('dismiss'), run: dismiss }]}
        />
      )}
      <Dialog
        title={t('compareTitle', { one: compared?.of.label ?? '', other: compared?.exhibit.label ?? '' })}
        isOpen={compared !== null}
        onClose={() => setCompared(null)}
        size="full"
        footer={<Button onPress={() => setCompared(null)}>{t('closeComparison')}</Button>}
      >
        {compared && (
          <div className={styles.pair}>
            <Side exhibit={compared.of} sha256={compared.own} />
            <Side exhibit={compared.exhibit} sha256={compared.other} />
          </div>
        )}
      </Dialog>
    </section>
  );
}

function Side({ exhibit, sha256 }: { readonly exhibit: Exhibit; readonly sha256: string }) {
  const [, use] = assetsOf(exhibit).find(([asset]) => asset === sha256) ?? [];
  const label = `${exhibit.label} ${use?.name ?? ''}`;
  return (
    <figure className={styles.side}>
      <figcaption dir="auto">{label}</figcaption>
      <CoveredMedia exhibit={exhibit}>
        {() => <CloseLook sha256={sha256} label={label} at={undefined} boxes={[]} draw={undefined} />}
      </CoveredMedia>
    </figure>
  );
}
