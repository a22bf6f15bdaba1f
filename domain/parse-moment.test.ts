import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Moment } from './moment.ts';
import { momentSchema } from './moment.ts';
import { type MomentRefusal, parseMoment } from './parse-moment.ts';

const at = (local: string, zone: string): Moment => ({ from: local, to: local, zone });

test.each<[string, Moment]>([
  ['2024-07-27', { edtf: '2024-07-27' }],
  ['27.07.2024', { edtf: '2024-07-27' }],
  ['27/7/2024', { edtf: '2024-07-27' }],
  ['27 July 2024', { edtf: '2024-07-27' }],
  ['July 27, 2024', { edtf: '2024-07-27' }],
  ['27 juillet 2024', { edtf: '2024-07-27' }],
  ['le 1er août 2024', { edtf: '2024-08-01' }],
  ['12 févr. 2024', { edtf: '2024-02-12' }],
  ['27 июля 2024', { edtf: '2024-07-27' }],
  ['27 июля 2024 г.', { edtf: '2024-07-27' }],
  ['9 мая 2024', { edtf: '2024-05-09' }],
  ['27 July 2024~', { edtf: '2024-07-27~' }],
  ['about 27 July 2024', { edtf: '2024-07-27~' }],
  ['about 2024-07-27', { edtf: '2024-07-27~' }],
  ['ca. July 2024', { edtf: '2024-07~' }],
  ['vers le 27 juillet 2024', { edtf: '2024-07-27~' }],
  ['около 27 июля 2024', { edtf: '2024-07-27~' }],
  ['July 2024', { edtf: '2024-07' }],
  ['25–27 July 2024', { edtf: '2024-07-25/2024-07-27' }],
  ['25 July 2024 – 2 August 2024', { edtf: '2024-07-25/2024-08-02' }],
  ['25.07.2024..27.07.2024', { edtf: '2024-07-25/2024-07-27' }],
  ['2024-07-25/2024-07-27', { edtf: '2024-07-25/2024-07-27' }],
  ['2024-07-2x', { edtf: '2024-07-2X' }],
  ['2024-07-27~', { edtf: '2024-07-27~' }],
  ['2024-07', { edtf: '2024-07' }],
  ['2024', { edtf: '2024' }],
  ['2024-07-27 18:30', at('2024-07-27T18:30', 'unknown')],
  ['27/7/2024 8:30', at('2024-07-27T08:30', 'unknown')],
  ['27 juillet 2024 à 18:30', at('2024-07-27T18:30', 'unknown')],
  ['27 juillet 2024 18h30', at('2024-07-27T18:30', 'unknown')],
  ['27 juillet 2024 à 8 h 05', at('2024-07-27T08:05', 'unknown')],
  ['2024-07-27 18h..19h30 +02:00', { from: '2024-07-27T18:00', to: '2024-07-27T19:30', zone: '+02:00' }],
  ['27 Jul 2024, 18:30', at('2024-07-27T18:30', 'unknown')],
  ['2024-07-27T18:30:00+02:00', at('2024-07-27T18:30:00', '+02:00')],
  ['2024-07-27T18:30:00-0500', at('2024-07-27T18:30:00', '-05:00')],
  ['2024-07-27T18:30:00.250Z', at('2024-07-27T18:30:00.250', 'Z')],
  ['2024-07-27 18:30 UTC', at('2024-07-27T18:30', 'Z')],
  ['2024-07-27 18:30 Africa/Bamako', at('2024-07-27T18:30', 'Africa/Bamako')],
  ['2024-07-27 18:30..19:00', { from: '2024-07-27T18:30', to: '2024-07-27T19:00', zone: 'unknown' }],
  ['2024-07-27 18:30–19:00 +02:00', { from: '2024-07-27T18:30', to: '2024-07-27T19:00', zone: '+02:00' }],
  ['2024-07-27 22:00..2024-07-28 02:00 Z', { from: '2024-07-27T22:00', to: '2024-07-28T02:00', zone: 'Z' }],
  ['2024-07-27 18:30..', { from: '2024-07-27T18:30', zone: 'unknown' }],
  ['..2024-07-27 18:30', { to: '2024-07-27T18:30', zone: 'unknown' }],
  ['27 July 2024 “late on Saturday”', { edtf: '2024-07-27', words: 'late on Saturday' }],
  ['27 juillet 2024 «\u00a0tard samedi\u00a0»', { edtf: '2024-07-27', words: 'tard samedi' }],
  ['2024-07-27 "late on Saturday"', { edtf: '2024-07-27', words: 'late on Saturday' }],
])('reads %s', (text, moment) => {
  expect(parseMoment(text)).toEqual({ ok: true, moment });
  expect(momentSchema.parse(moment)).toEqual(moment);
});

test.each(['3/4/2024', '3/4/2024 18:30'])('takes %s day first and says so', (text) => {
  const read = parseMoment(text);
  expect(read).toMatchObject({ ok: true, assumed: 'day-first' });
  expect(JSON.stringify(read)).toContain('2024-04-03');
});

test.each<[string, MomentRefusal]>([
  ['', 'empty'],
  ['"late on Saturday"', 'empty'],
  ['late on Saturday', 'not-a-moment'],
  ['27.07.24', 'not-a-moment'],
  ['27 Thermidor 2024', 'not-a-moment'],
  ['7/27/2024', 'no-such-day'],
  ['29.02.2023', 'no-such-day'],
  ['2023-02-29', 'no-such-day'],
  ['2024-07-27/2024-07-25', 'ends-before-it-begins'],
  ['27–25 July 2024', 'ends-before-it-begins'],
  ['2024-07-27 25:30', 'no-such-time'],
  ['2024-07 18:30', 'not-a-moment'],
  ['18:30', 'not-a-moment'],
  ['2024-07-27 18:30 CEST', 'unknown-zone'],
  ['2024-07-27 18:30 Mali/Bamako', 'unknown-zone'],
  ['2024-07-27 18:30 +19:00', 'unknown-zone'],
  ['2024-07-27 22:00..02:00', 'ends-before-it-begins'],
  ['2024-07-27 18:30 or so', 'not-a-moment'],
  ['2024-07-27 18:30 "late', 'not-a-moment'],
])('refuses %s and says what was expected', (text, code) => {
  const read = parseMoment(text);
  expect(read).toMatchObject({ ok: false, code });
  if (read.ok) return;
  expect(read.expected.length).toBeGreaterThan(0);
});

test('every text that a refusal gives as an example can be read', () => {
  for (const text of ['', 'nonsense', '2024-07-27 nonsense 18:30']) {
    const read = parseMoment(text);
    if (read.ok) throw new Error(`${text} was read`);
    for (const example of read.expected) expect(parseMoment(example).ok, example).toBe(true);
  }
});

test('any text gives a moment that the schema takes, or a finding; never a throw', () => {
  const noise = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-/.:TZX~ +"'.split('')) }));
  fc.assert(
    fc.property(noise, (text) => {
      const read = parseMoment(text);
      if (read.ok) expect(momentSchema.safeParse(read.moment).success).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
