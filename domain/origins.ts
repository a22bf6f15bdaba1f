import type { Derivation } from './derivation.ts';
import type { Exhibit } from './evidence/exhibit.ts';
import type { Id } from './id.ts';

/** Where a path of derivations ends: a source, something outside told in words, an exhibit that is itself an original, or nothing known. */
export type Origin =
  | { type: 'source'; id: Id }
  | { type: 'outside'; words: string }
  | { type: 'unknown'; exhibit: Id }
  | { type: 'cycle'; exhibit: Id };

export interface Lineage {
  exhibits: ReadonlyMap<Id, Exhibit>;
  /** Derivations by the exhibit that repeats (`what`); trashed ones left out. */
  derivations: ReadonlyMap<Id, Derivation[]>;
}

/** Gives each origin a name under which shared ends fall together. */
export function originKey(origin: Origin): string {
  if (origin.type === 'outside') return `outside ${origin.words.trim().toLocaleLowerCase()}`;
  return `${origin.type} ${origin.type === 'source' ? origin.id : origin.exhibit}`;
}

/**
 * Follows an exhibit's derivations to their ends. An exhibit that repeats nothing ends in its own source; without a source
 * its origin is unknown. A circle of repeats is reported, not followed.
 */
export function originsOf(exhibit: Id, lineage: Lineage): Origin[] {
  const found = new Map<string, Origin>();
  const visit = (id: Id, path: ReadonlySet<Id>): void => {
    const add = (origin: Origin) => found.set(originKey(origin), origin);
    if (path.has(id)) return void add({ type: 'cycle', exhibit: id });
    const further = lineage.derivations.get(id) ?? [];
    if (further.length === 0) {
      const source = lineage.exhibits.get(id)?.source;
      return void add(source ? { type: 'source', id: source } : { type: 'unknown', exhibit: id });
    }
    for (const { of } of further) {
      if (of.type === 'exhibit') visit(of.id, new Set([...path, id]));
      else add(of.type === 'source' ? { type: 'source', id: of.id } : { type: 'outside', words: of.words });
    }
  };
  visit(exhibit, new Set());
  return [...found.values()];
}

/** What a body of evidence rests on: origins not known to depend on each other, and how many exhibits' lineage nobody knows. */
export interface Independence {
  origins: Origin[];
  /** Exhibits whose origin is unknown or lost in a circle; they never count as one more origin. */
  unknown: Id[];
}

/**
 * Gives the independent origins of some exhibits. Exhibits that share any end are one: their ends are joined, and each
 * joined group counts once, named by one of its ends.
 */
export function independentOrigins(exhibits: Iterable<Id>, lineage: Lineage): Independence {
  const group = new Map<string, string>();
  const root = (key: string): string => {
    const above = group.get(key);
    return above === undefined || above === key ? key : root(above);
  };
  const origins = new Map<string, Origin>();
  const unknown = new Set<Id>();
  for (const id of exhibits) {
    const ends = originsOf(id, lineage);
    const named = ends.filter((o) => o.type === 'source' || o.type === 'outside');
    if (named.length < ends.length) unknown.add(id);
    let first: string | undefined;
    for (const origin of named) {
      const key = originKey(origin);
      origins.set(key, origin);
      if (!group.has(key)) group.set(key, key);
      if (first === undefined) first = key;
      else group.set(root(key), root(first));
    }
  }
  const kept = new Map<string, Origin>();
  for (const key of [...origins.keys()].sort()) {
    const origin = origins.get(key);
    if (origin && !kept.has(root(key))) kept.set(root(key), origin);
  }
  return { origins: [...kept.values()], unknown: [...unknown] };
}
