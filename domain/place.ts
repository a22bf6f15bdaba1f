import { z } from 'zod';
import { pointOfMapLink } from './map-link.ts';

/** A point in WGS 84, in decimal degrees; north and east are positive. */
export const coordinatesSchema = z.strictObject({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
});
export type Coordinates = z.infer<typeof coordinatesSchema>;

/** How exactly a place is known: a radius in metres, or in words. */
export const precisionSchema = z.union([z.number().positive(), z.enum(['exact', 'vicinity', 'locality', 'region'])]);
export type Precision = z.infer<typeof precisionSchema>;

/** Where something was: its name, the point if one is known, how exact that is, and how it is known. */
export const placeSchema = z.object({
  name: z.string(),
  at: coordinatesSchema.exactOptional(),
  precision: precisionSchema,
  how: z.enum(['stated', 'camera says', 'geolocated']),
  because: z.string().exactOptional(),
});
export type Place = z.infer<typeof placeSchema>;

export type CoordinatesReading =
  | {
      readonly ok: true;
      readonly at: Coordinates;
      /** The uncertainty that a `geo:` address states with `u=`. */
      readonly metres?: number;
    }
  | { readonly ok: false; readonly code: 'not-coordinates' | 'out-of-range' | 'other-reference-system' };

const GEO = /^geo:([+-]?\d+(?:\.\d+)?),([+-]?\d+(?:\.\d+)?)(?:,[+-]?\d+(?:\.\d+)?)?((?:;[^;]+)*)$/i;
const SIGN = '[NSEWO]';
const NUMBER = '\\d+(?:[.,]\\d+)?';
// Degrees with optional minutes and seconds; the marks may be left out where spaces part the numbers.
const ANGLE = `([+-]?${NUMBER})(?:(?:\\s*[°º]\\s*|\\s+)(?:(${NUMBER})(?:\\s*['′’]\\s*|\\s+|$|(?=${SIGN}|,))(?:(${NUMBER})\\s*(?:"|″|”|''|′′)?)?)?)?`;
const LETTER_FIRST = new RegExp(`^(${SIGN})\\s*${ANGLE}\\s*[,;]?\\s*(${SIGN})\\s*${ANGLE}$`, 'i');
const LETTER_LAST = new RegExp(`^${ANGLE}\\s*(${SIGN})\\s*[,;]?\\s*${ANGLE}\\s*(${SIGN})$`, 'i');
const DECIMAL = /^([+-]?\d+(?:\.\d+)?)°?\s*(?:[,;]\s*|\s)([+-]?\d+(?:\.\d+)?)°?$/;
const DECIMAL_COMMA = /^([+-]?\d+,\d+)°?\s*(?:;\s*|\s|,\s+)([+-]?\d+,\d+)°?$/;

/**
 * Reads coordinates as they are copied from maps and articles: `20.45, 1.98`, `20,45; 1,98`, `20°27'08"N 1°59'15"E`,
 * `N 20 27.13 E 1 59.25`, `geo:20.45,1.98;u=50` (its altitude is not kept), or the link of a map. Without letters latitude comes first; `O` is west.
 * A point beyond the poles or ±180°, minutes or seconds of 60 and more, and other reference systems are refused.
 */
export function parseCoordinates(text: string): CoordinatesReading {
  const typed = text.trim().replaceAll('\u2212', '-').replace(/\s+/g, ' ');
  const link = pointOfMapLink(typed);
  if (link) return inRange(degrees(link.lat), degrees(link.lon));
  const geo = GEO.exec(typed);
  if (geo) return readGeo(geo);
  const plain = DECIMAL.exec(typed) ?? DECIMAL_COMMA.exec(typed);
  if (plain) return inRange(degrees(plain[1]), degrees(plain[2]));
  const last = LETTER_LAST.exec(typed);
  if (last) return lettered(last[4], last.slice(1, 4), last[8], last.slice(5, 8));
  const first = LETTER_FIRST.exec(typed);
  if (first) return lettered(first[1], first.slice(2, 5), first[5], first.slice(6, 9));
  return { ok: false, code: 'not-coordinates' };
}

function readGeo(geo: RegExpExecArray): CoordinatesReading {
  const parameters = new Map(
    (geo[3] ?? '').split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=');
      return [name.toLowerCase(), value];
    }),
  );
  const crs = parameters.get('crs');
  if (crs !== undefined && crs.toLowerCase() !== 'wgs84') return { ok: false, code: 'other-reference-system' };
  const read = inRange(degrees(geo[1]), degrees(geo[2]));
  const metres = Number(parameters.get('u'));
  return read.ok && metres > 0 && Number.isFinite(metres) ? { ...read, metres } : read;
}

function lettered(
  a: string | undefined,
  first: readonly (string | undefined)[],
  b: string | undefined,
  second: readonly (string | undefined)[],
): CoordinatesReading {
  const one = a?.toUpperCase() ?? '';
  const two = b?.toUpperCase() ?? '';
  const isLatitude = (letter: string) => letter === 'N' || letter === 'S';
  if (isLatitude(one) === isLatitude(two)) return { ok: false, code: 'not-coordinates' };
  const x = angle(first, one);
  const y = angle(second, two);
  if (x === undefined || y === undefined) return { ok: false, code: 'out-of-range' };
  return isLatitude(one) ? inRange(x, y) : inRange(y, x);
}

/** Gives signed degrees, or undefined where a sign stands beside a letter or minutes and seconds overflow. */
function angle(parts: readonly (string | undefined)[], letter: string): number | undefined {
  const [whole, minutes, seconds] = parts.map((part) => (part === undefined ? 0 : degrees(part)));
  if (whole === undefined || minutes === undefined || seconds === undefined) return undefined;
  if (/^[+-]/.test(parts[0] ?? '') || minutes >= 60 || seconds >= 60) return undefined;
  const size = whole + minutes / 60 + seconds / 3600;
  return letter === 'N' || letter === 'E' ? size : -size;
}

function degrees(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}

function inRange(lat: number, lon: number): CoordinatesReading {
  const checked = coordinatesSchema.safeParse({ lat: lat + 0, lon: lon + 0 });
  return checked.success ? { ok: true, at: checked.data } : { ok: false, code: 'out-of-range' };
}

/**
 * Writes coordinates for reading and copying: `decimal` with up to six places (0.1 m), which `parseCoordinates` reads
 * back, or `dms` as `20°27′08″N 1°59′15″E`, to the second (30 m).
 */
export function formatCoordinates(at: Coordinates, form: 'decimal' | 'dms'): string {
  if (form === 'decimal') return `${decimal(at.lat)}, ${decimal(at.lon)}`;
  return `${dms(at.lat, at.lat < 0 ? 'S' : 'N')} ${dms(at.lon, at.lon < 0 ? 'W' : 'E')}`;
}

/** Subtle: `toFixed` never writes an exponent, but it writes zeros and a minus before them. */
function decimal(value: number): string {
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

function dms(value: number, letter: string): string {
  const seconds = Math.round(Math.abs(value) * 3600);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}′${two(seconds % 60)}″${letter}`;
}
