import { DesktopError } from '#bridge/desktop.ts';
import type { AssetUse, Exhibit } from '#domain/evidence/exhibit.ts';
import type { KindName } from '#domain/evidence/kinds.ts';
import { checkFile } from '#domain/file-check/check-file.ts';
import type { FileState } from '#domain/file-check/readable.ts';
import type { Id } from '#domain/id.ts';
import { type KnownMime, MIME_BYTES, recogniseMime } from '#domain/mime.ts';
import { type Bytes, NoRoom, storeAsset } from '#store/assets.ts';
import { change } from '#store/change.ts';

/** A file to attach: its name and its bytes, read on demand. */
export interface NamedBytes extends Bytes {
  readonly name: string;
}

/** What became of one file. Nothing of a file that was not attached stays. */
export type Attached =
  | {
      readonly name: string;
      readonly became: 'attached' | 'already-there';
      readonly sha256: string;
      /** What its frame tells: a film or picture that breaks off or is damaged is kept all the same. */
      readonly state: FileState;
    }
  | { readonly name: string; readonly became: 'no-room' | 'not-readable'; readonly bytes: number };

/** What a file of no known type is called. */
export const UNKNOWN_MIME = 'application/octet-stream';

/**
 * Takes a file into the store and attaches it to an exhibit, as one change. What did not fit or cannot be read is an answer,
 * not an error; an abort rejects with its reason.
 */
export async function attachFile(
  caseId: Id,
  exhibit: Id,
  file: NamedBytes,
  options: { signal?: AbortSignal; progress?: (bytes: number) => void } = {},
): Promise<Attached> {
  const { name } = file;
  try {
    const mime = recogniseMime(new Uint8Array(await file.slice(0, Math.min(MIME_BYTES, file.size)).arrayBuffer()));
    const state = await checkFile(file);
    const { sha256 } = await storeAsset(file, mime ?? UNKNOWN_MIME, options);
    const became = await change(caseId, 'exhibit.attach', async (c) => {
      const before = await c.get('exhibits', exhibit);
      if (before.assets[sha256]) return 'already-there';
      const use: AssetUse = {
        name,
        mime: mime ?? UNKNOWN_MIME,
        bytes: file.size,
        role: roleOf(before.kind, mime, name),
        order: nextOrder(before),
      };
      await c.edit('exhibits', exhibit, (record) => ({ ...record, assets: { ...record.assets, [sha256]: use } }));
      return 'attached';
    });
    return { name, became, sha256, state };
  } catch (error) {
    if (error instanceof NoRoom) return { name, became: 'no-room', bytes: file.size };
    if (isUnreadable(error)) return { name, became: 'not-readable', bytes: file.size };
    throw error;
  }
}

/** Gives the place after all files of an exhibit. */
export function nextOrder({ assets }: Exhibit): number {
  return Math.max(-1, ...Object.values(assets).map(({ order }) => order)) + 1;
}

/** The role a file most likely has, which the person can set otherwise. */
function roleOf(kind: KindName, mime: KnownMime | undefined, name: string): AssetUse['role'] {
  if (mime === undefined && /\.(?:json|txt|xml|xmp|srt|vtt|md|csv|description)$/i.test(name)) return 'sidecar';
  const isPicture = mime?.startsWith('image/') === true;
  return isPicture && kind !== 'photo' && kind !== 'telegram' ? 'screenshot' : 'original';
}

/** A file that went away, or that the system does not let us read. */
function isUnreadable(error: unknown): boolean {
  if (error instanceof DesktopError) return error.code === 'not-found' || error.code === 'not-readable';
  return error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name);
}
