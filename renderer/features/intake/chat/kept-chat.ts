import type { Import } from '#domain/import.ts';
import type { GivenFile } from '#features/intake/dropped-files.ts';
import { assetBlob } from '#store/assets.ts';

/** Gives the original that the case keeps of an import as a file to be read again, under the path that it was dropped with. Rejects with `AssetMissing` when its bytes are not on this device. */
export async function keptFile({ kept, file }: Import): Promise<GivenFile> {
  if (!kept) throw new Error('This import keeps no original of its own.');
  const blob = await assetBlob(kept.sha256);
  return { path: file, file: new File([blob], kept.name, { type: kept.mime }) };
}
