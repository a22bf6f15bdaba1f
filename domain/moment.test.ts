import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMoments, earliest, latest, type Moment, momentSchema, writeMoment } from './moment.ts';
import { parseMoment } from './parse-moment.ts';

const iso = (instant: number) => new Date(instant).toISOString();

const two = (value: number) => String(value).padStart(2, '0');
const dayText = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clockText = fc
  .tuple(fc.nat(23), fc.nat(59), fc.option(fc.nat(59)), fc.option(fc.nat(999)))
  .map(([hour, minute, second, milli]) => {
    if (second === null) return `${two(hour)}:${two(minute)}`;
    return `${two(hour)}:${two(minute)}:${two(second)}${milli === null ? '' : `.${String(milli).padStart(3, '0')}`}`;
  });
const localText = fc.tuple(dayText, clockText).map(([day, clock]) => `${day}T${clock}`);
const zoneText = fc.oneof(
  fc.constantFrom('Z', 'unknown', 'Africa/Bamako', 'Europe/Paris', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'),
  fc
    .tuple(fc.integer({ min: -11, max: 13 }), fc.nat(59))
    .map(([h, m]) => `${h < 0 ? '-' : '+'}${two(Math.abs(h))}:${two(m)}`),
);
const mark = fc.constantFrom('', '~', '?', '%');
const pointText = fc.oneof(
  fc.tuple(dayText, mark).map((parts) => parts.join('')),
  fc.tuple(dayText, mark).map(([day, sign]) => day.slice(0, 7) + sign),
  fc.tuple(dayText, mark).map(([day, sign]) => day.slice(0, 4) + sign),
  dayText.map((day) => `${day.slice(0, 8)}XX`),
  // The package wants two days to choose from: it refuses 3X in the months of thirty.
  dayText.map((day) => `${day.slice(0, 9)}X`).filter((day) => !/-(?:04|06|09|11)-3X$/.test(day)),
  dayText.map((day) => `${day.slice(0, 3)}X`),
  fc.tuple(dayText, fc.constantFrom(21, 22, 23, 24)).map(([day, season]) => `${day.slice(0, 4)}-${season}`),
);
const edtfText = fc.oneof(
  pointText,
  fc
    .tuple(dayText, dayText)
    .filter(([a, b]) => a < b)
    .map(([a, b]) => `${a}/${b}`),
  dayText.map((day) => `${day}/..`),
  dayText.map((day) => `../${day}`),
  dayText.map((day) => `/${day}`),
  dayText.map((day) => `${day}/`),
);
const words = fc.oneof(
  fc.constant({}),
  fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => ({ words: text })),
);
const times = fc.oneof(
  fc
    .tuple(localText, localText)
    .map(([a, b]) => (a.slice(0, 16) < b.slice(0, 16) ? { from: a, to: b } : { from: a, to: a })),
  localText.map((from) => ({ from })),
  localText.map((to) => ({ to })),
);
const moments: fc.Arbitrary<Moment> = fc.oneof(
  fc.tuple(edtfText, words).map(([edtf, said]) => ({ edtf, ...said })),
  fc.tuple(times, zoneText, words).map(([ends, zone, said]) => ({ ...ends, zone, ...said })),
);

describe('the schema', () => {
  test.each([
    ['2024-07-27T18:30', 'time of day'],
    ['2023-02-29', 'no such day'],
    ['2024-02-30', 'no such day'],
    ['2024-13', 'Not an EDTF'],
    ['2024-07-27/2024-07-25', 'does not end after'],
    ['[2024,2025]', 'Not an EDTF'],
    ['Y99999999999', 'Not an EDTF'],
    ['last week', 'Not an EDTF'],
    ['../..', 'Not an EDTF'],
  ])('refuses %s', (edtf, message) => {
    const read = momentSchema.safeParse({ edtf });
    expect(read.success).toBe(false);
    expect(JSON.stringify(read.error?.issues)).toContain(message);
  });

  test.each([
    { zone: 'Z' },
    { from: '2024-07-27', zone: 'Z' },
    { from: '2024-07-27T25:00', zone: 'Z' },
    { from: '2024-07-27T18:30', zone: 'CEST' },
    { from: '2024-07-27T18:30', zone: '+15:00' },
    { from: '2024-07-27T18:30', zone: 'Africa/Nowhere' },
    { from: '2024-07-27T18:30', to: '2024-07-27T18:00', zone: 'Z' },
    { from: '2024-07-27T18:30' },
    { edtf: '2024-07-27', from: '2024-07-27T18:30', zone: 'Z' },
    { edtf: '2024-07-27', words: '' },
  ])('refuses %j', (moment) => {
    expect(momentSchema.safeParse(moment).success).toBe(false);
  });

  test('takes every moment that can be made', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(momentSchema.parse(moment)).toEqual(moment);
      }),
    );
  });
});

