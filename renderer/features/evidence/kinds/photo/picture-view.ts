import type { Point } from '#domain/evidence/rectangle.ts';
import type { Rectangle } from '#domain/excerpt.ts';

/** How a picture is looked at; the picture itself stays as it is. */
export interface PictureLook {
  /** 1 shows all of it. */
  readonly zoom: number;
  /** How far its middle is from the middle of the frame, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Clockwise, in degrees. */
  readonly turn: 0 | 90 | 180 | 270;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const whole: PictureLook = { zoom: 1, x: 0, y: 0, turn: 0 };
const LEAST = 1;
const MOST = 32;

/** Gives the size at which all of a picture fits into a frame when it is turned so; never larger than it is. */
export function fitted(picture: Size, frame: Size, turn: PictureLook['turn']): Size {
  const [width, height] = turn % 180 === 0 ? [picture.width, picture.height] : [picture.height, picture.width];
  const scale = Math.min(1, frame.width / width, frame.height / height);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** Gives the look after zooming by a factor around a point of the frame (pixels from its middle), which stays where it is. */
export function zoomed(look: PictureLook, factor: number, at: Point = { x: 0, y: 0 }): PictureLook {
  const zoom = Math.min(MOST, Math.max(LEAST, look.zoom * factor));
  if (zoom === LEAST) return { ...whole, turn: look.turn };
  const by = zoom / look.zoom;
  return { ...look, zoom, x: at.x + (look.x - at.x) * by, y: at.y + (look.y - at.y) * by };
}

/** Gives the look turned a quarter, clockwise or back, with all of the picture in sight. */
export function turned(look: PictureLook, quarters: 1 | -1): PictureLook {
  const turns = [0, 90, 180, 270] as const;
  const at = turns.indexOf(look.turn) + quarters;
  return { ...whole, turn: turns.at(at % 4) ?? 0 };
}

/** Gives the point of the picture (in fractions of it) that lies at a point of the frame (pixels from its middle). */
export function pointOf(look: PictureLook, fit: Size, at: Point): Point {
  const [x, y] = [(at.x - look.x) / look.zoom, (at.y - look.y) / look.zoom];
  const back = unturned(look.turn, { x, y });
  return { x: back.x / fit.width + 0.5, y: back.y / fit.height + 0.5 };
}

/** Gives a movement in the frame as a movement in the picture (in fractions of it). */
export function movementOf(look: PictureLook, fit: Size, by: Point): Point {
  const back = unturned(look.turn, { x: by.x / look.zoom, y: by.y / look.zoom });
  return { x: back.x / fit.width, y: back.y / fit.height };
}

function unturned(turn: PictureLook['turn'], { x, y }: Point): Point {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: y, y: -x };
    case 180:
      return { x: -x, y: -y };
    case 270:
      return { x: -y, y: x };
  }
}

/** Gives the look that shows a part of the picture in the middle, taking about two thirds of the frame. */
export function lookingAt(part: Rectangle, fit: Size, frame: Size): PictureLook {
  const zoom = Math.min(
    8,
    Math.max(LEAST, (0.66 * frame.width) / (part.width * fit.width), 0),
    Math.max(LEAST, (0.66 * frame.height) / (part.height * fit.height), 0),
  );
  if (!Number.isFinite(zoom)) return whole;
  const middle = { x: part.x + part.width / 2 - 0.5, y: part.y + part.height / 2 - 0.5 };
  return { zoom, x: -middle.x * fit.width * zoom, y: -middle.y * fit.height * zoom, turn: 0 };
}
