import { z } from 'zod';
import { assertNever } from './assert-never.ts';
import { readLocal } from './calendar.ts';
import { type EdtfEnd, type EdtfRefusal, readEdtf } from './edtf-date.ts';
import { earliestInstant, isZone, latestInstant } from './zone.ts';

const REFUSALS: Record<EdtfRefusal, string> = {
  'not-edtf': 'Not an EDTF level 1 date such as 2024-07-27, 2024-07, 2024-07-2X, 2024-07-27~ or 2024-07-25/2024-07-27',
  'no-such-day': 'The calendar has no such day',
  'time-in-edtf': 'A time of day goes into from and to with a zone, not into edtf',
  'ends-before-it-begins': 'The interval does not end after its beginning',
};

const wordsSchema = z.string().min(1).exactOptional();

const edtfSchema = z.string().superRefine((text, context) => {
  const reading = readEdtf(text);
  if (!reading.ok) context.addIssue({ code: 'custom', message: `${REFUSALS[reading.code]}: ${text}` });
});

const localSchema = z
  .string()
  .refine(
    (text) => readLocal(text) !== undefined,
    'Not a local time YYYY-MM-DDTHH:mm[:ss[.sss]] that a clock can show',
  );

const timesSchema = z
  .strictObject({
    from: localSchema.exactOptional(),
    to: localSchema.exactOptional(),
    zone: z.string().refine(isZone, 'Not an IANA zone, an offset ±hh:mm, Z or unknown'),
    words: wordsSchema,
  })
  .refine(({ from, to }) => from !== undefined || to !== undefined, 'A moment needs from, to or both')
  .refine(({ from, to }) => inOrder(from, to), 'The moment ends before it begins');

/**
 * When something was, as far as known: an EDTF date without a time of day, or an interval of local times in a zone
 * that may be `unknown` (an end that is left out is open; one point in time has `from` equal to `to`, and a time
 * without seconds means the whole minute). `words` keeps it as the source put it.
 */
export const momentSchema = z.union([z.strictObject({ edtf: edtfSchema, words: wordsSchema }), timesSchema]);
export type Moment = z.infer<typeof momentSchema>;

/** The form of a moment that has times of day. */
export type Times = z.infer<typeof timesSchema>;

/** Says whether two local times (either may be open) may be the ends of one moment; unreadable ones are not judged. */
function inOrder(from: string | undefined, to: string | undefined): boolean {
  const start = from === undefined ? undefined : readLocal(from);
  const end = to === undefined ? undefined : readLocal(to);
  return start === undefined || end === undefined || start.first <= end.last;
}

/**
 * The first instant, in epoch milliseconds, that a moment may mean. An EDTF date and a time in an unknown zone may lie
 * in any zone (to UTC+14). −Infinity for an open or unknown beginning. `~` and `?` widen nothing: nobody said by how much.
 */
export function earliest(moment: Moment): number {
  const { local, zone } = bounds(moment, 'first');
  return earliestInstant(local, zone);
}

/**
 * The last instant, in epoch milliseconds, that a moment may mean: the end of its day, minute or second, in any zone
 * (to UTC−12) where none is known. Infinity for an open or unknown end.
 */
export function latest(moment: Moment): number {
  const { local, zone } = bounds(moment, 'last');
  return latestInstant(local, zone);
}

function bounds(moment: Moment, side: 'first' | 'last'): { local: number; zone: string } {
  const open = side === 'first' ? -Infinity : Infinity;
  if ('edtf' in moment) {
    const reading = readEdtf(moment.edtf);
    if (!reading.ok) throw new RangeError(`${REFUSALS[reading.code]}: ${moment.edtf}`);
    const { date } = reading;
    switch (date.form) {
      case 'point':
        return { local: date.point[side], zone: 'unknown' };
      case 'interval':
        return { local: ofEnd(side === 'first' ? date.from : date.to, side, open), zone: 'unknown' };
      default:
        return assertNever(date);
    }
  }
  const text = side === 'first' ? moment.from : moment.to;
  if (text === undefined) return { local: open, zone: moment.zone };
  const span = readLocal(text);
  if (!span) throw new RangeError(`Not a local time: ${text}`);
  return { local: span[side], zone: moment.zone };
}

function ofEnd(end: EdtfEnd, side: 'first' | 'last', open: number): number {
  return typeof end === 'string' ? open : end[side];
}

/** Orders moments by their earliest instant, then by their latest; negative when `a` comes first, 0 when both agree. */
export function compareMoments(a: Moment, b: Moment): number {
  return compare(earliest(a), earliest(b)) || compare(latest(a), latest(b));
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The canonical text of a moment, which `parseMoment` reads back to the same moment: the EDTF date, or local times as
 * `2024-07-27T18:30`, `from..to`, `from..`, `..to` and the zone (nothing for an unknown one); then the words in `"`.
 */
export function writeMoment(moment: Moment): string {
  const words = moment.words === undefined ? '' : ` "${moment.words}"`;
  if ('edtf' in moment) return moment.edtf + words;
  const { from, to, zone } = moment;
  const times = from !== undefined && from === to ? from : `${from ?? ''}..${to ?? ''}`;
  return times + (zone === 'unknown' ? '' : ` ${zone}`) + words;
}
