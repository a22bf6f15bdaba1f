import { useTranslation } from 'react-i18next';
import type { Passage } from '#domain/article/split-article.ts';
import { classes } from '#ui/classes.ts';
import type { KeptAs } from './keeping.ts';
import styles from './PassageRow.module.css';

interface PassageRowProps {
  readonly passage: Passage;
  readonly as: KeptAs | undefined;
  /** The name of who was said to speak. */
  readonly speaker: string | undefined;
  /** The labels of what was made of it before. */
  readonly here: readonly string[];
  readonly language: string | undefined;
}

/** A passage in two lines: what it is kept as, whether it is a quote or a sentence, who speaks, its first words. */
export function PassageRow({ passage, as, speaker, here, language }: PassageRowProps) {
  const { t } = useTranslation('article');
  const guess = passage.speaker?.name;
  return (
    <div className={classes(styles.passage, passage.is === 'quote' && styles.quote)}>
      <span className={styles.as} data-as={as}>
        {as === undefined ? '' : t(as)}
      </span>
      <span className={styles.head}>
        <span className={styles.is}>{t(passage.is)}</span>
        {speaker !== undefined && <bdi className={styles.speaker}>{speaker}</bdi>}
        {speaker === undefined && guess !== undefined && (
          <bdi className={styles.guess}>{t('seemsToBe', { name: guess })}</bdi>
        )}
        {here.length > 0 && <span className={styles.here}>{t('hereAs', { labels: here.join(', ') })}</span>}
      </span>
      <span dir="auto" lang={language} className={styles.words}>
        {passage.words.slice(0, 300)}
      </span>
    </div>
  );
}
