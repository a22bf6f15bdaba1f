import type { Derivation } from './derivation.ts';
import type { Exhibit } from './evidence/exhibit.ts';
import type { Id } from './id.ts';
import { mostDisjoint } from './most-disjoint.ts';

/** Where a path of derivations ends: a source, something outside told in words, an exhibit of which nothing is known, or a circle of repeats. */
export type Origin =
  | { type: 'source'; id: Id }
  | { type: 'outside'; words: string }
  | { type: 'unknown'; exhibit: Id }
  | { type: 'cycle'; exhibit: Id };

/** An end at which something is known to have begun. */
export type KnownOrigin = Extract<Origin, { type: 'source' | 'outside' }>;

export interface Lineage {
  exhibits: ReadonlyMap<Id, Exhibit>;
  /** Derivations by the exhibit that repeats (`what`); trashed ones left out. */
  derivations: ReadonlyMap<Id, Derivation[]>;
}

/** Gives each origin a name under which shared ends fall together. */
export function originKey(origin: Origin): string {
  if (origin.type === 'outside')
    return `outside ${origin.words.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()}`;
  return `${origin.type} ${origin.type === 'source' ? origin.id : origin.exhibit}`;
}

/** Says whether something is known to have begun at this end. */
export function isKnown(origin: Origin): origin is KnownOrigin {
  return origin.type === 'source' || origin.type === 'outside';
}

/**
 * Follows an exhibit's derivations to their ends, each given once, sorted by their names. An exhibit that repeats nothing
 * ends in its own source; without a source its origin is unknown. What lies in the trash is followed all the same:
 * throwing the original away does not make its repeats independent. A circle of repeats is reported under its smallest id.
 */
export function originsOf(exhibit: Id, lineage: Lineage): Origin[] {
  const found = new Map<string, Origin>();
  const add = (origin: Origin) => found.set(originKey(origin), origin);
  const repeated = new Map<Id, Id[]>();
  const waiting = [exhibit];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (repeated.has(id)) continue;
    const further = lineage.derivations.get(id) ?? [];
    const exhibits: Id[] = [];
    for (const { of } of further) {
      if (of.type === 'exhibit') exhibits.push(of.id);
      else add(of.type === 'source' ? { type: 'source', id: of.id } : { type: 'outside', words: of.words });
    }
    repeated.set(id, exhibits);
    waiting.push(...exhibits);
    if (further.length > 0) continue;
    const source = lineage.exhibits.get(id)?.source;
    add(source ? { type: 'source', id: source } : { type: 'unknown', exhibit: id });
  }
  const circle = circling(repeated)[0];
  if (circle !== undefined) add({ type: 'cycle', exhibit: circle });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, origin]) => origin);
}

/** Gives the nodes that lie in a circle or between two of them, sorted: what is left when all that leads only outward is peeled off from both sides. */
function circling(graph: ReadonlyMap<Id, readonly Id[]>): Id[] {
  const backward = new Map<Id, Id[]>([...graph.keys()].map((id) => [id, []]));
  for (const [from, all] of graph) for (const to of all) backward.get(to)?.push(from);
  const left = peeled(new Set(graph.keys()), graph, backward);
  return [...peeled(left, backward, graph)].sort();
}

/** Takes away, again and again, what has no way on among what is left. */
function peeled(
  nodes: ReadonlySet<Id>,
  ways: ReadonlyMap<Id, readonly Id[]>,
  against: ReadonlyMap<Id, readonly Id[]>,
): Set<Id> {
  const count = new Map<Id, number>();
  for (const id of nodes) count.set(id, (ways.get(id) ?? []).filter((to) => nodes.has(to)).length);
  const left = new Set(nodes);
  const ends = [...nodes].filter((id) => count.get(id) === 0);
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    left.delete(id);
    for (const before of against.get(id) ?? []) {
      const fewer = (count.get(before) ?? 0) - 1;
      count.set(before, fewer);
      if (fewer === 0 && left.has(before)) ends.push(before);
    }
  }
  return left;
}

/** What a body of evidence rests on. */
export interface Independence {
  /** One for each independent origin: no two are known to depend on each other. */
  origins: KnownOrigin[];
  /** Every known end that was reached, the joint ones of one exhibit included. */
  ends: KnownOrigin[];
  /** Things whose lineage nobody knows to the end; they never count as one more origin. */
  unknown: Id[];
}

/** Gives the independent origins of some exhibits; see {@link independence}. */
export function independentOrigins(exhibits: Iterable<Id>, lineage: Lineage): Independence {
  return independence([...new Set(exhibits)].map((id) => [id, originsOf(id, lineage)]));
}

/**
 * Counts independent origins: the most things that can be named of which no two share an end and each is known to its
 * ends. So repeats of one post are one; what quotes two others adds nothing to them, and alone is one; what is unknown
 * anywhere counts for nothing. One more thing never lowers the count, one more repeat never raises it.
 */
export function independence(things: Iterable<readonly [id: Id, ends: readonly Origin[]]>): Independence {
  const known = new Map<string, KnownOrigin>();
  const unknown = new Set<Id>();
  const bodies: string[][] = [];
  for (const [id, ends] of things) {
    for (const end of ends) if (isKnown(end)) known.set(originKey(end), end);
    if (ends.length === 0 || !ends.every(isKnown)) unknown.add(id);
    else bodies.push(ends.map(originKey));
  }
  const named = (keys: Iterable<string>) => [...keys].sort().flatMap((key) => known.get(key) ?? []);
  return {
    origins: named(mostDisjoint(bodies).flatMap((body) => body.slice(0, 1))),
    ends: named(known.keys()),
    unknown: [...unknown].sort(),
  };
}
