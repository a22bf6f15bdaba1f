import { classes } from './classes.ts';
import styles from './marks.module.css';

/** How an exhibit bears on a claim. */
export type StanceShape = 'supports' | 'contradicts' | 'context';

export interface StanceMarkProps {
  readonly stance: StanceShape;
  /** The stance in words: the mark's name, and what shows on hover. */
  readonly label: string;
}

const PATHS: Readonly<Record<StanceShape, string>> = {
  supports: 'M5 1.2 9.2 8.8H.8Z',
  contradicts: 'M5 8.8.8 1.2h8.4Z',
  context: 'M5 1.8a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 0 1 0-6.4Z',
};

/** How an exhibit bears on a claim: ▲ supports, ▼ contradicts, ● context. */
export function StanceMark({ stance, label }: StanceMarkProps) {
  return (
    <svg
      viewBox="0 0 10 10"
      width="10"
      height="10"
      role="img"
      aria-label={label}
      className={classes(styles.mark, styles[stance])}
    >
      <title>{label}</title>
      <path d={PATHS[stance]} className={styles.filled} />
    </svg>
  );
}
