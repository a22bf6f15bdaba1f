import { readEdtf } from './edtf-date.ts';
import { type Moment, momentSchema } from './moment.ts';
import { readTypedDate, type TypedDate } from './typed-date.ts';
import { isZone } from './zone.ts';

/** What was typed, read: the moment, with `assumed` where `3/4/2024` was taken for 3 April; or why it is none. */
export type MomentReading =
  | { readonly ok: true; readonly moment: Moment; readonly assumed?: 'day-first' }
  | {
      readonly ok: false;
      readonly code: MomentRefusal;
      /** The part that could not be read. */
      readonly at: string;
      /** Texts that would be read, to show as examples. */
      readonly expected: readonly string[];
    };

export type MomentRefusal =
  | 'empty'
  | 'not-a-moment'
  | 'no-such-day'
  | 'no-such-time'
  | 'unknown-zone'
  | 'ends-before-it-begins';

const DATES = [
  '2024-07-27',
  '27/7/2024',
  '27 July 2024',
  '2024-07',
  '2024-07-2X',
  '2024-07-27~',
  '2024-07-25/2024-07-27',
];
const TIMES = [
  '2024-07-27 18:30',
  '2024-07-27 18:30..19:00',
  '2024-07-27 18:30 +02:00',
  '2024-07-27 18:30 Africa/Bamako',
];
const ZONES = ['Z', '+02:00', 'Africa/Bamako', 'unknown'];

