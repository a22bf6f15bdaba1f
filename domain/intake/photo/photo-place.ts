import type { Finding } from '#domain/intake/finding.ts';
import type { Json } from '#domain/json.ts';
import { type Coordinates, coordinatesSchema, formatCoordinates, type Place } from '#domain/place.ts';
import type { PhotoTags, Saying } from './photo-metadata.ts';
import { tagText } from './photo-tags.ts';

/** Where a picture says it was taken, as far as its places agree; and what stands there that is no point on the earth. */
interface PlaceReading {
  readonly place?: Place;
  /** By place, in decimal degrees. */
  readonly sayings: readonly Saying[];
  readonly differs: boolean;
  readonly told: readonly (Pick<Finding, 'code'> & { readonly place: string; readonly detail: string })[];
}

/** In degrees, some fifty metres: two writers round differently. */
const ROUNDED = 0.0005;

/** Reads the GPS of EXIF and XMP. What the file says besides (altitude, direction, error) goes into `because`, in its own words. */
export function readPlace(tags: PhotoTags): PlaceReading {
  const told: { code: Finding['code']; place: string; detail: string }[] = [];
  const points: { where: string; at: Coordinates }[] = [];
  const take = (where: string, reading: PointReading) => {
    if (reading.is === 'point') points.push({ where, at: reading.at });
    else if (reading.is === 'none') return;
    else told.push({ code: reading.is, place: where, detail: reading.says });
  };
  take('EXIF GPS', exifPoint(tags));
  take('XMP GPS', xmpPoint(tags, 'xmp'));
  take('XMP file GPS', xmpPoint(tags, 'sidecar'));
  const [first] = points;
  const differs = points.some(
    ({ at }) => first && (Math.abs(at.lat - first.at.lat) > ROUNDED || Math.abs(at.lon - first.at.lon) > ROUNDED),
  );
  const sayings = points.map(({ where, at }) => ({ where, says: formatCoordinates(at, 'decimal') }));
  if (!first || differs) return { sayings, differs, told };
  const error = Number.parseFloat(tagText(tags, 'exif', 'GPSHPositioningError') ?? '');
  const because = circumstances(tags, first.where);
  return {
    place: { name: '', at: first.at, precision: error > 0 ? error : 'vicinity', how: 'camera says', because },
    sayings,
    differs,
    told,
  };
}

type PointReading =
  | { readonly is: 'point'; readonly at: Coordinates }
  | { readonly is: 'none' }
  | { readonly is: 'not-readable' | 'doubtful-place'; readonly says: string };

function exifPoint(tags: PhotoTags): PointReading {
  const lat = tags.exif?.GPSLatitude;
  const lon = tags.exif?.GPSLongitude;
  if (!lat || !lon) return { is: 'none' };
  const refs = [tagText(tags, 'exif', 'GPSLatitudeRef'), tagText(tags, 'exif', 'GPSLongitudeRef')] as const;
  const size = [angleOf(lat.value), angleOf(lon.value)] as const;
  const says = `${lat.text} ${refs[0] ?? '?'}, ${lon.text} ${refs[1] ?? '?'}`;
  const [latitude, longitude] = [signed(size[0], refs[0]), signed(size[1], refs[1])];
  return pointOf(latitude, longitude, says);
}

/** A side without its letter is not guessed: half of the world lies on the other. */
function signed(size: number | undefined, ref: string | undefined): number | undefined {
  const letter = ref?.[0]?.toUpperCase();
  if (size === undefined || letter === undefined) return undefined;
  if (letter === 'N' || letter === 'E') return size;
  return letter === 'S' || letter === 'W' ? -size : undefined;
}

/** Degrees, minutes, seconds, each a fraction; 0/0 is what a receiver without a fix writes. */
function angleOf(value: Json | undefined): number | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  let angle = 0;
  for (const [place, part] of value.slice(0, 3).entries()) {
    const [over, under] = Array.isArray(part) ? part : [part, 1];
    if (typeof over !== 'number' || typeof under !== 'number' || under === 0) return undefined;
    angle += over / under / 60 ** place;
  }
  return angle;
}

const XMP_ANGLE = /^(\d{1,3})[,.](\d{1,2}(?:[.,]\d+)?)(?:,(\d{1,2}(?:\.\d+)?))?([NSEW])$/;

/** XMP writes `48,51.5N` or `48,51,30N`. */
function xmpPoint(tags: PhotoTags, group: string): PointReading {
  const lat = tagText(tags, group, 'GPSLatitude');
  const lon = tagText(tags, group, 'GPSLongitude');
  if (lat === undefined || lon === undefined) return { is: 'none' };
  // Subtle: the reader's words for these can be plain degrees; the value is what stands in the file.
  const [latitude, longitude] = [xmpAngle(tags, group, 'GPSLatitude'), xmpAngle(tags, group, 'GPSLongitude')];
  return pointOf(latitude, longitude, `${lat}, ${lon}`);
}

function xmpAngle(tags: PhotoTags, group: string, name: string): number | undefined {
  const tag = tags[group]?.[name];
  const found = XMP_ANGLE.exec(typeof tag?.value === 'string' ? tag.value : (tag?.text ?? ''));
  if (!found) return undefined;
  const [, degrees, minutes = '', seconds, letter] = found;
  const size = Number(degrees) + Number(minutes.replace(',', '.')) / 60 + Number(seconds ?? 0) / 3600;
  return letter === 'S' || letter === 'W' ? -size : size;
}

function pointOf(lat: number | undefined, lon: number | undefined, says: string): PointReading {
  const point = coordinatesSchema.safeParse({ lat, lon });
  if (!point.success) return { is: 'not-readable', says };
  // 0° 0' lies in the sea off Ghana: it is what is written before there is a fix.
  if (point.data.lat === 0 && point.data.lon === 0) return { is: 'doubtful-place', says };
  return { is: 'point', at: point.data };
}

const CIRCUMSTANCES = [
  'GPSAltitude',
  'GPSAltitudeRef',
  'GPSImgDirection',
  'GPSImgDirectionRef',
  'GPSHPositioningError',
  'GPSDOP',
  'GPSDateStamp',
  'GPSTimeStamp',
  'GPSProcessingMethod',
  'GPSMapDatum',
];

function circumstances(tags: PhotoTags, where: string): string {
  const said = CIRCUMSTANCES.flatMap((name) => {
    const text = tagText(tags, 'exif', name);
    return text === undefined ? [] : [`${name} ${text}${name === 'GPSTimeStamp' ? ' UTC' : ''}`];
  });
  return [where, ...said].join('; ');
}
