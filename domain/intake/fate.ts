import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import type { Note } from '#domain/note.ts';
import type { Draft } from './draft.ts';
import { sameByTitle } from './telegram/telegram-same.ts';

/** What the case holds already of things that were imported, by what they are called where they come from. */
export type Known = ReadonlyMap<string, readonly Held[]>;

type Held = Pick<Exhibit, 'id' | 'edition' | 'gone'>;

/** Gives what the case holds of imported things, the trash included: what was thrown away is not imported again unasked. */
export function knownExhibits(exhibits: Iterable<Exhibit>): Known {
  const known = new Map<string, Held[]>();
  const add = (key: string, held: Held) => {
    const same = known.get(key);
    if (same) same.push(held);
    else known.set(key, [held]);
  };
  for (const exhibit of exhibits) {
    if (exhibit.key === undefined) continue;
    add(exhibit.key, exhibit);
    const also = exhibit.kind === 'telegram' ? sameByTitle(exhibit.key, exhibit.body, 'held') : undefined;
    if (also) add(also.key, { id: exhibit.id, gone: exhibit.gone, edition: also.edition });
  }
  return known;
}

/** Gives what the case holds of imported notes, the trash included. */
export function knownNotes(notes: Iterable<Note>): Known {
  const known = new Map<string, Held[]>();
  for (const { id, key, gone } of notes)
    if (key !== undefined) known.set(key, [...(known.get(key) ?? []), { id, edition: key, gone }]);
  return known;
}

/** What becomes of a draft: it is new; it is here already (perhaps in the trash); or it was changed at its source since. */
export type Fate =
  | { readonly is: 'new' }
  | { readonly is: 'here' | 'in-trash'; readonly exhibit: Id }
  | { readonly is: 'edited'; readonly exhibit: Id };

/** Tells what taking in a draft would do to a case; importing the same thing again does nothing. */
export function fateOf({ key, edition, also }: Pick<Draft, 'key' | 'edition' | 'also'>, known: Known): Fate {
  const same = known.get(key) ?? [];
  const twin = also ? known.get(also.key)?.filter((exhibit) => exhibit.edition === also.edition) : undefined;
  const equal = [...same.filter((exhibit) => exhibit.edition === edition), ...(twin ?? [])];
  const here = equal.find(({ gone }) => gone === undefined);
  if (here) return { is: 'here', exhibit: here.id };
  const [trashed] = equal;
  if (trashed) return { is: 'in-trash', exhibit: trashed.id };
  const latest = same.findLast(({ gone }) => gone === undefined) ?? same.at(-1);
  return latest ? { is: 'edited', exhibit: latest.id } : { is: 'new' };
}
