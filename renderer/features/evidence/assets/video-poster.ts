import { assetBlob } from '#store/assets.ts';
import { keepPreview, keptPreview, type NoPicture, type Picture } from '#store/previews.ts';

const LONGEST = 480;
/** A file that gives no frame in this time cannot be played here. */
const PATIENCE_MS = 10_000;

const without = new Map<string, NoPicture>();
let last: Promise<unknown> = Promise.resolve();

/** Gives a picture of an early frame of a video asset, made the first time and kept; one video at a time is opened for it. */
export async function posterOf(sha256: string, signal: AbortSignal): Promise<Picture> {
  const kept = await keptPreview(sha256, 'poster');
  signal.throwIfAborted();
  if (kept) return kept;
  const made = last.then(() => make(sha256, signal));
  last = made.catch(() => {});
  return made;
}

async function make(sha256: string, signal: AbortSignal): Promise<Picture> {
  signal.throwIfAborted();
  const none = without.get(sha256);
  const kept = await keptPreview(sha256, 'poster');
  if (none || kept) return kept ?? { none: none ?? 'cannot-show' };
  const url = URL.createObjectURL(await assetBlob(sha256));
  const video = document.createElement('video');
  try {
    video.muted = true;
    video.preload = 'auto';
    video.src = url;
    const canPlay = await happens(video, 'loadeddata', signal);
    if (canPlay && video.videoWidth > 0 && video.duration > 2) {
      video.currentTime = Math.min(1, video.duration / 4);
      await happens(video, 'seeked', signal);
    }
    if (!canPlay || video.videoWidth === 0) {
      without.set(sha256, 'cannot-show');
      return { none: 'cannot-show' };
    }
    const preview = { sha256, size: 'poster' as const, ...(await frameOf(video, LONGEST)) };
    await keepPreview(preview);
    return preview;
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  }
}

/** Waits for an event of a video; false when it fails instead or takes too long. Rejects when the signal aborts. */
export function happens(
  video: HTMLVideoElement,
  event: 'loadeddata' | 'seeked',
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const end = (outcome: () => void) => () => {
      listening.abort();
      clearTimeout(timer);
      outcome();
    };
    const timer = setTimeout(
      end(() => resolve(false)),
      PATIENCE_MS,
    );
    const options = { signal: listening.signal };
    video.addEventListener(
      event,
      end(() => resolve(true)),
      options,
    );
    video.addEventListener(
      'error',
      end(() => resolve(false)),
      options,
    );
    signal.addEventListener(
      'abort',
      end(() => reject(signal.reason)),
      options,
    );
  });
}

/** Draws the frame a video stands at, no longer than `longest` pixels either way, as WebP. */
async function frameOf(
  video: HTMLVideoElement,
  longest: number,
): Promise<{ picture: Blob; width: number; height: number }> {
  const scale = Math.min(1, longest / Math.max(video.videoWidth, video.videoHeight));
  const width = Math.max(1, Math.round(video.videoWidth * scale));
  const height = Math.max(1, Math.round(video.videoHeight * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas to draw on.');
  context.drawImage(video, 0, 0, width, height);
  return { picture: await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 }), width, height };
}
