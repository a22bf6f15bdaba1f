/** How many points across and down a picture is looked at for its {@link lookOf}: one more across, to have 256 differences. */
export const LOOK_WIDTH = 17;
export const LOOK_HEIGHT = 16;

/** Two pictures whose looks differ in at most so many of 256 points are worth a comparison. Measured on scaled, re-encoded pictures. */
export const ALIKE = 26;

/** A picture with less contrast between neighbouring points looks like any other: fog, black, a blank page. */
const LEAST_CONTRAST = 2;

/**
 * Gives the look of a picture as 64 hexadecimal digits (a difference hash): for each point whether its right neighbour is
 * brighter. It stays nearly the same when a picture is scaled, compressed again or made brighter, and changes when it is cropped,
 * turned or mirrored. Never a fact about a picture: only what is offered for comparison. Undefined for pictures without contrast.
 * `pixels` are RGBA, 17 wide and 16 high.
 */
export function lookOf(pixels: Uint8ClampedArray): string | undefined {
  const bright = (x: number, y: number) => {
    const at = (y * LOOK_WIDTH + x) * 4;
    return 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
  };
  let digits = '';
  let contrast = 0;
  for (let y = 0; y < LOOK_HEIGHT; y += 1) {
    for (let x = 0; x < LOOK_WIDTH - 1; x += 4) {
      let digit = 0;
      for (let bit = 0; bit < 4; bit += 1) {
        const step = bright(x + bit + 1, y) - bright(x + bit, y);
        contrast += Math.abs(step);
        digit = digit * 2 + (step > 0 ? 1 : 0);
      }
      digits += digit.toString(16);
    }
  }
  return contrast / (LOOK_HEIGHT * (LOOK_WIDTH - 1)) < LEAST_CONTRAST ? undefined : digits;
}

/** Gives in how many of 256 points two looks differ. */
export function lookDistance(a: string, b: string): number {
  let distance = 0;
  for (let at = 0; at < a.length; at += 8) {
    let bits = (Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16)) >>> 0;
    for (; bits !== 0; bits &= bits - 1) distance += 1;
  }
  return distance;
}
