export type DurationReading =
  | { readonly ok: true; readonly seconds: number }
  | { readonly ok: false; readonly code: 'not-a-time-code' };

const TIME_CODE = /^(?:(?:(\d+):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/;

/**
 * Reads a time-code, `1:02:03.5`, `12:30` or seconds alone (`45`, `45,5`), as seconds to the millisecond. Below an
 * hour part the minutes, and below a minute part the seconds, must be under 60.
 */
export function parseDuration(text: string): DurationReading {
  const found = TIME_CODE.exec(text.trim());
  if (!found) return { ok: false, code: 'not-a-time-code' };
  const [, hours, minutes, seconds, fraction = ''] = found;
  const overflow =
    (hours !== undefined && Number(minutes) > 59) ||
    (minutes !== undefined && (seconds?.length !== 2 || Number(seconds) > 59));
  if (overflow || (hours !== undefined && minutes?.length !== 2)) return { ok: false, code: 'not-a-time-code' };
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
  return { ok: true, seconds: (whole * 1000 + Number(fraction.padEnd(3, '0'))) / 1000 };
}

/** Writes seconds (0 or more, rounded to the millisecond) as `0:05`, `12:30` or `1:02:03.5`; throws a RangeError on others. */
export function writeDuration(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds < 0) throw new RangeError(`Not a duration in seconds: ${seconds}`);
  const all = Math.round(seconds * 1000);
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(all / 3_600_000);
  const minutes = Math.floor(all / 60_000) % 60;
  const fraction = String(all % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const clock = `${two(Math.floor(all / 1000) % 60)}${fraction === '' ? '' : `.${fraction}`}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${clock}` : `${minutes}:${clock}`;
}
