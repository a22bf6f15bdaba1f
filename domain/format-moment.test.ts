import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoment } from './format-moment.ts';
import type { Moment } from './moment.ts';

const at = (local: string, zone: string): Moment => ({ from: local, to: local, zone });

test.each<[Moment, string, string]>([
  [{ edtf: '2024-07-27' }, '27 Jul 2024', '27 juil. 2024'],
  [{ edtf: '2024-07-27~' }, 'about 27 Jul 2024', 'vers le 27 juil. 2024'],
  [{ edtf: '2024-07?' }, 'Jul 2024 (uncertain)', 'juil. 2024 (incertain)'],
  [{ edtf: '2024-07~' }, 'about Jul 2024', 'vers juil. 2024'],
  [{ edtf: '2024%' }, 'about 2024 (uncertain)', 'vers 2024 (incertain)'],
  [{ edtf: '2024-07-25/2024-07-27' }, '25–27 Jul 2024', '25–27 juil. 2024'],
  [{ edtf: '2024-07-25/2024-08-02' }, '25 Jul – 2 Aug 2024', '25 juil. – 2 août 2024'],
  [{ edtf: '2023-12-31/2024-01-02' }, '31 Dec 2023 – 2 Jan 2024', '31 déc. 2023 – 2 janv. 2024'],
  [{ edtf: '2024-07-25~/2024-07-27' }, 'about 25 Jul 2024 – 27 Jul 2024', 'vers le 25 juil. 2024 – 27 juil. 2024'],
  [{ edtf: '2024-07-27/..' }, 'from 27 Jul 2024', 'à partir du 27 juil. 2024'],
  [{ edtf: '2024-08/..' }, 'from Aug 2024', 'depuis août 2024'],
  [{ edtf: '../2024' }, 'until 2024', 'jusqu’en 2024'],
  [{ edtf: '../2024-07-27~' }, 'until about 27 Jul 2024', 'fin\u00a0: vers le 27 juil. 2024'],
  [{ edtf: '/2024-07-27' }, 'unknown – 27 Jul 2024', 'inconnu – 27 juil. 2024'],
  [{ edtf: '2024-07-2X' }, 'a day in 20–29 Jul 2024', 'un jour dans 20–29 juil. 2024'],
  [{ edtf: '2024-07-XX' }, 'a day in Jul 2024', 'un jour dans juil. 2024'],
  [{ edtf: '2024-XX-XX' }, 'a day in 2024', 'un jour dans 2024'],
  [{ edtf: '2024-XX' }, 'a month in 2024', 'un mois de 2024'],
  [{ edtf: '202X' }, '2020s', 'années 2020'],
  [{ edtf: '20XX' }, '2000–2099', '2000–2099'],
  [{ edtf: '2024-22' }, 'summer 2024', 'été 2024'],
  [at('2024-07-27T18:30', 'unknown'), '27 Jul 2024, 18:30 (zone unknown)', '27 juil. 2024, 18:30 (fuseau inconnu)'],
  [at('2024-07-27T18:30:05', '-05:00'), '27 Jul 2024, 18:30:05 (UTC−05:00)', '27 juil. 2024, 18:30:05 (UTC−05:00)'],
  [
    { from: '2024-07-27T18:30', to: '2024-07-27T19:00', zone: 'Africa/Bamako' },
    '27 Jul 2024, 18:30–19:00 (Africa/Bamako)',
    '27 juil. 2024, 18:30–19:00 (Africa/Bamako)',
  ],
  [{ to: '2024-07-27T18:30', zone: 'Z' }, 'until 27 Jul 2024, 18:30 (UTC)', 'jusqu’au 27 juil. 2024, 18:30 (UTC)'],
])('%j', (moment, english, french) => {
  expect([formatMoment(moment, 'en'), formatMoment(moment, 'fr')]).toEqual([english, french]);
});

test('a shown time is the one that was written, whatever its zone', () => {
  fc.assert(
    fc.property(fc.nat(23), fc.nat(59), fc.constantFrom('Z', 'unknown', '+05:30', 'America/New_York'), (h, m, zone) => {
      const clock = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
      expect(formatMoment(at(`2024-07-27T${clock}`, zone), 'en')).toContain(`27 Jul 2024, ${clock} (`);
    }),
  );
});
