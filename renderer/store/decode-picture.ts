import type { HeifImage } from 'libheif-js/libheif-wasm/libheif-bundle.mjs';

/** The sorts of pictures that Chromium cannot draw and this can. */
const READ_HERE: ReadonlySet<string> = new Set(['image/heic', 'image/heif', 'image/tiff']);

/** Says whether pictures of a type are decoded here, because the browser's own way cannot. */
export function isDecodedHere(mime: string): boolean {
  return READ_HERE.has(mime);
}

/**
 * Decodes a HEIC or TIFF picture, upright: the turn that HEIC states in its own boxes is applied by the decoder and the one in its EXIF, which
 * says the same again, is not; TIFF states it once. Of several pictures the first. Only in a worker; the caller has looked at the size.
 * Throws an `EncodingError` when it cannot be decoded.
 */
export async function decodePicture(bytes: Blob, mime: string): Promise<ImageBitmap> {
  const content = await bytes.arrayBuffer();
  try {
    return mime === 'image/tiff' ? await decodeTiff(content) : await decodeHeic(content);
  } catch (error) {
    // Whatever the decoders throw on what they cannot read (a text, a number, an error of their own).
    throw new DOMException(`The picture cannot be decoded: ${String(error)}`, 'EncodingError');
  }
}

async function decodeHeic(content: ArrayBuffer): Promise<ImageBitmap> {
  const { default: load } = await import('libheif-js/libheif-wasm/libheif-bundle.mjs');
  const { HeifDecoder } = await load();
  const images = new HeifDecoder().decode(new Uint8Array(content));
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) throw new RangeError('There is no picture in it.');
  try {
    return await createImageBitmap(await displayed(image));
  } finally {
    for (const one of images) one.free();
  }
}

function displayed(image: HeifImage): Promise<ImageData> {
  const data = new ImageData(image.get_width(), image.get_height());
  return new Promise((resolve, reject) =>
    image.display(data, (shown) => (shown ? resolve(data) : reject(new RangeError('It could not be drawn.')))),
  );
}

async function decodeTiff(content: ArrayBuffer): Promise<ImageBitmap> {
  const { default: tiff } = await import('utif2');
  const page = tiff.decode(content).find(({ t256, t257 }) => t256 !== undefined && t257 !== undefined);
  if (!page) throw new RangeError('There is no picture in it.');
  tiff.decodeImage(content, page);
  const pixels = new Uint8ClampedArray(tiff.toRGBA8(page));
  const flat = await createImageBitmap(new ImageData(pixels, page.width, page.height));
  const stated = page.t274;
  const turn = Array.isArray(stated) ? Number(stated[0]) : 1;
  return turn > 1 && turn <= 8 ? turned(flat, turn) : flat;
}

/** Turns and mirrors a picture as its orientation says (TIFF 6.0, tag 274). */
function turned(picture: ImageBitmap, orientation: number): ImageBitmap {
  const { width, height } = picture;
  const canvas = orientation > 4 ? new OffscreenCanvas(height, width) : new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new RangeError('There is no canvas to draw on.');
  const how: Readonly<Record<number, DOMMatrix2DInit>> = {
    2: { a: -1, d: 1, e: width },
    3: { a: -1, d: -1, e: width, f: height },
    4: { a: 1, d: -1, f: height },
    5: { a: 0, b: 1, c: 1, d: 0 },
    6: { a: 0, b: 1, c: -1, d: 0, e: height },
    7: { a: 0, b: -1, c: -1, d: 0, e: height, f: width },
    8: { a: 0, b: -1, c: 1, d: 0, f: width },
  };
  context.setTransform(how[orientation]);
  context.drawImage(picture, 0, 0);
  picture.close();
  return canvas.transferToImageBitmap();
}
