import type { Finding } from '#domain/intake/finding.ts';
import { momentOfWritten } from '#domain/intake/given-moment.ts';
import { earliest, latest, type Moment } from '#domain/moment.ts';
import type { PhotoMetadata, PhotoTags } from './photo-metadata.ts';
import { tagText } from './photo-tags.ts';

type Taken = PhotoMetadata['taken'];
type Told = Pick<Finding, 'code'> & { readonly place: string; readonly detail: string };

/** What a picture says of its time: every place that tells it, the one moment all agree on, and what cannot be believed. */
interface TakenReading {
  readonly taken: Taken;
  /** Absent where the places disagree or none can be believed: nothing is chosen between them. */
  readonly moment?: Moment;
  readonly aheadOfGps?: number;
  readonly told: readonly Told[];
  readonly differs: boolean;
}

/** The first cameras that write EXIF are of the nineties; an earlier year is of a clock or of a scanner's operator. */
const FIRST_YEAR = 1990;
/** Clocks of two zones are at most this far apart, in milliseconds. */
const ZONES_APART = 26 * 3_600_000;

/** Reads when a picture says it was taken. `now` in epoch milliseconds: what lies after it is doubted. */
export function readTaken(tags: PhotoTags, now: number): TakenReading {
  const said = takenSayings(tags);
  const modified = tagText(tags, 'exif', 'DateTime');
  const changed = modified === undefined ? undefined : momentOfWritten(modified, zoneIn(tags, 'OffsetTime'));
  const told: Told[] = [];
  const believed: Moment[] = [];
  const taken = said.map(({ where, says, zone }): Taken[number] => {
    const moment = momentOfWritten(says, zone);
    const reason = doubt(says, moment, changed, now);
    if (reason) told.push({ code: reason.code, place: where, detail: reason.detail(says, modified ?? '') });
    else if (moment) believed.push(moment);
    return { where, says, ...(moment && !reason ? { moment } : {}) };
  });
  const differs = believed.some((one, at) => believed.slice(at + 1).some((other) => !agree(one, other)));
  const gps = aheadOfGps(tags, said[0]?.where.startsWith('EXIF') ? taken[0]?.moment : undefined);
  if (gps?.conflict) told.push(gps.conflict);
  const moment = differs ? undefined : believed.toSorted((a, b) => detailOf(b) - detailOf(a))[0];
  return {
    taken,
    told,
    differs,
    ...(moment ? { moment } : {}),
    ...(gps ? { aheadOfGps: gps.seconds } : {}),
  };
}

interface Said {
  readonly where: string;
  readonly says: string;
  readonly zone: string;
}

function takenSayings(tags: PhotoTags): Said[] {
  const said: Said[] = [];
  const exif = tagText(tags, 'exif', 'DateTimeOriginal');
  if (exif !== undefined) {
    const part = /^\d+$/.exec(tagText(tags, 'exif', 'SubSecTimeOriginal') ?? '')?.[0];
    const says = part !== undefined && /:\d{2}$/.test(exif) ? `${exif}.${part}` : exif;
    said.push({ where: 'EXIF DateTimeOriginal', says, zone: zoneIn(tags, 'OffsetTimeOriginal') });
  }
  for (const [group, name] of [
    ['xmp', 'XMP'],
    ['sidecar', 'XMP file'],
  ] as const) {
    for (const tag of ['DateTimeOriginal', 'DateCreated']) {
      const says = tagText(tags, group, tag);
      if (says !== undefined) said.push({ where: `${name} ${tag}`, says, zone: 'unknown' });
    }
  }
  const day = tagText(tags, 'iptc', 'Date Created');
  const time = tagText(tags, 'iptc', 'Time Created');
  if (day !== undefined) {
    const says = time === undefined ? day : `${day} ${time}`;
    said.push({ where: time === undefined ? 'IPTC Date Created' : 'IPTC Date/Time Created', says, zone: 'unknown' });
  }
  return said;
}