describe('earliest and latest', () => {
  test.each<[Moment, string, string]>([
    [{ edtf: '2024-07-27' }, '2024-07-26T10:00:00.000Z', '2024-07-28T11:59:59.999Z'],
    [{ edtf: '2024-07-25/2024-07-27' }, '2024-07-24T10:00:00.000Z', '2024-07-28T11:59:59.999Z'],
    [{ edtf: '2024-07-2X' }, '2024-07-19T10:00:00.000Z', '2024-07-30T11:59:59.999Z'],
    [{ edtf: '2024-24' }, '2023-11-30T10:00:00.000Z', '2025-04-01T11:59:59.999Z'],
    [
      { from: '2024-07-27T18:30', to: '2024-07-27T18:30', zone: 'Z' },
      '2024-07-27T18:30:00.000Z',
      '2024-07-27T18:30:59.999Z',
    ],
    [
      { from: '2024-07-27T18:30:05', to: '2024-07-27T18:30:05', zone: '+02:00' },
      '2024-07-27T16:30:05.000Z',
      '2024-07-27T16:30:05.999Z',
    ],
    [
      { from: '2024-07-27T18:30', to: '2024-07-27T19:00', zone: 'unknown' },
      '2024-07-27T04:30:00.000Z',
      '2024-07-28T07:00:59.999Z',
    ],
    [
      { from: '2024-07-27T18:30', to: '2024-07-27T18:30', zone: 'Europe/Paris' },
      '2024-07-27T16:30:00.000Z',
      '2024-07-27T16:30:59.999Z',
    ],
    // The clocks went back at 03:00: half past two came twice.
    [
      { from: '2024-10-27T02:30', to: '2024-10-27T02:30', zone: 'Europe/Paris' },
      '2024-10-27T00:30:00.000Z',
      '2024-10-27T01:30:59.999Z',
    ],
    // The clocks went forward at 02:00: half past two never came.
    [
      { from: '2024-03-31T02:30', to: '2024-03-31T02:30', zone: 'Europe/Paris' },
      '2024-03-31T00:30:00.000Z',
      '2024-03-31T01:30:59.999Z',
    ],
  ])('%j', (moment, first, last) => {
    expect([iso(earliest(moment)), iso(latest(moment))]).toEqual([first, last]);
  });

  test('an end that is open or unknown has no bound', () => {
    for (const edtf of ['../2024-07-27', '/2024-07-27']) expect(earliest({ edtf })).toBe(-Infinity);
    for (const edtf of ['2024-07-27/..', '2024-07-27/']) expect(latest({ edtf })).toBe(Infinity);
    expect(latest({ from: '2024-07-27T18:30', zone: 'Africa/Bamako' })).toBe(Infinity);
    expect(earliest({ to: '2024-07-27T18:30', zone: 'unknown' })).toBe(-Infinity);
  });

  test('the earliest instant is never after the latest', () => {
    fc.assert(fc.property(moments, (moment) => earliest(moment) <= latest(moment)));
  });

  test('an unknown zone is at least as wide as any known one', () => {
    fc.assert(
      fc.property(localText, zoneText, (local, zone) => {
        const known = { from: local, to: local, zone };
        const unknown = { ...known, zone: 'unknown' };
        return earliest(unknown) <= earliest(known) && latest(unknown) >= latest(known);
      }),
    );
  });

  test('moments are ordered the same way from both sides, and consistently', () => {
    fc.assert(
      fc.property(moments, moments, moments, (a, b, c) => {
        expect(Math.sign(compareMoments(a, b))).toBe(0 - Math.sign(compareMoments(b, a)));
        if (compareMoments(a, b) <= 0 && compareMoments(b, c) <= 0) expect(compareMoments(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

test('what is written is read back to the same moment', () => {
  fc.assert(
    fc.property(moments, (moment) => {
      expect(parseMoment(writeMoment(moment))).toEqual({ ok: true, moment });
    }),
    { numRuns: 500 },
  );
});
