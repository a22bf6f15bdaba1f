import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDuration, writeDuration } from './duration.ts';

test.each<[string, number]>([
  ['1:02:03.5', 3723.5],
  ['12:30', 750],
  ['0:05', 5],
  ['90:00', 5400],
  ['45', 45],
  ['45,25', 45.25],
  ['0:00.001', 0.001],
])('reads %s', (text, seconds) => {
  expect(parseDuration(text)).toEqual({ ok: true, seconds });
});

test.each(['', '1:60', '1:5', '1:61:00', '1:2:03', '-0:05', '1:02:03:04', '0:01.2345', 'two minutes'])(
  'refuses %s',
  (text) => {
    expect(parseDuration(text)).toEqual({ ok: false, code: 'not-a-time-code' });
  },
);

test.each<[number, string]>([
  [0, '0:00'],
  [59.9996, '1:00'],
  [750, '12:30'],
  [3723.5, '1:02:03.5'],
])('writes %d', (seconds, text) => {
  expect(writeDuration(seconds)).toBe(text);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('throws on %d', (seconds) => {
  expect(() => writeDuration(seconds)).toThrow(RangeError);
});

test('every millisecond is read back', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), (milliseconds) => {
      expect(parseDuration(writeDuration(milliseconds / 1000))).toEqual({ ok: true, seconds: milliseconds / 1000 });
    }),
  );
});
