import styles from './Swatch.module.css';
import type { TagColour } from './tag-colour.ts';

/** The small square that carries a tag's colour. It says nothing by itself: the tag's words stand beside it. */
export function Swatch({ colour }: { readonly colour: TagColour }) {
  return <span aria-hidden="true" data-colour={colour} className={styles.swatch} />;
}
