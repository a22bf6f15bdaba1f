import { useEffect, useState } from 'react';
import { AssetMissing } from '#store/assets.ts';
import type { Preview } from '#store/database.ts';
import { type NoPicture, type Picture, thumbnail } from '#store/previews.ts';
import { posterOf } from './video-poster.ts';

/** A small picture of an asset, or why there is none. */
export type Shown =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly url: string; readonly width: number; readonly height: number }
  | { readonly state: 'none'; readonly why: NoPicture }
  | { readonly state: 'missing' };

/** Gives a small picture of a picture asset while the component is mounted; made the first time it is asked for. */
export function useThumbnail(sha256: string): Shown {
  return useSmallPicture(sha256, thumbnail);
}

/** Gives the first frame of a video asset the same way. */
export function usePoster(sha256: string): Shown {
  return useSmallPicture(sha256, posterOf);
}

function useSmallPicture(sha256: string, make: (sha256: string, signal: AbortSignal) => Promise<Picture>): Shown {
  const [found, setFound] = useState<{ of: string; shown: Shown } | { bug: unknown } | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    let url: string | null = null;
    const show = (picture: Preview): Shown => {
      url = URL.createObjectURL(picture.picture);
      return { state: 'ready', url, width: picture.width, height: picture.height };
    };
    make(sha256, leaving.signal).then(
      (picture) => {
        if (leaving.signal.aborted) return;
        setFound({ of: sha256, shown: 'none' in picture ? { state: 'none', why: picture.none } : show(picture) });
      },
      (error: unknown) => {
        if (leaving.signal.aborted) return;
        setFound(error instanceof AssetMissing ? { of: sha256, shown: { state: 'missing' } } : { bug: error });
      },
    );
    return () => {
      leaving.abort();
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [sha256, make]);
  if (found && 'bug' in found) throw found.bug;
  return found?.of === sha256 ? found.shown : { state: 'loading' };
}
