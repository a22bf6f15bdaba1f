import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assetBlob, heldAssets, storeAsset, sweepUnfinished } from './assets.ts';
import { database } from './database.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('an asset', () => {
  it('is named by the SHA-256 of its bytes and comes back byte for byte, over several chunks', async () => {
    const bytes = randomBytes(20 * 1024 * 1024 + 7);
    const asset = await storeAsset(new Blob([bytes]), 'video/mp4');
    expect(asset).toMatchObject({ sha256: sha256(bytes), bytes: bytes.length, chunks: 3 });
    const back = await assetBlob(asset.sha256);
    expect(back.type).toBe('video/mp4');
    expect(sha256(new Uint8Array(await back.arrayBuffer()))).toBe(asset.sha256);
  });

  it('is kept once, however often it comes', async () => {
    const bytes = randomBytes(1000);
    const first = await storeAsset(new Blob([bytes]), 'image/png');
    const second = await storeAsset(new Blob([bytes]), 'image/png');
    expect(second).toEqual(first);
    expect(await database.chunks.where('[upload+n]').between([first.upload, 0], [first.upload, 99]).count()).toBe(1);
  });

  it('of no bytes at all is kept too', async () => {
    const asset = await storeAsset(new Blob([]), 'application/octet-stream');
    expect((await assetBlob(asset.sha256)).size).toBe(0);
  });

  it('leaves nothing behind when taking it in is cancelled', async () => {
    const before = await database.chunks.count();
    const stop = new AbortController();
    const taking = storeAsset(new Blob([randomBytes(40 * 1024 * 1024)]), 'video/mp4', {
      signal: stop.signal,
      progress: (bytes) => {
        if (bytes > 16_000_000) stop.abort();
      },
    });
    await expect(taking).rejects.toMatchObject({ name: 'AbortError' });
    expect(await database.chunks.count()).toBe(before);
  });

  it('leaves nothing behind when its file cannot be read to the end', async () => {
    const before = await database.chunks.count();
    let given = 0;
    const file = {
      size: 30_000_000,
      slice: (from: number, to: number) => new Blob([new Uint8Array(to - from)]),
      stream: () =>
        new ReadableStream<Uint8Array<ArrayBuffer>>({
          pull(controller) {
            given += 1_000_000;
            if (given > 20_000_000) controller.error(new Error('gone'));
            else controller.enqueue(new Uint8Array(1_000_000));
          },
        }),
    };
    await expect(storeAsset(file, 'video/mp4')).rejects.toThrow('gone');
    expect(await database.chunks.count()).toBe(before);
  });

  it('that was being taken in when the app was ended is cleared away at the next start', async () => {
    const kept = await storeAsset(new Blob([randomBytes(10)]), 'image/png');
    await database.chunks.add({ upload: '0190a0a0-0000-7000-8000-000000000001', n: 0, bytes: new Blob(['half']) });
    await sweepUnfinished();
    expect(await database.chunks.get(['0190a0a0-0000-7000-8000-000000000001', 0])).toBeUndefined();
    expect(await heldAssets([kept.sha256])).toEqual(new Set([kept.sha256]));
  });
});
