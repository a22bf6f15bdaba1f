import type { Rectangle } from '#domain/excerpt.ts';

/** A point in fractions (0 to 1) of the picture as it is shown. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** The least width and height of a region: a hundredth of the picture, so that it can be seen and taken hold of. */
export const LEAST = 0.01;

/** Gives the rectangle between two corners, in any order, kept inside the picture. */
export function rectangleBetween(a: Point, b: Point): Rectangle {
  const [left, right] = [within(Math.min(a.x, b.x), 0, 1), within(Math.max(a.x, b.x), 0, 1)];
  const [top, bottom] = [within(Math.min(a.y, b.y), 0, 1), within(Math.max(a.y, b.y), 0, 1)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Gives the rectangle moved, as far as the picture goes; its size stays. */
export function moved({ x, y, width, height }: Rectangle, by: Point): Rectangle {
  return { x: within(x + by.x, 0, 1 - width), y: within(y + by.y, 0, 1 - height), width, height };
}

/** Gives the rectangle with its lower right corner moved: no smaller than {@link LEAST}, no farther than the picture goes. */
export function resized({ x, y, width, height }: Rectangle, by: Point): Rectangle {
  return { x, y, width: grown(width, by.x, 1 - x), height: grown(height, by.y, 1 - y) };
}

function grown(size: number, by: number, most: number): number {
  return within(size + by, Math.min(LEAST, most), most);
}

/** Says whether a rectangle is large enough to be meant, and not the trace of a click. */
export function isDrawn({ width, height }: Rectangle): boolean {
  return width >= LEAST && height >= LEAST;
}