const EDTF_LETTERS = /^[\dXY./~?%-]+$/i;
const CLOCK = /\d:\d/;
/** The source's words at the end, in straight, English or French quotation marks. */
const QUOTED = /^([^"“«]*)(?:"(.+)"|“(.+)”|«\s*(.+?)\s*»)\s*$/su;
/** A word that says what `~` says. */
const ABOUT =
  /^(?:about|around|circa|ca?\.?|vers|environ|env\.|autour du|около|ок\.|примерно)\s+(?:le\s+)?(.*[^~?%])$/iu;
/** Half past six as the French write it: `18h30`, `18 h 30`, `18h`. */
const FRENCH_CLOCK = /(?<=^|[\s.–—])(\d{1,2})\s?h(?:\s?(\d{2}))?(?=$|[\s.–—,])/giu;
const ZONE = /\s*(?:(?<![a-z])(Z|UTC|GMT|unknown)|([+\u2212-])(\d{2}):?(\d{2})|\s([A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+))$/i;
const ABBREVIATION = /\d\s+([A-Za-z]{2,5})$/;
const RANGE = /^(.*?)\s*(?:\.\.|[–—]|\s-\s)\s*(.*)$/;
const DATE_AND_TIME = /^(?:(.+?)(?:T|,?\s+(?:(?:at|à|в)\s+)?))?(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{3})?)?)$/iu;

/**
 * Reads a moment as a person types it: an EDTF date, a date in figures or with the name of the month (English, French,
 * Russian; day first) with or without `about`, a date and time, a range of times with `..` and a zone (without one it is
 * `unknown`); words in quotation marks after it are kept. What cannot be read comes back as a finding, never as a guess.
 */
export function parseMoment(text: string): MomentReading {
  const quoted = QUOTED.exec(text);
  const said = quoted?.[2] ?? quoted?.[3] ?? quoted?.[4];
  const when = (quoted?.[1] ?? text)
    .trim()
    .replace(FRENCH_CLOCK, (_, hours: string, minutes?: string) => `${hours}:${minutes ?? '00'}`);
  const words = said === undefined ? {} : { words: said };
  if (when === '') return refuse('empty', text, [...DATES, ...TIMES]);
  return CLOCK.test(when) ? parseTimes(when, words) : parseDates(when, words);
}

function refuse(code: MomentRefusal, at: string, expected: readonly string[]): MomentReading {
  return { ok: false, code, at, expected };
}

function parseDates(typedWhen: string, words: { words?: string }): MomentReading {
  const about = ABOUT.exec(typedWhen)?.[1];
  const when = about === undefined ? typedWhen : `${about}~`;
  if (EDTF_LETTERS.test(when)) {
    const edtf = when.toUpperCase();
    const reading = readEdtf(edtf);
    if (reading.ok) return { ok: true, moment: { edtf, ...words } };
    if (reading.code === 'no-such-day' || reading.code === 'ends-before-it-begins') {
      return refuse(reading.code, when, DATES);
    }
  }
  const typed = readTypedDate(when);
  if (typed.ok) return ofEdtf(typed, when, words);
  const range = RANGE.exec(when);
  if (!range?.[1] || !range[2]) return refuse(typed.code === 'not-a-date' ? 'not-a-moment' : typed.code, when, DATES);
  const [from, to] = [range[1], range[2]].map(readDate);
  if (!from?.ok) return refuse(from?.code === 'no-such-day' ? 'no-such-day' : 'not-a-moment', range[1], DATES);
  if (!to?.ok) return refuse(to?.code === 'no-such-day' ? 'no-such-day' : 'not-a-moment', range[2], DATES);
  const assumed = from.assumed ?? to.assumed;
  return ofEdtf({ edtf: `${from.edtf}/${to.edtf}`, ...(assumed ? { assumed } : {}) }, when, words);
}

function readDate(text: string): TypedDate {
  const reading = readEdtf(text.toUpperCase());
  if (reading.ok && reading.date.form === 'point') return { ok: true, edtf: text.toUpperCase() };
  return !reading.ok && reading.code === 'no-such-day' ? { ok: false, code: 'no-such-day' } : readTypedDate(text);
}

/** Subtle: the year 0000 or a range typed backwards can come out of a readable date; EDTF has the last word. */
function ofEdtf(
  typed: { readonly edtf: string; readonly assumed?: 'day-first' },
  when: string,
  words: { words?: string },
): MomentReading {
  const reading = readEdtf(typed.edtf);
  if (!reading.ok) {
    return refuse(reading.code === 'ends-before-it-begins' ? reading.code : 'not-a-moment', when, DATES);
  }
  const assumed = typed.assumed ? { assumed: typed.assumed } : {};
  return { ok: true, moment: { edtf: typed.edtf, ...words }, ...assumed };
}

function parseTimes(when: string, words: { words?: string }): MomentReading {
  const zoned = ZONE.exec(when);
  const zone = zoned ? zoneOf(zoned) : 'unknown';
  if (zone === undefined) return refuse('unknown-zone', zoned?.[0].trim() ?? when, ZONES);
  const times = zoned ? when.slice(0, zoned.index) : when;
  const abbreviation = ABBREVIATION.exec(times);
  if (abbreviation?.[1]) return refuse('unknown-zone', abbreviation[1], ZONES);
  const range = RANGE.exec(times);
  const from = readTime(range ? (range[1] ?? '') : times, undefined);
  if (from !== 'open' && !from.ok) return from.refusal;
  const to = range ? readTime(range[2] ?? '', from === 'open' ? undefined : from) : from;
  if (to !== 'open' && !to.ok) return to.refusal;
  const read = momentSchema.safeParse({
    ...(from === 'open' ? {} : { from: from.local }),
    ...(to === 'open' ? {} : { to: to.local }),
    zone,
    ...words,
  });
  if (!read.success) return refuse('ends-before-it-begins', times, TIMES);
  const assumed = (from !== 'open' && from.assumed) || (to !== 'open' && to.assumed);
  return { ok: true, moment: read.data, ...(assumed ? { assumed } : {}) };
}

function zoneOf(found: RegExpExecArray): string | undefined {
  const [, name, sign, hours, minutes, place] = found;
  if (name !== undefined) return name.toLowerCase() === 'unknown' ? 'unknown' : 'Z';
  const zone = place ?? `${sign === '+' ? '+' : '-'}${hours}:${minutes}`;
  return isZone(zone) ? zone : undefined;
}

interface ReadTime {
  readonly ok: true;
  readonly local: string;
  readonly day: string;
  readonly assumed?: 'day-first';
}

function readTime(
  text: string,
  before: ReadTime | undefined,
): ReadTime | 'open' | { readonly ok: false; readonly refusal: MomentReading } {
  if (text.trim() === '') return 'open';
  const found = DATE_AND_TIME.exec(text.trim());
  const clock = found?.[2];
  if (!found || clock === undefined) return { ok: false, refusal: refuse('not-a-moment', text.trim(), TIMES) };
  const date = found[1] === undefined ? before : readDate(found[1].trim());
  if (!date) return { ok: false, refusal: refuse('not-a-moment', text.trim(), TIMES) };
  if (!date.ok) {
    const code = date.code === 'no-such-day' ? date.code : 'not-a-moment';
    return { ok: false, refusal: refuse(code, text.trim(), TIMES) };
  }
  const day = 'day' in date ? date.day : date.edtf;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { ok: false, refusal: refuse('not-a-moment', text.trim(), TIMES) };
  const local = `${day}T${clock.replace(',', '.').replace(/^(\d):/, '0$1:')}`;
  if (!momentSchema.safeParse({ from: local, zone: 'Z' }).success) {
    return { ok: false, refusal: refuse('no-such-time', clock, TIMES) };
  }
  return { ok: true, local, day, ...(date.assumed ? { assumed: date.assumed } : {}) };
}
