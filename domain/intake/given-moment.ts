import { type Moment, momentSchema } from '#domain/moment.ts';

/** Gives an instant in seconds since 1970 as a moment in UTC; undefined when no calendar with four-digit years has it. */
export function momentOfSeconds(seconds: number): Moment | undefined {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString();
  const local = iso.endsWith('.000Z') ? iso.slice(0, 19) : iso.slice(0, 23);
  return checked({ from: local, to: local, zone: 'Z' });
}

/** Gives a whole day as UTC counts it, from `YYYYMMDD`. */
export function momentOfUtcDay(day: string): Moment | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(day);
  if (!found) return undefined;
  const date = `${found[1]}-${found[2]}-${found[3]}`;
  return checked({ from: `${date}T00:00`, to: `${date}T23:59`, zone: 'Z', words: day });
}

/** Gives a day whose zone nobody states, from `YYYYMMDD`. */
export function momentOfDay(day: string): Moment | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(day);
  return found ? checked({ edtf: `${found[1]}-${found[2]}-${found[3]}`, words: day }) : undefined;
}

const WRITTEN =
  /^(\d{4})[-:/](\d{2})[-:/](\d{2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads a date as machines write it: `2022-03-16`, `2022:03:16 19:24:12`, `2022-03-16T19:24:12.5+02:00`. The zone is the one
 * written, else `zone`. Undefined when it is written otherwise or no calendar has it: nothing is guessed.
 */
export function momentOfWritten(text: string, zone: string): Moment | undefined {
  const found = WRITTEN.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction, offset] = found;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return checked({ edtf: date, words: text });
  const part = fraction === undefined ? '' : `.${fraction.slice(0, 3).padEnd(3, '0')}`;
  const local = `${date}T${hour}:${minute}${second === undefined ? '' : `:${second}${part}`}`;
  return checked({ from: local, to: local, zone: offset === undefined ? zone : zoneOf(offset), words: text });
}

function zoneOf(offset: string): string {
  if (/^[a-z]+$/i.test(offset)) return 'Z';
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

function checked(moment: unknown): Moment | undefined {
  const read = momentSchema.safeParse(moment);
  return read.success ? read.data : undefined;
}
