import { newId } from '#domain/id.ts';
import { type Shot, shotsInOrder } from './kinds/video.ts';

/** The lines of a shot list by id, as a video keeps them. */
export type Shots = Readonly<Record<string, Shot>>;

/** Gives the list with a new line after the line named (at the end for null), and the new line's id. */
export function withShotAfter(shots: Shots, after: string | null, shot: Omit<Shot, 'order'>): [Shots, id: string] {
  const ids = shotsInOrder(shots).map(([id]) => id);
  const id = newId();
  const place = after === null ? ids.length : ids.indexOf(after) + 1;
  return [placed({ ...shots, [id]: { ...shot, order: 0 } }, id, ids.toSpliced(place, 0, id)), id];
}

/** Gives the list with a new line that begins at a time, after the last line that begins no later, and the new line's id. */
export function withShotAt(shots: Shots, from: number, shot: Omit<Shot, 'order' | 'from'>): [Shots, id: string] {
  const inOrder = shotsInOrder(shots);
  const before = inOrder.findLast(([, other]) => other.from !== undefined && other.from <= from);
  const later = inOrder.find(([, other]) => other.from !== undefined && other.from > from);
  const first = inOrder[0];
  if (before || !later || !first) return withShotAfter(shots, before?.[0] ?? null, { ...shot, from });
  const id = newId();
  const ids = inOrder.map(([other]) => other);
  return [placed({ ...shots, [id]: { ...shot, from, order: 0 } }, id, ids.toSpliced(ids.indexOf(later[0]), 0, id)), id];
}

/** Gives the list with a line moved one place up or down; the same list when it stands there already. */
export function withShotMoved(shots: Shots, id: string, by: -1 | 1): Shots {
  const ids = shotsInOrder(shots).map(([other]) => other);
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return shots;
  return placed(shots, id, ids.toSpliced(from, 1).toSpliced(to, 0, id));
}

/** Gives the list without a line. */
export function withoutShot(shots: Shots, id: string): Shots {
  return Object.fromEntries(Object.entries(shots).filter(([other]) => other !== id));
}

/** Gives one line its place between its neighbours, touching no other line unless there is no number left between them. */
function placed(shots: Shots, id: string, order: readonly string[]): Shots {
  const at = order.indexOf(id);
  const shot = shots[id];
  if (!shot) return shots;
  const before = orderOf(shots, order[at - 1]);
  const after = orderOf(shots, order[at + 1]);
  const place =
    before === undefined
      ? after === undefined
        ? 0
        : after - 1
      : after === undefined
        ? before + 1
        : (before + after) / 2;
  const fits = (before === undefined || place > before) && (after === undefined || place < after);
  if (fits) return { ...shots, [id]: { ...shot, order: place } };
  return Object.fromEntries(
    Object.entries(shots).map(([other, line]) => [other, { ...line, order: order.indexOf(other) }]),
  );
}

function orderOf(shots: Shots, id: string | undefined): number | undefined {
  return id === undefined ? undefined : shots[id]?.order;
}

/** A line of the shot list as a stretch of the film, in fractions (0 to 1) of its length. */
export interface ShotBar {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Where it ends is not stated: the bar goes to the next line's beginning, or to the end. */
  readonly isOpen: boolean;
}

/**
 * Gives the lines that have a time as bars, in the order of the list, on a film of `length` seconds (where none is known, up
 * to the last time stated). Empty when no line has a time or all are at 0.
 */
export function shotBars(shots: Shots, length: number | undefined): ShotBar[] {
  const timed = shotsInOrder(shots).flatMap(([id, { from, to }]) => (from === undefined ? [] : [{ id, from, to }]));
  const whole = Math.max(length ?? 0, ...timed.flatMap(({ from, to }) => [from, to ?? from]));
  if (timed.length === 0 || whole === 0) return [];
  return timed.map(({ id, from, to }) => {
    const next = Math.min(whole, ...timed.map((other) => other.from).filter((other) => other > from));
    const end = to ?? next;
    return { id, from: from / whole, to: Math.max(from, end) / whole, isOpen: to === undefined };
  });
}
