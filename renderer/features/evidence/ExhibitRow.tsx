import { memo } from 'react';
import { type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import { TagChips } from '#features/tags/TagChips.tsx';
import { classes } from '#ui/classes.ts';
import styles from './ExhibitRow.module.css';
import { exhibitWords } from './exhibit-words.ts';
import { ExhibitDate, ExhibitFlags, ExhibitGrade, type RowGround, SourceName } from './Marks.tsx';

interface ExhibitRowProps {
  readonly exhibit: Exhibit;
  readonly ground: RowGround;
}

/** An exhibit as one line of the table. */
export const ExhibitRow = memo(function ExhibitRow({ exhibit, ground }: ExhibitRowProps) {
  const { t } = ground;
  const title = titleOf(exhibit);
  const words = exhibitWords(exhibit, 120);
  return (
    <div className={classes(styles.row, styles.columns)}>
      <span className={styles.label}>{exhibit.label}</span>
      <span className={styles.quiet}>{t(exhibit.kind)}</span>
      <span className={styles.text}>
        <span className={styles.title} dir="auto">
          {title || t('untitled')}
        </span>
        {words && words.text !== title && (
          <span className={styles.words} dir="auto" lang={words.language}>
            {words.text}
          </span>
        )}
        <ExhibitFlags exhibit={exhibit} ground={ground} />
      </span>
      <span className={styles.quiet}>
        <ExhibitDate exhibit={exhibit} ground={ground} />
      </span>
      <span className={styles.tags}>
        <TagChips ids={exhibit.tags} />
      </span>
      <span className={styles.quiet}>
        <SourceName exhibit={exhibit} ground={ground} />
      </span>
      <ExhibitGrade exhibit={exhibit} ground={ground} />
    </div>
  );
});
