import { useTranslation } from 'react-i18next';
import styles from './AssetList.module.css';
import { useThumbnail } from './use-thumbnail.ts';

/** Says of a picture file that it cannot be shown, and why; nothing when it can. The file is kept all the same. */
export function PictureNote({ sha256 }: { readonly sha256: string }) {
  const { t } = useTranslation('assets');
  const found = useThumbnail(sha256);
  if (found.state !== 'none') return null;
  return <span className={styles.problem}>{t(`none-${found.why}`)}</span>;
}
