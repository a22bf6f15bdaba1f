import { assertNever } from './assert-never.ts';
import { type EdtfEnd, type EdtfPoint, readEdtf } from './edtf-date.ts';
import type { Moment, Times } from './moment.ts';

/** The languages that moments are shown in. */
export type MomentLocale = 'en' | 'fr';

interface Phrases {
  readonly tag: string;
  readonly about: (date: string) => string;
  readonly aboutDay: (date: string) => string;
  readonly uncertain: (date: string) => string;
  readonly from: (date: string) => string;
  readonly until: (date: string) => string;
  /** Of a plain day, and of a plain month or year, where the language needs other words for them. */
  readonly fromDay: (date: string) => string;
  readonly untilDay: (date: string) => string;
  readonly fromMonth: (date: string) => string;
  readonly untilMonth: (date: string) => string;
  readonly fromUnknown: (date: string) => string;
  readonly toUnknown: (date: string) => string;
  readonly someDayOf: (period: string) => string;
  readonly someMonthOf: (year: string) => string;
  readonly decade: (year: number) => string;
  readonly seasons: readonly [string, string, string, string];
  readonly year: (year: string) => string;
  readonly anyYear: string;
  readonly unknownZone: string;
}

const SPACE = '\u00a0';

const PHRASES: Record<MomentLocale, Phrases> = {
  en: {
    tag: 'en-GB',
    about: (date) => `about ${date}`,
    aboutDay: (date) => `about ${date}`,
    uncertain: (date) => `${date} (uncertain)`,
    from: (date) => `from ${date}`,
    until: (date) => `until ${date}`,
    fromDay: (date) => `from ${date}`,
    untilDay: (date) => `until ${date}`,
    fromMonth: (date) => `from ${date}`,
    untilMonth: (date) => `until ${date}`,
    fromUnknown: (date) => `unknown – ${date}`,
    toUnknown: (date) => `${date} – unknown`,
    someDayOf: (period) => `a day in ${period}`,
    someMonthOf: (year) => `a month in ${year}`,
    decade: (year) => `${year}s`,
    seasons: ['spring', 'summer', 'autumn', 'winter'],
    year: (year) => `year ${year}`,
    anyYear: 'unknown year',
    unknownZone: 'zone unknown',
  },
  fr: {
    tag: 'fr',
    about: (date) => `vers ${date}`,
    aboutDay: (date) => `vers le ${date}`,
    uncertain: (date) => `${date} (incertain)`,
    from: (date) => `début${SPACE}: ${date}`,
    until: (date) => `fin${SPACE}: ${date}`,
    fromDay: (date) => `à partir du ${date}`,
    untilDay: (date) => `jusqu’au ${date}`,
    fromMonth: (date) => `depuis ${date}`,
    untilMonth: (date) => `jusqu’en ${date}`,
    fromUnknown: (date) => `inconnu – ${date}`,
    toUnknown: (date) => `${date} – inconnu`,
    someDayOf: (period) => `un jour dans ${period}`,
    someMonthOf: (year) => `un mois de ${year}`,
    decade: (year) => `années ${year}`,
    seasons: ['printemps', 'été', 'automne', 'hiver'],
    year: (year) => `année ${year}`,
    anyYear: 'année inconnue',
    unknownZone: 'fuseau inconnu',
  },
};

/**
 * Shows a moment to a reader: `25–27 Jul 2024`, `about 27 Jul 2024`, `a day in 20–29 Jul 2024`, `2020s`,
 * `27 Jul 2024, 18:30 (zone unknown)`. Times stay in the zone they were given in. The words of the source are not part of it.
 */
export function formatMoment(moment: Moment, locale: MomentLocale): string {
  const phrases = PHRASES[locale];
  if (!('edtf' in moment)) return showTimes(moment, phrases);
  const reading = readEdtf(moment.edtf);
  if (!reading.ok) throw new RangeError(`Not an EDTF date: ${moment.edtf}`);
  const { date } = reading;
  switch (date.form) {
    case 'point':
      return showPoint(date.point, phrases);
    case 'interval':
      return showInterval(date.from, date.to, phrases);
    default:
      return assertNever(date);
  }
}

function showInterval(from: EdtfEnd, to: EdtfEnd, phrases: Phrases): string {
  if (typeof from === 'string') {
    if (typeof to === 'string') throw new RangeError('An interval without any end says nothing');
    const date = showPoint(to, phrases);
    if (from !== 'open') return phrases.fromUnknown(date);
    if (isPlainDay(to)) return phrases.untilDay(date);
    return isPlainPeriod(to) ? phrases.untilMonth(date) : phrases.until(date);
  }
  const start = showPoint(from, phrases);
  if (typeof to === 'string') {
    if (to !== 'open') return phrases.toUnknown(start);
    if (isPlainDay(from)) return phrases.fromDay(start);
    return isPlainPeriod(from) ? phrases.fromMonth(start) : phrases.from(start);
  }
  if (isPlainDay(from) && isPlainDay(to)) return showDays(from.first, to.last, phrases);
  return `${start} – ${showPoint(to, phrases)}`;
}

