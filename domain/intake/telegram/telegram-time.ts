import { readLocal } from '#domain/calendar.ts';
import type { Json } from '#domain/json.ts';
import type { Moment } from '#domain/moment.ts';

/** A time as an export tells it. */
export interface ExportTime {
  readonly moment: Moment;
  /** The local time of the exporting machine, as written; absent when only the instant stands there. */
  readonly wall?: string;
  /** Epoch milliseconds, where the file says it. */
  readonly instant?: number;
  /** How far the exporting machine's clock was from UTC then: `+02:00`. */
  readonly offset?: string;
  /** The two ways in which the file tells the time cannot both be right. */
  readonly conflict?: true;
}

const DAY = 86_400_000;
/** The last second that four digits of a year can say. */
const LAST_SECOND = 253_402_300_799;

/**
 * Reads `date` (local, without offset) and `date_unixtime` (seconds in a text, since 3.7.6). The offset is what lies between
 * the two; without the second the zone is unknown. `1970-01-01…` and 0 are how exports write that there is no such time:
 * undefined, as for anything else that is no time.
 */
export function readTime(date: Json | undefined, unixtime: Json | undefined): ExportTime | undefined {
  const instant = readSeconds(unixtime);
  const wall = typeof date === 'string' && date.length === 19 ? date : undefined;
  const local = wall === undefined ? undefined : readLocal(wall)?.first;
  if (instant === 0) return undefined;
  if (wall === undefined || local === undefined) {
    if (instant === undefined) return undefined;
    const words = typeof date === 'string' && date !== '' ? { words: date } : {};
    return { moment: { ...point(utc(instant), 'Z'), ...words }, instant };
  }
  if (instant === undefined) {
    return Math.abs(local) < 2 * DAY ? undefined : { moment: point(wall, 'unknown'), wall };
  }
  const offset = offsetText(local - instant);
  if (offset === undefined)
    return { moment: { ...point(utc(instant), 'Z'), words: wall }, wall, instant, conflict: true };
  return { moment: point(wall, offset), wall, instant, offset };
}

/**
 * Reads a time that stands there in local form only, inside a message whose own offset is known: taken for the same when it
 * lies within a day of the message, else the zone is unknown (the clocks may have changed between).
 */
export function readNearby(date: Json | undefined, near: ExportTime | undefined): Moment | undefined {
  const time = readTime(date, undefined);
  if (time?.wall === undefined) return time?.moment;
  const here = readLocal(time.wall)?.first;
  const there = near?.wall === undefined ? undefined : readLocal(near.wall)?.first;
  if (here === undefined || there === undefined || near?.offset === undefined) return time.moment;
  return Math.abs(here - there) <= DAY ? point(time.wall, near.offset) : time.moment;
}

const TITLE = /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}:\d{2}))?$/;

/** Gives the local time of an HTML page's `22.01.2026 17:23:09 UTC+01:00` as `2026-01-22T17:23:09`; undefined for anything else. */
export function titleWall(title: string): string | undefined {
  const [, day, month, year, clock] = TITLE.exec(title.trim()) ?? [];
  const wall = `${year}-${month}-${day}T${clock}`;
  return clock !== undefined && readLocal(wall) ? wall : undefined;
}

/**
 * Reads the time in an HTML page. Its offset is the zone's standard one even in summer, so it may be wrong by an hour: the
 * zone is unknown, the words are kept.
 */
export function readTitle(title: string): ExportTime | undefined {
  const wall = titleWall(title);
  if (wall === undefined) return undefined;
  const words = /UTC/.test(title) ? { words: title.trim() } : {};
  return { moment: { ...point(wall, 'unknown'), ...words }, wall };
}

/** A local time to the second, as a moment. */
export function point(wall: string, zone: string): Moment {
  return { from: wall, to: wall, zone };
}

function readSeconds(value: Json | undefined): number | undefined {
  const seconds = typeof value === 'string' && /^-?\d{1,12}$/.test(value) ? Number(value) : value;
  if (typeof seconds !== 'number' || !Number.isSafeInteger(seconds)) return undefined;
  return Math.abs(seconds) <= LAST_SECOND && seconds > -LAST_SECOND / 5 ? seconds * 1000 : undefined;
}

function utc(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19);
}

function offsetText(difference: number): string | undefined {
  const minutes = difference / 60_000;
  if (!Number.isInteger(minutes) || minutes < -12 * 60 || minutes > 14 * 60) return undefined;
  const size = Math.abs(minutes);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
