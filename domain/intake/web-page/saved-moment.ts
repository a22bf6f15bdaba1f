import { type Moment, momentSchema } from '#domain/moment.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** `Mon Nov 23 2026 17:18:51 GMT+0000 (Coordinated Universal Time)`, as JavaScript writes a date. */
const SCRIPT = /^\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d{2}:\d{2}:\d{2})(?: (GMT(?:[+-]\d{4})?))?/;
/** `Mon, 23 Nov 2026 17:18:51 -0000`, as mail writes a date. */
const MAIL = /^(?:\w{3}, )?(\d{1,2}) (\w{3}) (\d{4}) (\d{2}:\d{2}:\d{2})(?: (GMT|UTC?|Z|[+-]\d{4}))?/;

/**
 * Reads the date of saving as programs write it, in the zone that it states; `unknown` where it states none, and undefined where it is
 * written otherwise or no calendar has it. The words are kept.
 */
export function momentOfSaving(words: string): Moment | undefined {
  const [, month, day, year, time, zone] = SCRIPT.exec(words) ?? [];
  const mail = MAIL.exec(words);
  const read =
    month !== undefined
      ? { month, day, year, time, zone }
      : mail && { day: mail[1], month: mail[2], year: mail[3], time: mail[4], zone: mail[5] };
  if (!read) return undefined;
  const at = MONTHS.indexOf(read.month ?? '') + 1;
  const local = `${read.year}-${two(at)}-${two(Number(read.day))}T${read.time}`;
  const checked = momentSchema.safeParse({ from: local, to: local, zone: zoneOf(read.zone), words });
  return checked.success ? checked.data : undefined;
}

function zoneOf(zone: string | undefined): string {
  const [, sign, hours, minutes] = /([+-])(\d{2})(\d{2})$/.exec(zone ?? '') ?? [];
  if (zone === undefined) return 'unknown';
  // Subtle: mail's -0000 tells the time in UTC and nothing of where it was written.
  return sign === undefined || zone === '-0000' ? 'Z' : `${sign}${hours}:${minutes}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
