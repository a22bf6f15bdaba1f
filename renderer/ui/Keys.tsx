import styles from './Keys.module.css';
import { formatKeys } from './key-combination.ts';

/** A key combination drawn as a key cap. It is hidden from screen readers: the thing that it belongs to names it. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {formatKeys(keys)}
    </span>
  );
}
