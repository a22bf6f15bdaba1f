import { assetBlob } from '#store/assets.ts';

/** Gives an asset's bytes as a stream at once, before they are found; the stream fails with AssetMissing when they are not here. */
export function assetStream(sha256: string): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  assetBlob(sha256)
    .then(
      (blob) => blob.stream().pipeTo(writable),
      (error: unknown) => writable.abort(error),
    )
    .catch(() => {
      // The reader hears of every failure through the stream itself.
    });
  return readable;
}