/** The zone that newer phones write beside each of their times; `unknown` where none stands there. */
function zoneIn(tags: PhotoTags, tag: string): string {
  const offset = tagText(tags, 'exif', tag);
  if (offset === 'Z') return 'Z';
  return offset !== undefined && /^[+-]\d{2}:\d{2}$/.test(offset) ? offset : 'unknown';
}

interface Doubt {
  readonly code: 'doubtful-date' | 'clock-conflict' | 'not-readable';
  readonly detail: (says: string, modified: string) => string;
}
const asWritten = (says: string) => says;

function doubt(says: string, moment: Moment | undefined, changed: Moment | undefined, now: number): Doubt | undefined {
  if (/^[0\s:T.-]*$/.test(says)) return { code: 'doubtful-date', detail: asWritten };
  if (!moment) return { code: 'not-readable', detail: asWritten };
  const date = localOf(moment);
  // A clock that was never set begins at midnight of the first day of some year.
  const isReset = /^\d{4}-01-01T00:/.test(date);
  if (Number(date.slice(0, 4)) < FIRST_YEAR || isReset || earliest(moment) > now) {
    return { code: 'doubtful-date', detail: asWritten };
  }
  if (changed && earliest(moment) > latest(changed)) {
    return { code: 'clock-conflict', detail: (own, modified) => `${own}, EXIF DateTime ${modified}` };
  }
  return undefined;
}

function localOf(moment: Moment): string {
  return 'edtf' in moment ? moment.edtf : (moment.from ?? moment.to ?? '');
}

/** Two places agree when they show the same clock, as exactly as both tell it, or mean the same instant. */
function agree(a: Moment, b: Moment): boolean {
  const [one, other] = [localOf(a), localOf(b)];
  const shared = Math.min(one.length, other.length);
  if (one.slice(0, shared) === other.slice(0, shared)) {
    const [zoneA, zoneB] = [zoneOf(a), zoneOf(b)];
    return zoneA === 'unknown' || zoneB === 'unknown' || earliest(a) === earliest(b) || shared <= 10;
  }
  return zoneOf(a) !== 'unknown' && zoneOf(b) !== 'unknown' && Math.abs(earliest(a) - earliest(b)) < 1000;
}

function zoneOf(moment: Moment): string {
  return 'edtf' in moment ? 'unknown' : moment.zone;
}

function detailOf(moment: Moment): number {
  return localOf(moment).length + (zoneOf(moment) === 'unknown' ? 0 : 100);
}

/**
 * How far the camera's clock was ahead of UTC as GPS told it, in seconds. It is a conflict when no zone is that far away, or when
 * the stated zone is another by more than a quarter of an hour (a receiver may give its last fix, some minutes old).
 */
function aheadOfGps(tags: PhotoTags, taken: Moment | undefined): { seconds: number; conflict?: Told } | undefined {
  const day = tagText(tags, 'exif', 'GPSDateStamp');
  const time = tagText(tags, 'exif', 'GPSTimeStamp');
  if (day === undefined || time === undefined || !taken || 'edtf' in taken || taken.from === undefined)
    return undefined;
  const gps = momentOfWritten(`${day} ${time}`, 'Z');
  const clock = momentOfWritten(taken.from, 'Z');
  if (!gps || !clock) return undefined;
  const seconds = Math.round((earliest(clock) - earliest(gps)) / 1000);
  const off = taken.zone === 'unknown' ? undefined : (earliest(taken) - earliest(gps)) / 1000;
  const isFar = Math.abs(seconds) * 1000 > ZONES_APART / 2 + 3_600_000;
  if (!isFar && (off === undefined || Math.abs(off) <= 900)) return { seconds };
  const detail = `${taken.words ?? taken.from}, GPS ${day} ${time} UTC`;
  return { seconds, conflict: { code: 'clock-conflict', place: 'GPSTimeStamp', detail } };
}
