import { type Coordinates, coordinatesSchema, type Place } from '#domain/place.ts';
import type { FilmMetadata } from './film-metadata.ts';

const DEGREES = /^([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?/;
/** In degrees, some fifty metres. */
const ROUNDED = 0.0005;

/**
 * Gives the place that the places of a film's header agree on, written as ISO 6709 in degrees (`+48.8577+002.2950+035/`). `fault`
 * says why there is none though something stands there: two places disagree, or it is 0° 0′, or written otherwise.
 */
export function placeOfFilm(places: FilmMetadata['places']): {
  readonly place?: Place;
  readonly fault?: 'values-differ' | 'doubtful-place' | 'not-readable';
} {
  const points = places.map(({ says }) => pointOf(says));
  const [first] = points;
  if (places.length === 0) return {};
  if (!first || points.includes(undefined)) return { fault: 'not-readable' };
  if (first.lat === 0 && first.lon === 0) return { fault: 'doubtful-place' };
  const isApart = (point: Coordinates | undefined) =>
    !point || Math.abs(point.lat - first.lat) > ROUNDED || Math.abs(point.lon - first.lon) > ROUNDED;
  if (points.some(isApart)) return { fault: 'values-differ' };
  const because = places.map(({ where, says }) => `${where} ${says}`).join('; ');
  return { place: { name: '', at: first, precision: 'vicinity', how: 'camera says', because } };
}

function pointOf(says: string): Coordinates | undefined {
  const found = DEGREES.exec(says.trim());
  if (!found) return undefined;
  const point = coordinatesSchema.safeParse({ lat: Number(found[1]), lon: Number(found[2]) });
  return point.success ? point.data : undefined;
}
