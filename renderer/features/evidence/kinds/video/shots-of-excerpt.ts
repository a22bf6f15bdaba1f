import type { Shots } from '#domain/evidence/shots.ts';
import type { Excerpt } from '#domain/excerpt.ts';

/** Gives the ids of the shots that an excerpt means: the one it names, or those that its time range touches. */
export function shotsOf(excerpt: Excerpt | undefined, shots: Shots): ReadonlySet<string> {
  if (excerpt?.type === 'shot') return new Set(shots[excerpt.shot] ? [excerpt.shot] : []);
  if (excerpt?.type !== 'time') return new Set();
  const end = excerpt.to ?? excerpt.from;
  const touched = Object.entries(shots).filter(
    ([, { from, to }]) => from !== undefined && from <= end && (to ?? from) >= excerpt.from,
  );
  return new Set(touched.map(([id]) => id));
}

/** Gives the second at which a film is to stand for an excerpt; undefined where it tells of none. */
export function startOf(excerpt: Excerpt | undefined, shots: Shots): number | undefined {
  if (excerpt?.type === 'time') return excerpt.from;
  return excerpt?.type === 'shot' ? shots[excerpt.shot]?.from : undefined;
}
