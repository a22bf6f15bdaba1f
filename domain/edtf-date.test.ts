import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageAccepts, readEdtf, readPackagePoint } from './edtf-date.ts';

const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'));
const year = fc.integer({ min: 1000, max: 9999 }).map(String);
const point = fc
  .tuple(year, fc.option(fc.tuple(two(0, 13), fc.option(two(0, 32)))), fc.constantFrom('', '~', '?', '%'))
  .map(([y, rest, mark]) => {
    if (rest === null) return y + mark;
    const [month, day] = rest;
    return `${y}-${month}${day === null ? '' : `-${day}`}${mark}`;
  });

describe('a plain date is read without the package, and as the package reads it', () => {
  it('as one point', () => {
    fc.assert(
      fc.property(point, (text) => {
        const read = readEdtf(text);
        const expected = readPackagePoint(text);
        if (typeof expected === 'string') expect(read).toEqual({ ok: false, code: expected });
        else expect(read).toEqual({ ok: true, date: { form: 'point', point: expected } });
      }),
      { numRuns: 1000 },
    );
  });

  it('as an interval, which must end after its beginning', () => {
    const near = fc.tuple(fc.constantFrom('2023', '2024'), two(1, 12), fc.option(two(1, 28))).map(([y, m, d]) => {
      return d === null ? (m === '01' ? y : `${y}-${m}`) : `${y}-${m}-${d}`;
    });
    fc.assert(
      fc.property(near, near, (from, to) => {
        expect(readEdtf(`${from}/${to}`).ok).toBe(packageAccepts(`${from}/${to}`));
      }),
      { numRuns: 500 },
    );
  });
});
