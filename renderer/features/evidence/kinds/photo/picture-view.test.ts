import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, lookingAt, type PictureLook, pointOf, turned, whole, zoomed } from './picture-view.ts';

const fit = { width: 400, height: 300 };
const turn = fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const);
const pixels = fc.double({ min: -500, max: 500, noNaN: true });

/** Where a point of the picture lies in the frame: the transform that the stage's style says, by hand. */
function inFrame(look: PictureLook, { x, y }: { x: number; y: number }) {
  const [px, py] = [(x - 0.5) * fit.width * look.zoom, (y - 0.5) * fit.height * look.zoom];
  const angle = (look.turn * Math.PI) / 180;
  return {
    x: look.x + px * Math.cos(angle) - py * Math.sin(angle),
    y: look.y + px * Math.sin(angle) + py * Math.cos(angle),
  };
}

describe('looking at a picture', () => {
  it('finds the point of the picture under the pointer, however it is zoomed, moved and turned', () => {
    const look = fc.record({ zoom: fc.double({ min: 1, max: 32, noNaN: true }), x: pixels, y: pixels, turn });
    fc.assert(
      fc.property(look, fc.record({ x: pixels, y: pixels }), (how, at) => {
        const back = inFrame(how, pointOf(how, fit, at));
        expect(back.x).toBeCloseTo(at.x, 6);
        expect(back.y).toBeCloseTo(at.y, 6);
      }),
    );
  });

  it('keeps the point under the pointer where it is while zooming', () => {
    const at = { x: 120, y: -40 };
    const before = { ...whole, zoom: 2, x: 10, y: 5 };
    const point = pointOf(before, fit, at);
    const after = pointOf(zoomed(before, 1.5, at), fit, at);
    expect(after.x).toBeCloseTo(point.x);
    expect(after.y).toBeCloseTo(point.y);
  });

  it('shows all of it again when it is zoomed out, and after four turns', () => {
    expect(zoomed({ ...whole, zoom: 1.1, x: 50, y: 9 }, 0.5)).toEqual(whole);
    expect(turned(turned(turned(turned(whole, 1), 1), 1), 1)).toEqual(whole);
    expect(turned(whole, -1).turn).toBe(270);
  });

  it('fits a picture that is turned on its side, and never enlarges it', () => {
    expect(fitted({ width: 4000, height: 3000 }, { width: 400, height: 400 }, 90)).toEqual({ width: 400, height: 300 });
    expect(fitted({ width: 100, height: 50 }, { width: 400, height: 400 }, 0)).toEqual({ width: 100, height: 50 });
  });

  it('brings the part that is meant into the middle', () => {
    const part = { x: 0.7, y: 0.1, width: 0.1, height: 0.1 };
    const look = lookingAt(part, fit, { width: 600, height: 400 });
    const middle = inFrame(look, { x: 0.75, y: 0.15 });
    expect(middle.x).toBeCloseTo(0);
    expect(middle.y).toBeCloseTo(0);
    expect(look.zoom).toBeGreaterThan(1);
  });
});
