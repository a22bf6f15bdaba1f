import { useEffect, useState } from 'react';
import { AssetMissing, assetBlob } from '#store/assets.ts';
import { drawablePicture } from '#store/previews.ts';

/** An address under which the window can show an asset's bytes; `missing` when they are not on this device. */
export type AssetUrl =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly url: string }
  | { readonly state: 'missing' };

/** Gives an address of an asset's bytes while the component is mounted. The bytes are read from disk as they are used. */
export function useAssetUrl(sha256: string): AssetUrl {
  return useBlobUrl(sha256, assetBlob);
}

/** Gives an address of a picture asset as the window can draw it. */
export function usePictureUrl(sha256: string): AssetUrl {
  return useBlobUrl(sha256, drawablePicture);
}

/** Gives an address of a Blob that `read` finds for a key, while the component is mounted. `read` must stay the same. */
export function useBlobUrl(key: string, read: (key: string) => Promise<Blob>): AssetUrl {
  const [found, setFound] = useState<{ key: string; url: AssetUrl } | { bug: unknown } | null>(null);
  useEffect(() => {
    let address: string | null = null;
    let isGone = false;
    read(key).then(
      (blob) => {
        if (isGone) return;
        address = URL.createObjectURL(blob);
        setFound({ key, url: { state: 'ready', url: address } });
      },
      (error: unknown) => {
        if (isGone) return;
        setFound(error instanceof AssetMissing ? { key, url: { state: 'missing' } } : { bug: error });
      },
    );
    return () => {
      isGone = true;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [key, read]);
  if (found && 'bug' in found) throw found.bug;
  return found?.key === key ? found.url : { state: 'loading' };
}
