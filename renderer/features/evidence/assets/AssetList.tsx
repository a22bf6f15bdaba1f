import { type AssetUse, assetsOf, type Exhibit } from '#domain/evidence/exhibit.ts';
import styles from './AssetList.module.css';
import { AssetRow } from './AssetRow.tsx';
import { useHeld } from './use-held.ts';

/** The files of an exhibit in order; nothing when it has none. */
export function AssetList({ exhibit }: { readonly exhibit: Exhibit }) {
  const files: [sha256: string, use: AssetUse][] = assetsOf(exhibit);
  const held = useHeld(files.map(([sha256]) => sha256));
  if (files.length === 0) return null;
  return (
    <ul className={styles.list}>
      {files.map(([sha256, use]) => (
        <AssetRow
          key={sha256}
          exhibit={exhibit}
          sha256={sha256}
          use={use}
          held={held === null ? 'unknown' : held.has(sha256) ? 'here' : 'elsewhere'}
        />
      ))}
    </ul>
  );
}
