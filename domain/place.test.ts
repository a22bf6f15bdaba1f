import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCoordinates, parseCoordinates, placeSchema } from './place.ts';

test.each<[string, number, number]>([
  ['20.45, 1.98', 20.45, 1.98],
  ['20.45 1.98', 20.45, 1.98],
  ['-33.9,18.42', -33.9, 18.42],
  ['\u221233.9; 18.42', -33.9, 18.42],
  ['20,45; 1,98', 20.45, 1.98],
  ['20,45 1,98', 20.45, 1.98],
  ['20.45°, 1.98°', 20.45, 1.98],
  ['20.45N 1.98E', 20.45, 1.98],
  ['N 20.45 W 1.98', 20.45, -1.98],
  ['1.98E, 20.45N', 20.45, 1.98],
  ['20.45° N, 1.98° W', 20.45, -1.98],
  ['20°27\'00"N 1°58\'48"E', 20.45, 1.98],
  ['20°27′00″S 1°58′48″O', -20.45, -1.98],
  ['20 27 00 N, 1 58 48 E', 20.45, 1.98],
  ["N 20°27' E 1°58.8'", 20.45, 1.98],
  ['20°27.0′N, 1°58.8′E', 20.45, 1.98],
  ['geo:20.45,1.98', 20.45, 1.98],
  ['geo:20.45,1.98,300;crs=wgs84', 20.45, 1.98],
])('reads %s', (text, lat, lon) => {
  const read = parseCoordinates(text);
  expect(read.ok, text).toBe(true);
  if (!read.ok) return;
  expect(read.at.lat).toBeCloseTo(lat, 9);
  expect(read.at.lon).toBeCloseTo(lon, 9);
});

test('keeps the uncertainty of a geo address', () => {
  expect(parseCoordinates('geo:20.45,1.98;u=50')).toEqual({ ok: true, at: { lat: 20.45, lon: 1.98 }, metres: 50 });
});

test.each([
  ['91, 0', 'out-of-range'],
  ['0, 181', 'out-of-range'],
  ['91N 10E', 'out-of-range'],
  ['20°61\'00"N 1°00\'00"E', 'out-of-range'],
  ['-20N 10E', 'out-of-range'],
  ['20N 10S', 'not-coordinates'],
  ['20.45', 'not-coordinates'],
  ['1,2,3', 'not-coordinates'],
  ['Tinzaouaten', 'not-coordinates'],
  ['', 'not-coordinates'],
  ['geo:1,2;crs=nad27', 'other-reference-system'],
])('refuses %s', (text, code) => {
  expect(parseCoordinates(text)).toEqual({ ok: false, code });
});

const points = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

test('decimal degrees are read back to a tenth of a metre', () => {
  fc.assert(
    fc.property(points, (at) => {
      const read = parseCoordinates(formatCoordinates(at, 'decimal'));
      expect(read.ok && Math.abs(read.at.lat - at.lat) <= 5.1e-7 && Math.abs(read.at.lon - at.lon) <= 5.1e-7).toBe(
        true,
      );
    }),
  );
});

test('degrees, minutes and seconds are read back to half a second', () => {
  fc.assert(
    fc.property(points, (at) => {
      const read = parseCoordinates(formatCoordinates(at, 'dms'));
      const near = 0.5001 / 3600;
      expect(read.ok && Math.abs(read.at.lat - at.lat) <= near && Math.abs(read.at.lon - at.lon) <= near).toBe(true);
    }),
  );
});

test('writes what maps write', () => {
  expect(formatCoordinates({ lat: 20.45, lon: -1.98 }, 'decimal')).toBe('20.45, -1.98');
  expect(formatCoordinates({ lat: 20.45, lon: -1.98 }, 'dms')).toBe('20°27′00″N 1°58′48″W');
  expect(formatCoordinates({ lat: -0.0000001, lon: 100 }, 'decimal')).toBe('0, 100');
});

test('a place says how exact it is', () => {
  const place = { name: 'Tinzaouaten', at: { lat: 19.95, lon: 2.97 }, precision: 10_000, how: 'stated' };
  expect(placeSchema.parse(place)).toEqual(place);
  expect(placeSchema.safeParse({ ...place, precision: 'somewhere' }).success).toBe(false);
  expect(placeSchema.safeParse({ ...place, precision: 0 }).success).toBe(false);
  expect(placeSchema.safeParse({ ...place, at: { lat: 95, lon: 0 } }).success).toBe(false);
});
