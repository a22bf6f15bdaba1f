const HOUR = 3_600_000;
const OFFSET = /^([+-])(\d{2}):([0-5]\d)$/;

/** How far the clocks of the earth are from UTC: what an unknown zone may be, in milliseconds. */
const FARTHEST_EAST = 14 * HOUR;
const FARTHEST_WEST = -12 * HOUR;

/** Says whether a text names a zone: `Z`, `unknown`, `±hh:mm` from −12:00 to +14:00, or an IANA name (`Africa/Bamako`). */
export function isZone(text: string): boolean {
  if (text === 'Z' || text === 'unknown') return true;
  const offset = offsetOf(text);
  if (offset !== undefined) return offset >= FARTHEST_WEST && offset <= FARTHEST_EAST;
  return /^[A-Za-z]+\//.test(text) && clockOf(text) !== undefined;
}

/**
 * The earliest instant (epoch milliseconds) at which clocks in the zone show a local time, given as if it were UTC.
 * A time that comes twice is the first of the two; a time that is jumped over is taken before the jump's width.
 */
export function earliestInstant(local: number, zone: string): number {
  return Math.min(...instants(local, zone));
}

/** The latest instant at which clocks in the zone show a local time; see `earliestInstant`. */
export function latestInstant(local: number, zone: string): number {
  return Math.max(...instants(local, zone));
}

function instants(local: number, zone: string): readonly number[] {
  if (!Number.isFinite(local) || zone === 'Z') return [local];
  if (zone === 'unknown') return [local - FARTHEST_EAST, local - FARTHEST_WEST];
  const offset = offsetOf(zone);
  if (offset !== undefined) return [local - offset];
  const around = [local - offsetAt(local - 24 * HOUR, zone), local - offsetAt(local + 24 * HOUR, zone)];
  const shown = around.filter((instant) => instant + offsetAt(instant, zone) === local);
  return shown.length > 0 ? shown : around;
}

function offsetOf(zone: string): number | undefined {
  const found = OFFSET.exec(zone);
  if (!found) return undefined;
  const size = Number(found[2]) * HOUR + Number(found[3]) * 60_000;
  return found[1] === '-' ? -size : size;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  const known = clocks.get(zone);
  if (known) return known;
  try {
    const clock = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
    clocks.set(zone, clock);
    return clock;
  } catch {
    return undefined;
  }
}

function offsetAt(instant: number, zone: string): number {
  const clock = clockOf(zone);
  if (!clock) throw new RangeError(`No clock is known for the zone ${zone}`);
  const shown = Object.fromEntries(clock.formatToParts(instant).map((part) => [part.type, part.value]));
  const year = shown.era === 'BC' ? 1 - Number(shown.year) : Number(shown.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(shown.month) - 1, Number(shown.day));
  date.setUTCHours(Number(shown.hour), Number(shown.minute), Number(shown.second));
  return date.getTime() - (instant - (((instant % 1000) + 1000) % 1000));
}
