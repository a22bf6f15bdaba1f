import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import type { Draft } from './draft.ts';

/** What the case holds already of things that were imported, by what they are called where they come from. */
export type Known = ReadonlyMap<string, readonly Pick<Exhibit, 'id' | 'edition' | 'gone'>[]>;

/** Gives what the case holds of imported things, the trash included: what was thrown away is not imported again unasked. */
export function knownExhibits(exhibits: Iterable<Exhibit>): Known {
  const known = new Map<string, Exhibit[]>();
  for (const exhibit of exhibits) {
    if (exhibit.key === undefined) continue;
    const same = known.get(exhibit.key);
    if (same) same.push(exhibit);
    else known.set(exhibit.key, [exhibit]);
  }
  return known;
}

/** What becomes of a draft: it is new; it is here already (perhaps in the trash); or it was changed at its source since. */
export type Fate =
  | { readonly is: 'new' }
  | { readonly is: 'here' | 'in-trash'; readonly exhibit: Id }
  | { readonly is: 'edited'; readonly exhibit: Id };

/** Tells what taking in a draft would do to a case; importing the same thing again does nothing. */
export function fateOf({ key, edition }: Pick<Draft, 'key' | 'edition'>, known: Known): Fate {
  const same = known.get(key) ?? [];
  const equal = same.filter((exhibit) => exhibit.edition === edition);
  const here = equal.find(({ gone }) => gone === undefined);
  if (here) return { is: 'here', exhibit: here.id };
  const [trashed] = equal;
  if (trashed) return { is: 'in-trash', exhibit: trashed.id };
  const latest = same.findLast(({ gone }) => gone === undefined) ?? same.at(-1);
  return latest ? { is: 'edited', exhibit: latest.id } : { is: 'new' };
}
