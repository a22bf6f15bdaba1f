import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import styles from './Cover.module.css';
import { classes } from './classes.ts';

export interface CoverProps {
  /** The word on the cover, as in “graphic”. */
  readonly word: string;
  /** The words of the act, as in “show”. */
  readonly showLabel: string;
  /** What is covered, for screen readers: the exhibit's label and title. */
  readonly of: string;
  /** `fill` takes all of its box; `thumb` is small. */
  readonly size?: 'fill' | 'thumb';
  /** What is behind the cover. It is not mounted, so not loaded, until it is shown. Give the cover a `key` of the exhibit. */
  readonly children: () => ReactNode;
}

/** The hatched cover of a graphic exhibit. Pressing it shows what is behind it here and now, and nowhere else. */
export function Cover({ word, showLabel, of, size = 'fill', children }: CoverProps) {
  const [isShown, setIsShown] = useState(false);
  if (isShown) return children();
  return (
    <Button
      aria-label={`${word} · ${showLabel} · ${of}`}
      onPress={() => setIsShown(true)}
      className={classes(styles.cover, styles[size])}
    >
      <span>{word}</span>
      <span className={styles.act}>{showLabel}</span>
    </Button>
  );
}
