import { momentOfSeconds, momentOfWritten } from '#domain/intake/given-moment.ts';
import { type Moment, momentSchema } from '#domain/moment.ts';
import { parseMoment } from '#domain/parse-moment.ts';

/** How the numbers of a table's dates are meant. Without an order, `3/4/2024` says two things and is refused. */
export const dateOrders = ['not-chosen', 'day-first', 'month-first', 'seconds'] as const;
export type DateOrder = (typeof dateOrders)[number];

export type TableDate =
  | { readonly ok: true; readonly moment: Moment }
  | { readonly ok: false; readonly code: 'not-a-date' | 'two-dates' };

const NUMBERS =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AP])\.?M\.?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads the date of a cell: as machines write it (`2024-07-27T18:30:00+02:00`), in numbers of a stated order with or without a time, in
 * words as a person types it, or in seconds since 1970. The zone is the one written, else `zone`. The cell's own words are kept.
 */
export function readTableDate(cell: string, order: DateOrder, zone: string): TableDate {
  const text = cell.trim();
  const refused = { ok: false, code: 'not-a-date' } as const;
  if (order === 'seconds') {
    const moment = /^-?\d{1,11}(?:\.\d+)?$/.test(text) ? momentOfSeconds(Number(text)) : undefined;
    return moment ? { ok: true, moment: { ...moment, words: text } } : refused;
  }
  const written = momentOfWritten(text, zone);
  if (written) return { ok: true, moment: written };
  const numbers = NUMBERS.exec(text);
  if (numbers) return ofNumbers(numbers, order, zone, text);
  // Subtle: what stands in numbers alone was read above, or not at all: nothing is taken for day first here.
  const typed = /\p{L}/u.test(text) || /^\d{4}(?:-\d{2})?$/.test(text) ? parseMoment(text) : undefined;
  if (!typed?.ok || typed.assumed) return refused;
  const { moment } = typed;
  const zoned = 'zone' in moment && moment.zone === 'unknown' ? { ...moment, zone } : moment;
  return { ok: true, moment: { ...zoned, words: moment.words ?? text } };
}

function ofNumbers(found: RegExpExecArray, order: DateOrder, zone: string, words: string): TableDate {
  const [, a = '', , b = '', year, hour, minute, second, half, offset] = found;
  const [one, two] = [Number(a), Number(b)];
  const mayBeBoth = one <= 12 && two <= 12 && one !== two;
  if (order === 'not-chosen' && mayBeBoth) return { ok: false, code: 'two-dates' };
  const isDayFirst = order === 'day-first' || (order === 'not-chosen' && one > 12) || one === two;
  const [day, month] = isDayFirst ? [a, b] : [b, a];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = momentSchema.safeParse(hour === undefined ? { edtf: date, words } : times());
  return read.success ? { ok: true, moment: read.data } : { ok: false, code: 'not-a-date' };

  function times() {
    const local = `${date}T${clockHour(Number(hour), half)}:${minute}${second === undefined ? '' : `:${second}`}`;
    return { from: local, to: local, zone: offset === undefined ? zone : zoneOf(offset), words };
  }
}

/** Twelve at night is 12 AM, at noon 12 PM; an hour beyond twelve with a half is no time. */
function clockHour(hour: number, half: string | undefined): string {
  if (half === undefined) return String(hour).padStart(2, '0');
  if (hour < 1 || hour > 12) return 'none';
  return String((hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0)).padStart(2, '0');
}

function zoneOf(offset: string): string {
  if (/^[a-z]+$/i.test(offset)) return 'Z';
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

/** Which order the dates of a column must be in, by those that can be read in one way only: `both` where they contradict each other. */
export function orderTold(cells: Iterable<string>): 'day-first' | 'month-first' | 'both' | undefined {
  let told: 'day-first' | 'month-first' | undefined;
  for (const cell of cells) {
    const [, a, , b] = NUMBERS.exec(cell.trim()) ?? [];
    if (a === undefined || b === undefined) continue;
    const one = Number(a) > 12 ? 'day-first' : Number(b) > 12 ? 'month-first' : undefined;
    if (one !== undefined && told !== undefined && one !== told) return 'both';
    told ??= one;
  }
  return told;
}
