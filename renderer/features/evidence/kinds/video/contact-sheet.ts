import { happens } from '#features/evidence/assets/video-poster.ts';
import { assetBlob } from '#store/assets.ts';
import { keepPreview, keptPreview } from '#store/previews.ts';

const ACROSS = 4;
const DOWN = 3;
/** How many frames a contact sheet has. */
export const FRAMES = ACROSS * DOWN;
/** In pixels; the height follows the film. */
const FRAME_WIDTH = 240;

/**
 * Gives a picture of twelve frames of a film asset at equal distances, the first line from left to right; null when this browser
 * shows none of its pictures. Made the first time and kept; it can be made again at any time. Rejects with the abort's reason.
 */
export async function contactSheetOf(
  sha256: string,
  {
    signal,
    report,
  }: { readonly signal: AbortSignal; readonly report: (progress: { done: number; total: number }) => void },
): Promise<Blob | null> {
  const kept = await keptPreview(sha256, 'sheet');
  if (kept) return kept.picture;
  const url = URL.createObjectURL(await assetBlob(sha256));
  const video = document.createElement('video');
  try {
    video.muted = true;
    video.preload = 'auto';
    video.src = url;
    const opens = await happens(video, 'loadeddata', signal);
    if (!opens || video.videoWidth === 0) return null;
    if (!Number.isFinite(video.duration)) {
      // A recorder that streams writes no length; behind the last frame the browser knows it.
      video.currentTime = 1e9;
      await happens(video, 'seeked', signal);
    }
    if (!Number.isFinite(video.duration)) return null;
    const height = Math.max(1, Math.round((FRAME_WIDTH * video.videoHeight) / video.videoWidth));
    const canvas = new OffscreenCanvas(FRAME_WIDTH * ACROSS, height * DOWN);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas to draw on.');
    for (let n = 0; n < FRAMES; n += 1) {
      report({ done: n, total: FRAMES });
      video.currentTime = (video.duration * (n + 0.5)) / FRAMES;
      // A film that breaks off gives no frame behind the break: its place stays empty.
      if (!(await happens(video, 'seeked', signal))) break;
      context.drawImage(video, (n % ACROSS) * FRAME_WIDTH, Math.floor(n / ACROSS) * height, FRAME_WIDTH, height);
    }
    const picture = await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 });
    await keepPreview({ sha256, size: 'sheet', picture, width: canvas.width, height: canvas.height });
    return picture;
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  }
}
