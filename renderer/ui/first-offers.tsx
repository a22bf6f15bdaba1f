import { createContext, useContext } from 'react';
import styles from './Floating.module.css';

/** How many are offered at once: thousands would hold the window for a second at each key, and typing narrows them. */
const mostOffered = 100;

/** The first items that fit what was typed, and how many more do. */
export function firstOffers<Item>(
  items: readonly Item[],
  fits: (item: Item) => boolean,
): { offered: readonly Item[]; more: number } {
  const all = items.filter(fits);
  return { offered: all.slice(0, mostOffered), more: Math.max(0, all.length - mostOffered) };
}

/** Says of a list of offers how many more there are, in the language of the window. */
export const MoreOffersWords = createContext<(count: number) => string>(String);

/** The line under a list that does not offer all there is. */
export function MoreOffers({ count }: { readonly count: number }) {
  const words = useContext(MoreOffersWords);
  return count === 0 ? null : (
    <p role="status" className={styles.more}>
      {words(count)}
    </p>
  );
}
