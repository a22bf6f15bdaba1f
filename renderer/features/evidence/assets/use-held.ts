import { useEffect, useState } from 'react';
import { heldAssets } from '#store/assets.ts';

/** Tells which of the given hashes this device holds bytes for; null until it is known. */
export function useHeld(hashes: readonly string[]): ReadonlySet<string> | null {
  const key = hashes.join(' ');
  const [found, setFound] = useState<{ key: string; held: ReadonlySet<string> } | { bug: unknown } | null>(null);
  useEffect(() => {
    let isGone = false;
    heldAssets(key === '' ? [] : key.split(' ')).then(
      (held) => {
        if (!isGone) setFound({ key, held });
      },
      (bug: unknown) => setFound({ bug }),
    );
    return () => {
      isGone = true;
    };
  }, [key]);
  if (found && 'bug' in found) throw found.bug;
  return found?.key === key ? found.held : null;
}
