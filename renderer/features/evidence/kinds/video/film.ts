import { createContext, useContext } from 'react';

/** The film of an exhibit while it stands open: where it is and how to move it. */
export interface Film {
  /** Seconds from the start. */
  time(): number;
  /** The film's own length in seconds; undefined until it is known. */
  length(): number | undefined;
  seek(seconds: number): void;
  /** Stands still and goes on or back by one frame. */
  step(frames: 1 | -1): void;
  /** Keeps the frame that shows, in the film's own size, as PNG. */
  grab(): Promise<Blob>;
  /** Stands still, keeps the frame at a time as `grab` does, and goes back to where it stood. */
  frameAt(seconds: number): Promise<Blob>;
}

/** How a view reaches the film that plays in it; null where none is open. */
export const FilmContext = createContext<{ readonly current: Film | null }>({ current: null });

export function useFilm(): { readonly current: Film | null } {
  return useContext(FilmContext);
}

/** How long a frame is taken to be where the film does not tell: 25 in a second. */
export const FRAME_SECONDS = 1 / 25;

/** Draws the frame a video shows, in its own size, as PNG: nothing of it is lost to compression. */
export async function grabFrame(video: HTMLVideoElement): Promise<Blob> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas to draw on.');
  context.drawImage(video, 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Moves a video to a time and waits until it stands there; rejects when the file cannot be read there. */
export function seekTo(video: HTMLVideoElement, seconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const end = (outcome: () => void) => () => {
      listening.abort();
      outcome();
    };
    const options = { signal: listening.signal };
    video.addEventListener('seeked', end(resolve), options);
    video.addEventListener(
      'error',
      end(() => reject(new Error(video.error?.message || 'The film cannot be read there.'))),
      options,
    );
    video.currentTime = seconds;
  });
}
