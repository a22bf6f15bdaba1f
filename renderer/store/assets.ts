import { createSHA256 } from 'hash-wasm';
import { type Id, idTime, newId } from '#domain/id.ts';
import { type Asset, database } from './database.ts';

const chunkBytes = 8 * 1024 * 1024;
/** The browser puts two chunks on the disk while the next one is read and hashed: more need more memory and are no faster. */
const chunksUnderWay = 2;

/** What is needed of a file to take its bytes in: a browser `File` or a file opened through the shell. */
export interface Bytes {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The browser had no room for the bytes. Nothing of the file was kept. */
export class NoRoom extends Error {
  readonly code = 'no-room';
  readonly bytes: number;
  constructor(bytes: number, options?: ErrorOptions) {
    super(`There is no room for ${bytes} bytes.`, options);
    this.bytes = bytes;
  }
}

/**
 * Takes a file's bytes into the store and gives the asset, named by their SHA-256. Reads, hashes and stores chunk by chunk, so that
 * memory stays flat at any size; what is stored is what was hashed. The same bytes are kept once. When the signal aborts or there
 * is no room, nothing stays; the rejection is the abort's reason or {@link NoRoom}. `progress` is told the bytes done so far.
 */
export async function storeAsset(
  file: Bytes,
  mime: string,
  options: { signal?: AbortSignal; progress?: (bytes: number) => void } = {},
): Promise<Asset> {
  const { asset } = await take(reported(file, options), file.size, mime, options.signal);
  return asset;
}

/** Takes in bytes that come as a stream like {@link storeAsset}; `size` is how many there will be. */
export async function storeStream(
  bytes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  { size, mime, signal }: { size: number; mime: string; signal?: AbortSignal },
): Promise<Asset> {
  const { asset } = await take(bytes, size, mime, signal);
  return asset;
}

/**
 * Takes in the bytes of a case file's asset like {@link storeAsset}, but only when they are those that the hash names. Tells
 * what became of them, `brought`, `held` (the same bytes were here before) or `altered` (nothing of them was kept), and their hash.
 */
export async function bringAsset(
  bytes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  wanted: { sha256: string; size: number; mime: string; signal?: AbortSignal },
): Promise<{ became: 'brought' | 'held' | 'altered'; sha256: string }> {
  try {
    const { brought } = await take(bytes, wanted.size, wanted.mime, wanted.signal, wanted.sha256);
    return { became: brought ? 'brought' : 'held', sha256: wanted.sha256 };
  } catch (error) {
    if (error instanceof OtherBytes) return { became: 'altered', sha256: error.sha256 };
    throw error;
  }
}

/** Held while files are taken in, so that clearing up after a crash never takes an upload that still runs in another window. */
const uploads = 'casebound uploads';

class OtherBytes extends Error {
  readonly sha256: string;
  constructor(sha256: string) {
    super(`The bytes are ${sha256}.`);
    this.sha256 = sha256;
  }
}

async function* reported(
  file: Bytes,
  { signal, progress }: { signal?: AbortSignal; progress?: (bytes: number) => void },
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let done = 0;
  let told = 0;
  for await (const bytes of file.stream()) {
    signal?.throwIfAborted();
    yield bytes;
    done += bytes.byteLength;
    if (done - told < chunkBytes && done < file.size) continue;
    told = done;
    progress?.(done);
  }
}

function take(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  size: number,
  mime: string,
  signal?: AbortSignal,
  sha256?: string,
): Promise<{ asset: Asset; brought: boolean }> {
  return navigator.locks.request(uploads, { mode: 'shared' }, () => upload(pieces, size, mime, signal, sha256));
}

async function upload(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  size: number,
  mime: string,
  signal: AbortSignal | undefined,
  sha256: string | undefined,
): Promise<{ asset: Asset; brought: boolean }> {
  const id = newId();
  const hash = await createSHA256();
  const writing: Promise<unknown>[] = [];
  let n = 0;
  let total = 0;
  const seen = async function* () {
    for await (const bytes of pieces) {
      signal?.throwIfAborted();
      hash.update(bytes);
      total += bytes.byteLength;
      yield bytes;
    }
  };
  try {
    for await (const chunk of inChunks(seen())) {
      const adding = database.chunks.add({ upload: id, n, bytes: new Blob(chunk) });
      adding.catch(() => {}); // told when it is waited for
      n += 1;
      if (writing.push(adding) > chunksUnderWay) await writing.shift();
    }
    await Promise.all(writing);
    signal?.throwIfAborted();
    const asset: Asset = { sha256: hash.digest('hex'), bytes: total, mime, upload: id, chunks: n };
    if (sha256 !== undefined && asset.sha256 !== sha256) throw new OtherBytes(asset.sha256);
    return await database.transaction('rw', database.assets, database.chunks, async () => {
      const same = await database.assets.get(asset.sha256);
      if (same) await deleteChunks(id);
      else await database.assets.add(asset);
      return { asset: same ?? asset, brought: same === undefined };
    });
  } catch (error) {
    await Promise.allSettled(writing);
    await deleteChunks(id);
    if (isNoRoom(error)) throw new NoRoom(size, { cause: error });
    throw error;
  }
}

/** Gathers pieces of any length into chunks of the length that is kept. */
async function* inChunks(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>[]> {
  let chunk: Uint8Array<ArrayBuffer>[] = [];
  let room = chunkBytes;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.byteLength; ) {
      const part = piece.subarray(at, at + room);
      chunk.push(part);
      at += part.byteLength;
      room -= part.byteLength;
      if (room > 0) continue;
      yield chunk;
      chunk = [];
      room = chunkBytes;
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** Says whether an error means that the browser had no room. */
export function isNoRoom(error: unknown): boolean {
  const names =
    error instanceof Error
      ? [error.name, 'inner' in error && error.inner instanceof Error ? error.inner.name : '']
      : [];
  return names.includes('QuotaExceededError');
}

function deleteChunks(upload: Id): Promise<number> {
  return database.chunks.where('[upload+n]').between([upload, 0], [upload, Number.POSITIVE_INFINITY]).delete();
}

/** The bytes named by a hash are not on this device. */
export class AssetMissing extends Error {
  readonly code = 'asset-missing';
  constructor(sha256: string) {
    super(`The bytes ${sha256} are not on this device.`);
  }
}

/** Gives an asset's bytes as one Blob that reads from disk as it is used: a 2 GB video plays without being loaded. */
export async function assetBlob(sha256: string): Promise<Blob> {
  const asset = await database.assets.get(sha256);
  if (!asset) throw new AssetMissing(sha256);
  const chunks = await database.chunks
    .where('[upload+n]')
    .between([asset.upload, 0], [asset.upload, asset.chunks], true, false)
    .toArray();
  if (chunks.length !== asset.chunks) throw new AssetMissing(sha256);
  return new Blob(
    chunks.map((chunk) => chunk.bytes),
    { type: asset.mime },
  );
}

/** Tells which of the given hashes this device holds bytes for. */
export async function heldAssets(hashes: string[]): Promise<Set<string>> {
  const found = await database.assets.bulkGet(hashes);
  return new Set(found.flatMap((asset) => (asset ? [asset.sha256] : [])));
}

/**
 * Deletes the bytes that no exhibit and no import of any case refers to and that came in more than a day ago (a form may be about to use newer
 * ones). Gives the bytes freed.
 */
export async function sweepAssets(): Promise<number> {
  return database.transaction(
    'rw',
    [database.records('exhibits'), database.records('imports'), database.assets, database.chunks, database.previews],
    async () => {
      const used = await namedAssets();
      const yesterday = Date.now() - 86_400_000;
      const unused = await database.assets
        .filter((asset) => !used.has(asset.sha256) && idTime(asset.upload) < yesterday)
        .toArray();
      for (const asset of unused) {
        await deleteChunks(asset.upload);
        await database.previews.where('[sha256+size]').between([asset.sha256, ''], [asset.sha256, '\uffff']).delete();
      }
      await database.assets.bulkDelete(unused.map((asset) => asset.sha256));
      return unused.reduce((sum, asset) => sum + asset.bytes, 0);
    },
  );
}

/** The hashes that an exhibit or an import of any case names, trashed ones included. */
async function namedAssets(): Promise<Set<string>> {
  const named = new Set<string>();
  await database.records('exhibits').each((exhibit) => {
    for (const sha256 of Object.keys(exhibit.assets)) named.add(sha256);
  });
  await database.records('imports').each(({ kept }) => {
    for (const file of kept ? [kept, ...(kept.more ?? [])] : []) named.add(file.sha256);
  });
  return named;
}

/** Deletes assets again that a case file brought which then was not opened; those that an exhibit or an import of any case names stay. Gives how many went. */
export async function dropAssets(hashes: readonly string[]): Promise<number> {
  const tables = [database.records('exhibits'), database.records('imports'), database.assets, database.chunks];
  return database.transaction('rw', tables, async () => {
    const used = await namedAssets();
    const unused = hashes.filter((sha256) => !used.has(sha256));
    for (const asset of await database.assets.bulkGet(unused)) if (asset) await deleteChunks(asset.upload);
    await database.assets.bulkDelete(unused);
    return unused.length;
  });
}

/** Deletes what uploads left behind that never finished because the app was ended; does nothing while any window takes a file in. */
export async function sweepUnfinished(): Promise<void> {
  await navigator.locks.request(uploads, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const known = new Set((await database.assets.toArray()).map((asset) => asset.upload));
    const keys = await database.chunks.toCollection().primaryKeys();
    await database.chunks.bulkDelete(keys.filter(([of]) => !known.has(of)));
  });
}