function isPlain({ unspecified, approximate, uncertain }: EdtfPoint): boolean {
  return !unspecified.day && !unspecified.month && !unspecified.year && !approximate && !uncertain;
}

function isPlainDay(point: EdtfPoint): boolean {
  return point.shape === 'day' && isPlain(point);
}

/** A month or a year of four figures. */
function isPlainPeriod(point: EdtfPoint): boolean {
  return (point.shape === 'month' || point.shape === 'year') && isPlain(point) && !point.text.startsWith('Y');
}

function showPoint(point: EdtfPoint, phrases: Phrases): string {
  const bare = showBare(point, phrases);
  const day = point.shape === 'day' && !point.unspecified.day;
  const about = point.approximate ? (day ? phrases.aboutDay(bare) : phrases.about(bare)) : bare;
  return point.uncertain ? phrases.uncertain(about) : about;
}

function showBare(point: EdtfPoint, phrases: Phrases): string {
  const { shape, unspecified, first, last, year } = point;
  switch (shape) {
    case 'season':
      return `${phrases.seasons[(point.month ?? 21) - 21] ?? ''} ${year}`;
    case 'year':
      if (point.text.startsWith('Y')) return phrases.year(point.text.slice(1));
      return unspecified.year ? showYears(point, phrases) : show(first, { year: 'numeric' }, phrases);
    case 'month': {
      const years = unspecified.year ? showYears(point, phrases) : show(first, { year: 'numeric' }, phrases);
      return unspecified.month ? phrases.someMonthOf(years) : show(first, { month: 'short', year: 'numeric' }, phrases);
    }
    case 'day': {
      if (unspecified.year) return phrases.someDayOf(showYears(point, phrases));
      if (unspecified.month) return phrases.someDayOf(show(first, { year: 'numeric' }, phrases));
      if (!unspecified.day) return show(first, { day: 'numeric', month: 'short', year: 'numeric' }, phrases);
      const wholeMonth = point.text.endsWith('XX');
      return phrases.someDayOf(
        wholeMonth ? show(first, { month: 'short', year: 'numeric' }, phrases) : showDays(first, last, phrases),
      );
    }
    default:
      return assertNever(shape);
  }
}

function showYears({ text, first, last }: EdtfPoint, phrases: Phrases): string {
  if (/^-?XXXX/.test(text)) return phrases.anyYear;
  const from = new Date(first).getUTCFullYear();
  const to = new Date(last).getUTCFullYear();
  return to - from === 9 && from >= 0 ? phrases.decade(from) : `${from}–${to}`;
}

/** A run of whole days, with what both ends share said once. */
function showDays(first: number, last: number, phrases: Phrases): string {
  const end = show(last, { day: 'numeric', month: 'short', year: 'numeric' }, phrases);
  const [from, to] = [new Date(first), new Date(last)];
  if (from.getUTCFullYear() !== to.getUTCFullYear()) {
    return `${show(first, { day: 'numeric', month: 'short', year: 'numeric' }, phrases)} – ${end}`;
  }
  if (from.getUTCMonth() !== to.getUTCMonth())
    return `${show(first, { day: 'numeric', month: 'short' }, phrases)} – ${end}`;
  return `${from.getUTCDate()}–${end}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Subtle: making a format takes a hundred times longer than using one; lists show thousands of moments. */
function show(instant: number, parts: Intl.DateTimeFormatOptions, phrases: Phrases): string {
  const era = new Date(instant).getUTCFullYear() <= 0 ? ({ era: 'short' } as const) : {};
  const options = { timeZone: 'UTC', ...parts, ...era };
  const key = `${phrases.tag} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(phrases.tag, options);
  formats.set(key, format);
  return format.format(instant);
}

function showTimes({ from, to, zone }: Times, phrases: Phrases): string {
  const place = ` (${showZone(zone, phrases)})`;
  if (from === undefined) return phrases.untilDay(showTime(to ?? '', phrases)) + place;
  const start = showTime(from, phrases);
  if (to === undefined) return phrases.fromDay(start) + place;
  if (from === to) return start + place;
  return (
    (from.slice(0, 10) === to.slice(0, 10) ? `${start}–${to.slice(11)}` : `${start} – ${showTime(to, phrases)}`) + place
  );
}

/** Subtle: the clock is shown as it was written, never through a zone. */
function showTime(local: string, phrases: Phrases): string {
  const day = Date.parse(`${local.slice(0, 10)}T00:00:00Z`);
  return `${show(day, { day: 'numeric', month: 'short', year: 'numeric' }, phrases)}, ${local.slice(11)}`;
}

function showZone(zone: string, phrases: Phrases): string {
  if (zone === 'unknown') return phrases.unknownZone;
  if (zone === 'Z') return 'UTC';
  return /^[+-]/.test(zone) ? `UTC${zone.replace('-', '\u2212')}` : zone;
}
