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
