/** Says whether a day (month 1 to 12) is in the Gregorian calendar. */
export function hasDay(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?$/;

/** The first and last millisecond that a local date-time means, read as if in UTC: `18:30` is the whole minute. */
export interface LocalSpan {
  readonly first: number;
  readonly last: number;
}

/** Reads `YYYY-MM-DDTHH:mm[:ss[.sss]]`; undefined when the text has another form or no clock shows that time. */
export function readLocal(text: string): LocalSpan | undefined {
  const found = LOCAL.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1, 6).map(Number);
  const second = Number(found[6] ?? 0);
  const millisecond = Number(found[7] ?? 0);
  if (!hasDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  const first = date.getTime();
  return { first, last: first + (found[7] ? 0 : found[6] ? 999 : 59_999) };
}
