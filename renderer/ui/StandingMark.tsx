import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './marks.module.css';

/** Where a claim stands, as its mark shows it. */
export type StandingShape = 'verified' | 'partly-verified' | 'unverified' | 'disputed' | 'refuted' | 'undetermined';

export interface StandingMarkProps {
  readonly standing: StandingShape;
  /** The standing in words: the mark's name, and what shows on hover. */
  readonly label: string;
}

/** Where a claim stands: a shape and a colour, with its words on hover and for screen readers. */
export function StandingMark({ standing, label }: StandingMarkProps) {
  return (
    <svg
      viewBox="0 0 14 14"
      width="14"
      height="14"
      role="img"
      aria-label={label}
      className={classes(styles.mark, styles[standing])}
    >
      <title>{label}</title>
      {shape(standing)}
    </svg>
  );
}

function shape(standing: StandingShape): ReactNode {
  switch (standing) {
    case 'verified':
      return (
        <>
          <circle cx="7" cy="7" r="5.75" className={styles.filled} />
          <path d="M4.3 7.2 6.2 9.1 9.8 5.2" className={styles.cut} />
        </>
      );
    case 'partly-verified':
      return (
        <>
          <circle cx="7" cy="7" r="5" className={styles.drawn} />
          <path d="M7 2a5 5 0 0 1 0 10Z" className={styles.filled} />
        </>
      );
    case 'unverified':
      return <circle cx="7" cy="7" r="5" strokeDasharray="2.1 1.83" className={styles.drawn} />;
    case 'disputed':
      return (
        <>
          <path d="M7 1.4 12.6 7 7 12.6 1.4 7Z" className={styles.drawn} />
          <path d="M7 1.4 12.6 7 7 12.6Z" className={styles.filled} />
        </>
      );
    case 'refuted':
      return (
        <>
          <rect x="1.5" y="1.5" width="11" height="11" rx="2" className={styles.filled} />
          <path d="m4.6 4.6 4.8 4.8m0-4.8L4.6 9.4" className={styles.cut} />
        </>
      );
    case 'undetermined':
      return (
        <>
          <circle cx="7" cy="7" r="5" className={styles.drawn} />
          <path d="M4.6 7h4.8" className={styles.drawn} />
        </>
      );
  }
}
