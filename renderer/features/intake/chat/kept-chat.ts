import type { Import } from '#domain/import.ts';
import { folderOf } from '#domain/intake/file-name.ts';
import type { GivenFile } from '#features/intake/dropped-files.ts';
import { assetBlob } from '#store/assets.ts';

/**
 * Gives the original that the case keeps of an import as files to be read again, the first under the path that it was dropped
 * with, further pages beside it. Of a part that was cut out of an account's export nothing lies beside. Rejects with
 * `AssetMissing` when their bytes are not on this device.
 */
export async function keptFiles({ kept, file }: Import): Promise<GivenFile[]> {
  if (!kept) throw new Error('This import keeps no original of its own.');
  const more = kept.how === 'whole' ? (kept.more ?? []) : [];
  const paths = [file, ...more.map(({ name }) => folderOf(file) + name)];
  return Promise.all(
    [kept, ...more].map(async ({ sha256, name, mime }, n) => {
      const blob = await assetBlob(sha256);
      return { path: paths[n] ?? name, file: new File([blob], name, { type: mime }) };
    }),
  );
}
