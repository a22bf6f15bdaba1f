import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rectangleSchema } from '#domain/excerpt.ts';
import { isDrawn, LEAST, moved, rectangleBetween, resized } from './rectangle.ts';

const number = fc.double({ min: -2, max: 3, noNaN: true });
const point = fc.record({ x: number, y: number });

describe('the region of a picture', () => {
  it('is the same from whichever corner it is drawn', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(rectangleBetween(a, b)).toEqual(rectangleBetween(b, a));
      }),
    );
  });

  it('never leaves the picture, however it is drawn, moved and resized', () => {
    fc.assert(
      fc.property(point, point, point, point, (a, b, by, grow) => {
        const region = resized(moved(rectangleBetween(a, b), by), grow);
        expect(rectangleSchema.safeParse(region).success).toBe(true);
        expect(region.x + region.width).toBeLessThanOrEqual(1 + 1e-9);
        expect(region.y + region.height).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('keeps its size when it is moved against the border', () => {
    const region = moved({ x: 0.7, y: 0.1, width: 0.2, height: 0.2 }, { x: 0.5, y: -0.5 });
    expect(region).toEqual({ x: 0.8, y: 0, width: 0.2, height: 0.2 });
  });

  it('is no smaller than can be taken hold of', () => {
    expect(resized({ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }, { x: -1, y: -1 })).toMatchObject({
      width: LEAST,
      height: LEAST,
    });
    expect(isDrawn({ x: 0, y: 0, width: 0.001, height: 0.5 })).toBe(false);
  });
});
