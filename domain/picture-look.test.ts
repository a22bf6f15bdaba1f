import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALIKE, LOOK_HEIGHT, LOOK_WIDTH, lookDistance, lookOf } from './picture-look.ts';

/** A picture whose brightness is a function of the place, 0 to 1 either way. */
function picture(brightness: (x: number, y: number) => number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(LOOK_WIDTH * LOOK_HEIGHT * 4);
  for (let y = 0; y < LOOK_HEIGHT; y += 1) {
    for (let x = 0; x < LOOK_WIDTH; x += 1) {
      pixels.fill(
        brightness(x / (LOOK_WIDTH - 1), y / (LOOK_HEIGHT - 1)),
        (y * LOOK_WIDTH + x) * 4,
        (y * LOOK_WIDTH + x) * 4 + 4,
      );
    }
  }
  return pixels;
}
const waves = (x: number, y: number) => 128 + 60 * Math.sin(9 * x + 3 * y) + 40 * Math.cos(11 * y - 5 * x);
const look = (brightness: (x: number, y: number) => number) => lookOf(picture(brightness)) ?? '';

test('the same picture brighter, duller or with some noise looks alike; another, or its mirror image, does not', () => {
  const own = look(waves);
  expect(own).toMatch(/^[0-9a-f]{64}$/);
  expect(
    lookDistance(
      own,
      look((x, y) => waves(x, y) * 0.7 + 30),
    ),
  ).toBeLessThanOrEqual(ALIKE);
  expect(
    lookDistance(
      own,
      look((x, y) => waves(x, y) + ((x * 971 + y * 131) % 3)),
    ),
  ).toBeLessThanOrEqual(ALIKE);
  expect(
    lookDistance(
      own,
      look((x, y) => waves(1 - x, y)),
    ),
  ).toBeGreaterThan(ALIKE);
  expect(
    lookDistance(
      own,
      look((x, y) => 128 + 90 * Math.sin(17 * x * y)),
    ),
  ).toBeGreaterThan(ALIKE);
});

test('a picture of one colour has no look: it would be like every other', () => {
  expect(lookOf(picture(() => 0))).toBeUndefined();
  expect(lookOf(picture(() => 250))).toBeUndefined();
});

test('the distance is that of the bits, and a metric', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
  const bitsOf = (text: string) =>
    Array.from(text, (one) => Number.parseInt(one, 16).toString(2).padStart(4, '0')).join('');
  fc.assert(
    fc.property(digits, digits, digits, (a, b, c) => {
      const counted = Array.from(bitsOf(a)).filter((bit, at) => bit !== bitsOf(b)[at]).length;
      expect(lookDistance(a, b)).toBe(counted);
      expect(lookDistance(a, a)).toBe(0);
      expect(lookDistance(a, c)).toBeLessThanOrEqual(lookDistance(a, b) + lookDistance(b, c));
    }),
  );
});
