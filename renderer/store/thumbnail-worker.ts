import { isTooLargeToDecode, readImageSize } from '#domain/image-size.ts';
import { recogniseMime } from '#domain/mime.ts';
import { LOOK_HEIGHT, LOOK_WIDTH, lookOf } from '#domain/picture-look.ts';
import { decodePicture, isDecodedHere } from './decode-picture.ts';
import type { NoPicture } from './previews.ts';

export interface ThumbnailAsked {
  readonly bytes: Blob;
  /** In its own size, where the browser could not draw it by itself. */
  readonly whole?: true;
}

export type ThumbnailAnswer =
  | { readonly picture: Blob; readonly width: number; readonly height: number; readonly look: string | null }
  | { readonly none: NoPicture };

const LONGEST = 480;
const HEAD = 256 * 1024;
/** How far a header is looked for, in bytes. */
const MOST = 64 * 1024 * 1024;
const QUALITY = 0.82;

self.onmessage = async (message: MessageEvent<ThumbnailAsked>) => {
  self.postMessage(await thumbnailOf(message.data));
};

async function thumbnailOf({ bytes, whole }: ThumbnailAsked): Promise<ThumbnailAnswer> {
  const head = new Uint8Array(await bytes.slice(0, HEAD).arrayBuffer());
  const mime = recogniseMime(head);
  if (!mime?.startsWith('image/')) return { none: 'cannot-show' };
  const short = readImageSize(head);
  const size =
    !short.ok && short.code === 'too-short'
      ? readImageSize(new Uint8Array(await bytes.slice(0, MOST).arrayBuffer()))
      : short;
  if (!size.ok) return { none: 'unreadable' };
  if (isTooLargeToDecode(size)) return { none: 'too-large' };
  try {
    if (isDecodedHere(mime))
      return await drawn(await decodePicture(bytes, mime), whole ? Number.POSITIVE_INFINITY : LONGEST);
    // Subtle: only JPEG can be decoded at a fraction of its size, and that is where it pays (three times as fast).
    const decoded = mime === 'image/jpeg' ? await decodeSmall(bytes, size) : await createImageBitmap(bytes);
    return await drawn(decoded, LONGEST);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return { none: isDecodedHere(mime) ? 'cannot-show' : 'damaged' };
  }
}

async function decodeSmall(
  bytes: Blob,
  size: { readonly width: number; readonly height: number },
): Promise<VideoFrame | ImageBitmap> {
  const scale = Math.min(1, (2 * LONGEST) / Math.max(size.width, size.height));
  const decoder = new ImageDecoder({
    data: bytes.stream(),
    type: 'image/jpeg',
    desiredWidth: Math.max(1, Math.round(size.width * scale)),
    desiredHeight: Math.max(1, Math.round(size.height * scale)),
  });
  try {
    const { image } = await decoder.decode();
    return image;
  } finally {
    decoder.close();
  }
}

async function drawn(decoded: VideoFrame | ImageBitmap, longest: number): Promise<ThumbnailAnswer> {
  const [wide, high] =
    decoded instanceof VideoFrame ? [decoded.displayWidth, decoded.displayHeight] : [decoded.width, decoded.height];
  const scale = Math.min(1, longest / Math.max(wide, high));
  const width = Math.max(1, Math.round(wide * scale));
  const height = Math.max(1, Math.round(high * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new DOMException('No canvas to draw on.', 'EncodingError');
  context.imageSmoothingQuality = 'high';
  context.drawImage(decoded, 0, 0, width, height);
  decoded.close();
  const picture = await canvas.convertToBlob({
    type: longest === LONGEST ? 'image/webp' : 'image/jpeg',
    quality: QUALITY,
  });
  return { picture, width, height, look: lookAt(canvas) };
}

function lookAt(picture: OffscreenCanvas): string | null {
  const canvas = new OffscreenCanvas(LOOK_WIDTH, LOOK_HEIGHT);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new DOMException('No canvas to draw on.', 'EncodingError');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, LOOK_WIDTH, LOOK_HEIGHT);
  return lookOf(context.getImageData(0, 0, LOOK_WIDTH, LOOK_HEIGHT).data) ?? null;
}
