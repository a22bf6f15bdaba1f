import { useTranslation } from 'react-i18next';
import { usePictureUrl } from '#features/evidence/assets/use-asset-url.ts';
import { useThumbnail } from '#features/evidence/assets/use-thumbnail.ts';
import styles from './Stage.module.css';
import { Stage, type StageProps } from './Stage.tsx';

/** A picture asset to look at closely; one that must not or cannot be opened is not even tried, and it is said why. */
export function CloseLook({ sha256, ...rest }: Omit<StageProps, 'url'> & { readonly sha256: string }) {
  const { t } = useTranslation(['assets', 'kinds']);
  const small = useThumbnail(sha256);
  const asset = usePictureUrl(sha256);
  if (small.state === 'missing' || asset.state === 'missing') {
    return <p className={styles.note}>{t('kinds:pictureMissing')}</p>;
  }
  // A damaged picture may still show in part: the browser draws what it can read.
  if (small.state === 'none' && small.why !== 'damaged') return <p className={styles.note}>{t(`none-${small.why}`)}</p>;
  if (small.state === 'loading' || asset.state === 'loading') return <div className={styles.stage} />;
  return (
    <>
      <Stage url={asset.url} {...rest} />
      {small.state === 'none' && <p className={styles.note}>{t('kinds:pictureDamaged')}</p>}
    </>
  );
}
