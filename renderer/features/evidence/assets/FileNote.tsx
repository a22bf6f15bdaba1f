import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkFile } from '#domain/file-check/check-file.ts';
import type { FileState } from '#domain/file-check/readable.ts';
import { AssetMissing, assetBlob } from '#store/assets.ts';
import styles from './AssetList.module.css';

/** Says of a film or picture that its file breaks off or is damaged, read from its frame alone; nothing of any other. */
export function FileNote({ sha256 }: { readonly sha256: string }) {
  const { t } = useTranslation('assets');
  const state = useFileState(sha256);
  if (state !== 'cut-off' && state !== 'damaged') return null;
  return <span className={styles.problem}>{t(`file-${state}`)}</span>;
}

/** What the frame of an asset tells of it; null until it is looked at, and when its bytes are not here. */
function useFileState(sha256: string): FileState | null {
  const [found, setFound] = useState<{ of: string; state: FileState | null } | { bug: unknown } | null>(null);
  useEffect(() => {
    let isGone = false;
    assetBlob(sha256)
      .then(checkFile)
      .then(
        (state) => {
          if (!isGone) setFound({ of: sha256, state });
        },
        (error: unknown) => {
          if (!isGone) setFound(error instanceof AssetMissing ? { of: sha256, state: null } : { bug: error });
        },
      );
    return () => {
      isGone = true;
    };
  }, [sha256]);
  if (found && 'bug' in found) throw found.bug;
  return found?.of === sha256 ? found.state : null;
}
