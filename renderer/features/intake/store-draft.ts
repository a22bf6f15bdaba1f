import type { Draft, DraftFile } from '#domain/intake/draft.ts';
import { readRange } from '#domain/intake/dropped-bytes.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { Drop, DroppedFile } from '#domain/intake/importer.ts';
import { MIME_BYTES, recogniseMime } from '#domain/mime.ts';
import { storeStream } from '#store/assets.ts';
import type { Stored } from './intake-protocol.ts';

/** What a stored file is: its asset's name and what was recognised. */
export interface StoredFile {
  readonly sha256: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
}

/** Takes a draft's file into the store, whole, cut out or cleaned; null when the drop has no such file. */
export async function storeFile(wanted: DraftFile, drop: Drop): Promise<StoredFile | null> {
  const dropped = drop.get(wanted.path);
  if (!dropped) return null;
  const { bytes, size } = piecesOf(wanted, dropped);
  const mime = 'path' in wanted && !('cleaned' in wanted) && !('ranges' in wanted) ? await mimeOf(dropped) : undefined;
  const asset = await storeStream(bytes, { size, mime: mime ?? wanted.mime });
  return { sha256: asset.sha256, name: wanted.name, mime: mime ?? wanted.mime, bytes: size };
}

/** Takes all files of a draft into the store. A file that is not there becomes a finding; the rest of the draft stays. */
export async function storeDraft(draft: Draft, drop: Drop): Promise<{ stored: Stored; findings: Finding[] }> {
  const { files, ...rest } = draft;
  const assets: Record<string, Stored['assets'][string]> = {};
  const findings: Finding[] = [];
  for (const file of files) {
    const stored = await storeFile(file, drop);
    if (!stored) findings.push({ code: 'file-missing', path: file.path, detail: file.name });
    else if (!assets[stored.sha256]) {
      assets[stored.sha256] = { name: stored.name, mime: stored.mime, bytes: stored.bytes, role: file.role };
    }
  }
  return { stored: { ...rest, assets }, findings };
}

function piecesOf(
  wanted: DraftFile,
  dropped: DroppedFile,
): { bytes: AsyncIterable<Uint8Array<ArrayBuffer>>; size: number } {
  if ('cleaned' in wanted) return { bytes: once(wanted.cleaned), size: wanted.cleaned.byteLength };
  if (!('ranges' in wanted)) return { bytes: dropped.bytes(), size: dropped.size };
  const size = wanted.ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  return { bytes: cut(dropped, wanted.ranges), size };
}

async function* once(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield bytes;
}

async function* cut(
  file: DroppedFile,
  ranges: readonly (readonly [number, number])[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const [from, to] of ranges) yield* file.bytes(from, to);
}

async function mimeOf(file: DroppedFile): Promise<string | undefined> {
  return recogniseMime(await readRange(file, 0, MIME_BYTES));
}
