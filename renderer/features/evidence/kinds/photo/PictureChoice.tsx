import { useTranslation } from 'react-i18next';
import type { AssetUse } from '#domain/evidence/exhibit.ts';
import { classes } from '#ui/classes.ts';
import styles from './PhotoView.module.css';

export interface PictureChoiceProps {
  readonly pictures: readonly (readonly [sha256: string, use: AssetUse])[];
  readonly chosen: string;
  readonly onChoose: (sha256: string) => void;
}

/** Which of an exhibit's pictures is looked at; nothing where there is only one. */
export function PictureChoice({ pictures, chosen, onChoose }: PictureChoiceProps) {
  const { t } = useTranslation('kinds');
  if (pictures.length < 2) return null;
  return (
    <fieldset aria-label={t('pictures')} className={styles.strip}>
      {pictures.map(([sha256, { name }], place) => (
        <button
          key={sha256}
          type="button"
          aria-pressed={sha256 === chosen}
          className={classes(styles.pick, sha256 === chosen && styles.picked)}
          onClick={() => onChoose(sha256)}
        >
          {place + 1} · <bdi>{name}</bdi>
        </button>
      ))}
    </fieldset>
  );
}
