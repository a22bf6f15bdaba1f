import type { Id } from '#domain/id.ts';
import { useTable } from '#store/use-case.ts';
import { TagChip } from './TagChip.tsx';
import styles from './TagChips.module.css';

/** Some tags in little room: the first as a chip, the others as their number, whose names show on pointing at it. */
export function TagChips({ ids }: { readonly ids: readonly Id[] }) {
  const tags = useTable('tags');
  const shown = ids.filter((id) => tags.get(id)?.gone === undefined && tags.has(id));
  const [first, ...rest] = shown;
  if (first === undefined) return null;
  return (
    <span className={styles.chips}>
      <TagChip id={first} />
      {rest.length > 0 && (
        <span className={styles.more} title={rest.map((id) => tags.get(id)?.path).join(', ')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}
