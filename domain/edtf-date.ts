// oxlint-disable-next-line typescript/triple-slash-reference -- the layers that import this file need the types of the package too
/// <reference path="edtf-package.d.ts" />
import edtf, { type ParsedDate, parse } from 'edtf';
import { hasDay } from './calendar.ts';

/** One end of an EDTF date: what was read, and the text it was read from. */
export interface EdtfPoint {
  readonly text: string;
  readonly shape: 'year' | 'month' | 'day' | 'season';
  readonly year: number;
  /** 1 to 12, or 21 to 24 (spring, summer, autumn, winter) for a season; absent for a year. */
  readonly month?: number;
  readonly day?: number;
  /** True for each part that holds an X. */
  readonly unspecified: { readonly year: boolean; readonly month: boolean; readonly day: boolean };
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** First and last millisecond as if the date were in UTC. */
  readonly first: number;
  readonly last: number;
}

export type EdtfDate =
  | { readonly form: 'point'; readonly point: EdtfPoint }
  | { readonly form: 'interval'; readonly from: EdtfEnd; readonly to: EdtfEnd };

/** `open` is written `..` (goes on), `unknown` is written as nothing. */
export type EdtfEnd = EdtfPoint | 'open' | 'unknown';

export type EdtfReading =
  | { readonly ok: true; readonly date: EdtfDate }
  | { readonly ok: false; readonly code: EdtfRefusal };

export type EdtfRefusal = 'not-edtf' | 'no-such-day' | 'time-in-edtf' | 'ends-before-it-begins';

const DAY_WITH_X = /^\d{4}-(?:0[1-9]|1[0-2])-[0-3]X$/;

/** Years, months and days in plain digits, as nearly every date is written. The package's grammar takes half a millisecond for one. */
const PLAIN = /^([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([~?%]?)$/;

/**
 * Reads an EDTF level 1 date as the `edtf` package does, and refuses what it would misread: days that are not in the
 * calendar (2023-02-29 would become 1 March), years beyond what a computer date can hold, and times of day (which it
 * would read in the zone of the machine). A day with one X (`2024-07-2X`), level 2 in the standard, is read too.
 */
export function readEdtf(text: string): EdtfReading {
  if (text.includes('T')) return { ok: false, code: 'time-in-edtf' };
  const ends = text.split('/');
  const [first = '', second] = ends;
  if (ends.length > 2) return { ok: false, code: 'not-edtf' };
  if (second === undefined) {
    const point = readPoint(first);
    return typeof point === 'string' ? { ok: false, code: point } : { ok: true, date: { form: 'point', point } };
  }
  const from = readEnd(first);
  const to = readEnd(second);
  if (from === 'not-edtf' || from === 'no-such-day') return { ok: false, code: from };
  if (to === 'not-edtf' || to === 'no-such-day') return { ok: false, code: to };
  if (typeof from === 'string' && typeof to === 'string') return { ok: false, code: 'not-edtf' };
  if (typeof from !== 'string' && typeof to !== 'string') {
    if (from.shape === 'season' || to.shape === 'season') return { ok: false, code: 'not-edtf' };
    const isPlain = PLAIN.test(first) && PLAIN.test(second);
    if (!(isPlain ? from.first < to.first : packageAccepts(text))) return { ok: false, code: 'ends-before-it-begins' };
  }
  return { ok: true, date: { form: 'interval', from, to } };
}

/** Says whether the package takes a text for a date; it refuses an interval that does not end after its beginning. */
export function packageAccepts(text: string): boolean {
  try {
    edtf(text, { level: text.split('/').some((end) => DAY_WITH_X.test(end)) ? 2 : 1 });
    return true;
  } catch {
    return false;
  }
}

function readEnd(text: string): EdtfEnd | 'not-edtf' | 'no-such-day' {
  if (text === '..') return 'open';
  if (text === '') return 'unknown';
  return readPoint(text);
}

function readPoint(text: string): EdtfPoint | 'not-edtf' | 'no-such-day' {
  return readPlainPoint(text) ?? readPackagePoint(text);
}

/** Gives what the package gives, for the plain form; undefined for any other. */
function readPlainPoint(text: string): EdtfPoint | 'no-such-day' | undefined {
  const plain = PLAIN.exec(text);
  if (!plain) return undefined;
  const year = Number(plain[1]);
  const month = plain[2] === undefined ? undefined : Number(plain[2]);
  const day = plain[3] === undefined ? undefined : Number(plain[3]);
  if (month !== undefined && day !== undefined && !hasDay(year, month, day)) return 'no-such-day';
  const after =
    month === undefined
      ? Date.UTC(year + 1, 0)
      : day === undefined
        ? Date.UTC(year, month)
        : Date.UTC(year, month - 1, day + 1);
  return {
    text,
    shape: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year',
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    unspecified: { year: false, month: false, day: false },
    approximate: plain[4] === '~' || plain[4] === '%',
    uncertain: plain[4] === '?' || plain[4] === '%',
    first: Date.UTC(year, (month ?? 1) - 1, day ?? 1),
    last: after - 1,
  };
}

/** Reads one end by the package's grammar, any form of it. */
export function readPackagePoint(text: string): EdtfPoint | 'not-edtf' | 'no-such-day' {
  const level = DAY_WITH_X.test(text) ? 2 : 1;
  let read: ParsedDate;
  let bounds: { readonly min: number | null; readonly max: number | null };
  try {
    const result = parse(text, { level });
    if (result.type === 'Interval') return 'not-edtf';
    read = result;
    bounds = edtf(text, { level });
  } catch {
    return /^\d{4}-\d{2}-\d{2}[~?%]?$/.test(text) ? 'no-such-day' : 'not-edtf';
  }
  const [year, month, day] = read.values;
  const { min, max } = bounds;
  if (year === undefined || min === null || max === null) return 'not-edtf';
  if (!Number.isFinite(min) || !Number.isFinite(max)) return 'not-edtf';
  const season = read.type === 'Season';
  if (day !== undefined && month !== undefined && !hasDay(year, month + 1, day)) return 'no-such-day';
  const bits = read.unspecified ?? 0;
  return {
    text,
    shape: season ? 'season' : day !== undefined ? 'day' : month !== undefined ? 'month' : 'year',
    year,
    ...(month === undefined ? {} : { month: season ? month : month + 1 }),
    ...(day === undefined ? {} : { day }),
    unspecified: { year: (bits & 15) !== 0, month: (bits & 48) !== 0, day: (bits & 192) !== 0 },
    approximate: Boolean(read.approximate),
    uncertain: Boolean(read.uncertain),
    ...(season ? seasonBounds(year) : { first: min, last: max }),
  };
}

/** Subtle: the package takes spring for January to March. Which months are meant depends on the hemisphere, and a
 * winter belongs to two years: so a season may be any day from the December before to the March after its year. */
function seasonBounds(year: number): { first: number; last: number } {
  const first = new Date(0);
  first.setUTCFullYear(year - 1, 11, 1);
  const after = new Date(0);
  after.setUTCFullYear(year + 1, 3, 1);
  return { first: first.getTime(), last: after.getTime() - 1 };
}
