import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { CoveredMedia } from '#features/evidence/kinds/photo/CoveredMedia.tsx';
import { AssetMissing } from '#store/assets.ts';
import { ActionError } from '#ui/ActionError.tsx';
import { Button } from '#ui/Button.tsx';
import { Progress } from '#ui/Progress.tsx';
import { useAction } from '#ui/use-action.ts';
import styles from './ContactSheet.module.css';
import { contactSheetOf, FRAMES } from './contact-sheet.ts';

export interface ContactSheetProps {
  readonly exhibit: Exhibit;
  readonly sha256: string;
  /** Of the film's file. */
  readonly name: string;
}

/** Twelve frames of a film at one look, taken when asked for; covered when the exhibit is graphic. */
export function ContactSheet({ exhibit, sha256, name }: ContactSheetProps) {
  const { t } = useTranslation('kinds');
  const [sheet, setSheet] = useState<Blob | 'none' | null>(null);
  const [make, { busy, error, progress, cancel, dismiss }] = useAction(async (tools) => {
    try {
      setSheet((await contactSheetOf(sha256, tools)) ?? 'none');
    } catch (failure) {
      if (!(failure instanceof AssetMissing)) throw failure;
      setSheet('none');
    }
  });
  if (busy) {
    return (
      <Progress
        label={t('makingContactSheet')}
        done={progress?.done}
        total={progress?.total}
        cancel={{ label: t('cancel'), run: cancel }}
      />
    );
  }
  if (error) {
    return (
      <ActionError
        what={t('contactSheetFailed')}
        error={error}
        detailsLabel={t('details')}
        copyLabel={t('copyDetails')}
        copiedLabel={t('copied')}
        acts={[{ label: t('dismiss'), run: dismiss }]}
      />
    );
  }
  if (sheet === null) {
    return (
      <div>
        <Button variant="quiet" onPress={() => void make()}>
          {t('makeContactSheet')}
        </Button>
      </div>
    );
  }
  if (sheet === 'none') return <p role="status">{t('noContactSheet')}</p>;
  return (
    <CoveredMedia exhibit={exhibit}>
      {() => <SheetPicture picture={sheet} label={t('contactSheetOf', { name, count: FRAMES })} />}
    </CoveredMedia>
  );
}

function SheetPicture({ picture, label }: { readonly picture: Blob; readonly label: string }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const address = URL.createObjectURL(picture);
    setUrl(address);
    return () => URL.revokeObjectURL(address);
  }, [picture]);
  return url === null ? null : <img src={url} alt={label} className={styles.sheet} />;
}
