import { hasDay } from './calendar.ts';

/** A date as typed: in EDTF, and whether `3/4/2024` had to be taken for 3 April. */
export type TypedDate =
  | { readonly ok: true; readonly edtf: string; readonly assumed?: 'day-first' }
  | { readonly ok: false; readonly code: 'not-a-date' | 'no-such-day' };

// Full names and the usual short forms in English, French and Russian, without accents and in lower case.
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'январь', 'января', 'янв'],
  ['february', 'feb', 'fevrier', 'fevr', 'февраль', 'февраля', 'фев', 'февр'],
  ['march', 'mar', 'mars', 'март', 'марта', 'мар'],
  ['april', 'apr', 'avril', 'avr', 'апрель', 'апреля', 'апр'],
  ['may', 'mai', 'май', 'мая'],
  ['june', 'jun', 'juin', 'июнь', 'июня', 'июн'],
  ['july', 'jul', 'juillet', 'juil', 'июль', 'июля', 'июл'],
  ['august', 'aug', 'aout', 'август', 'августа', 'авг'],
  ['september', 'sep', 'sept', 'septembre', 'сентябрь', 'сентября', 'сен', 'сент'],
  ['october', 'oct', 'octobre', 'октябрь', 'октября', 'окт'],
  ['november', 'nov', 'novembre', 'ноябрь', 'ноября', 'ноя', 'нояб'],
  ['december', 'dec', 'decembre', 'декабрь', 'декабря', 'дек'],
];

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\.$/, '');
}

const MONTH_BY_NAME = new Map(
  MONTHS.flatMap((names, index) => names.map((name): [string, number] => [plain(name), index + 1])),
);

const NUMERIC = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/;
const DAYS_AND_NAME =
  /^(?:le\s+)?(\d{1,2})(?:er|st|nd|rd|th)?\s*(?:[-–—]\s*(\d{1,2})\s+|\s)([\p{L}\p{M}]+\.?),?\s+(\d{4})(?:\s*г\.?)?$/iu;
const NAME_AND_DAY = /^([\p{L}\p{M}]+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;
const NAME_AND_YEAR = /^([\p{L}\p{M}]+\.?)\s+(\d{4})(?:\s*г\.?)?$/iu;

/**
 * Reads a date as people write it: `27.07.2024`, `27/7/2024`, `27 July 2024`, `July 27, 2024`, `25–27 July 2024`,
 * `July 2024`, with month names in English, French or Russian, and `~`, `?` or `%` after it. Numbers are day first.
 * EDTF itself is not read here.
 */
export function readTypedDate(text: string): TypedDate {
  const mark = /[~?%]$/.exec(text)?.[0] ?? '';
  const bare = text.slice(0, text.length - mark.length).trim();
  const numeric = NUMERIC.exec(bare);
  if (numeric) {
    const day = Number(numeric[1]);
    const month = Number(numeric[3]);
    const read = dayOf(Number(numeric[4]), month, day, mark);
    return read.ok && numeric[2] === '/' && day <= 12 && day !== month ? { ...read, assumed: 'day-first' } : read;
  }
  const named = DAYS_AND_NAME.exec(bare);
  if (named) {
    const month = monthOf(named[3]);
    const year = Number(named[4]);
    const from = month && dayOf(year, month, Number(named[1]), mark);
    if (!from) return { ok: false, code: 'not-a-date' };
    if (named[2] === undefined || !from.ok) return from;
    const to = dayOf(year, month, Number(named[2]), mark);
    return to.ok ? { ok: true, edtf: `${from.edtf}/${to.edtf}` } : to;
  }
  const american = NAME_AND_DAY.exec(bare);
  const month = monthOf(american?.[1]);
  if (american && month) return dayOf(Number(american[3]), month, Number(american[2]), mark);
  const monthly = NAME_AND_YEAR.exec(bare);
  const onlyMonth = monthOf(monthly?.[1]);
  if (monthly && onlyMonth) return { ok: true, edtf: `${monthly[2]}-${two(onlyMonth)}${mark}` };
  return { ok: false, code: 'not-a-date' };
}

function monthOf(name: string | undefined): number | undefined {
  return name === undefined ? undefined : MONTH_BY_NAME.get(plain(name));
}

function dayOf(year: number, month: number, day: number, mark: string): TypedDate {
  if (!hasDay(year, month, day) || month < 1 || day < 1) return { ok: false, code: 'no-such-day' };
  return { ok: true, edtf: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}${mark}` };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
