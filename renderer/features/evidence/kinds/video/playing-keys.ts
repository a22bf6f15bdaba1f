import { matchesKeys, type PressedKeys } from '#ui/key-combination.ts';

/** What a key does to a film: a speed to go at (−: backwards, 0: still), or a step of one frame. */
export type FilmAct = { readonly speed: number } | { readonly step: 1 | -1 };

const SPEEDS = [0.25, 0.5, 1, 1.5, 2, 4, 8];

/**
 * Gives what a key does to a film that goes at a speed, as cutting rooms have them: L plays and each further L goes faster, J
 * the same backwards, K stands still; comma and full stop step by a frame. Undefined for another key.
 */
export function filmActOf(pressed: PressedKeys, speed: number): FilmAct | undefined {
  if (matchesKeys('K', pressed)) return { speed: 0 };
  if (matchesKeys('L', pressed)) return { speed: speed <= 0 ? 1 : faster(speed) };
  if (matchesKeys('J', pressed)) return { speed: speed >= 0 ? -1 : -faster(-speed) };
  if (matchesKeys(',', pressed)) return { step: -1 };
  if (matchesKeys('.', pressed)) return { step: 1 };
  return undefined;
}

function faster(speed: number): number {
  return SPEEDS.find((other) => other > speed) ?? speed;
}
