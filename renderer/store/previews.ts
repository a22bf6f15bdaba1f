import { assetBlob } from './assets.ts';
import { database, type Preview } from './database.ts';
import { isDecodedHere } from './decode-picture.ts';
import type { ThumbnailAnswer, ThumbnailAsked } from './thumbnail-worker.ts';

/**
 * Why there is no picture of an asset: too many pixels to decode safely, a header that does not tell how many (and so not
 * decoded either), nothing this browser can show, or damaged.
 */
export type NoPicture = 'too-large' | 'unreadable' | 'cannot-show' | 'damaged';
export type Picture = Preview | { readonly none: NoPicture };

interface Job {
  readonly sha256: string;
  readonly settled: Promise<Picture>;
  readonly settle: { resolve(picture: Picture): void; reject(error: unknown): void };
  waiting: number;
}

/** Jobs that wait, the one asked for last at the end: what is on the screen now comes before what was scrolled past. */
const waiting = new Map<string, Job>();
let running: Job | null = null;
/** What was tried and failed; tried again only after a restart. */
const without = new Map<string, NoPicture>();

/**
 * Gives a small picture of a picture asset (at most 480 pixels either way, upright), made in a worker the first time and kept
 * beside the originals. Rejects with the abort's reason when the signal aborts, and with AssetMissing when the bytes are not here.
 */
export async function thumbnail(sha256: string, signal: AbortSignal): Promise<Picture> {
  const kept = await keptPreview(sha256, 'thumbnail');
  signal.throwIfAborted();
  if (kept) return kept;
  const none = without.get(sha256);
  if (none) return { none };
  const job = jobFor(sha256);
  job.waiting += 1;
  const leave = () => {
    job.waiting -= 1;
    if (job.waiting === 0 && waiting.delete(sha256)) job.settle.reject(signal.reason);
  };
  signal.addEventListener('abort', leave, { once: true });
  void work();
  try {
    return await job.settled;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/**
 * Gives the look of a picture asset, by which others like it are found ({@link lookOf}); null where it has none or cannot be shown.
 * Kept with its small picture, which is made for it where it was not yet, or before looks were kept. Rejects like {@link thumbnail}.
 */
export async function pictureLook(sha256: string, signal: AbortSignal): Promise<string | null> {
  const picture = await thumbnail(sha256, signal);
  if ('none' in picture) return null;
  if (picture.look !== undefined) return picture.look;
  await database.previews.delete([sha256, 'thumbnail']);
  const again = await thumbnail(sha256, signal);
  return 'none' in again ? null : (again.look ?? null);
}

/**
 * Gives a picture asset as the window can draw it: its own bytes, or, of a HEIC or TIFF, a picture made from them in full size and kept
 * beside the originals. Rejects with AssetMissing when the bytes are not here; bytes that cannot be decoded are given as they are.
 */
export async function drawablePicture(sha256: string): Promise<Blob> {
  const bytes = await assetBlob(sha256);
  if (!isDecodedHere(bytes.type)) return bytes;
  const kept = await keptPreview(sha256, 'whole');
  if (kept) return kept.picture;
  const own = new Worker(new URL('./thumbnail-worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = await ask(own, { bytes, whole: true });
    if ('none' in answer) return bytes;
    await keepPreview({ sha256, size: 'whole', ...answer });
    return answer.picture;
  } finally {
    own.terminate();
  }
}

/** Gives a preview that was made before. */
export function keptPreview(sha256: string, size: Preview['size']): Promise<Preview | undefined> {
  return database.previews.get([sha256, size]);
}

/** Keeps a picture made from an asset; it can be made again at any time. A full disk is no failure: it is made again then. */
export async function keepPreview(preview: Preview): Promise<void> {
  try {
    await database.previews.put(preview);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'QuotaExceededError') throw error;
  }
}

function jobFor(sha256: string): Job {
  if (running?.sha256 === sha256) return running;
  const known = waiting.get(sha256);
  if (known) {
    waiting.delete(sha256);
    waiting.set(sha256, known);
    return known;
  }
  let settle: Job['settle'] = { resolve: () => {}, reject: () => {} };
  const settled = new Promise<Picture>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // Whoever asked may have gone away; the others hear of a failure through the same promise.
  settled.catch(() => {});
  const job = { sha256, settled, settle, waiting: 0 };
  waiting.set(sha256, job);
  return job;
}

async function work(): Promise<void> {
  if (running) return;
  const job = [...waiting.values()].at(-1);
  if (!job) return;
  waiting.delete(job.sha256);
  running = job;
  try {
    const answer = await askWorker(await assetBlob(job.sha256));
    if ('none' in answer) without.set(job.sha256, answer.none);
    else await keepPreview({ sha256: job.sha256, size: 'thumbnail', ...answer });
    job.settle.resolve('none' in answer ? answer : { sha256: job.sha256, size: 'thumbnail', ...answer });
  } catch (error) {
    job.settle.reject(error);
  } finally {
    running = null;
  }
  void work();
}

let worker: Worker | null = null;

/** One question at a time. A worker that dies (a picture beyond its memory) is replaced, and the picture counts as damaged. */
function askWorker(bytes: Blob): Promise<ThumbnailAnswer> {
  const asked: Worker = worker ?? new Worker(new URL('./thumbnail-worker.ts', import.meta.url), { type: 'module' });
  worker = asked;
  return ask(asked, { bytes }, () => {
    asked.terminate();
    worker = null;
  });
}

function ask(worker: Worker, question: ThumbnailAsked, died: () => void = () => undefined): Promise<ThumbnailAnswer> {
  return new Promise((resolve) => {
    worker.onmessage = (message: MessageEvent<ThumbnailAnswer>) => resolve(message.data);
    worker.onerror = () => {
      died();
      resolve({ none: 'damaged' });
    };
    worker.postMessage(question);
  });
}
