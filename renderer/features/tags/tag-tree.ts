import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import type { Tag } from '#domain/tag.ts';

/** A tag in its place in the tree. */
export interface TagNode {
  tag: Tag;
  /** The last step of its path when its parent is a tag too, else the whole path. */
  name: string;
  /** How many tags it stands under. */
  depth: number;
  /** Exhibits with it or with a tag nested under it. */
  count: number;
}

/** Gives the tags that are not in the trash in the order of the tree, parents before what is nested under them. */
export function tagTree(tags: Iterable<Tag>, exhibits: Iterable<Exhibit>): TagNode[] {
  const alive = [...tags].filter((tag) => tag.gone === undefined).sort((a, b) => comparePaths(a.path, b.path));
  const byPath = new Map(alive.map((tag) => [tag.path, tag]));
  const counts = countsBy(alive, byPath, exhibits);
  return alive.map((tag) => {
    const above = ancestors(tag.path).filter((path) => byPath.has(path));
    const parent = above[0];
    return {
      tag,
      name: parent === undefined ? tag.path : tag.path.slice(parent.length + 1),
      depth: above.length,
      count: counts.get(tag.id) ?? 0,
    };
  });
}

// Subtle: an exhibit with both `place` and `place/border` counts once for `place`.
function countsBy(tags: Tag[], byPath: Map<string, Tag>, exhibits: Iterable<Exhibit>): Map<Id, number> {
  const upwards = new Map(
    tags.map((tag) => [tag.id, [tag.id, ...ancestors(tag.path).flatMap((path) => byPath.get(path)?.id ?? [])]]),
  );
  const counts = new Map<Id, number>();
  for (const exhibit of exhibits) {
    if (exhibit.gone !== undefined) continue;
    const [only, another] = exhibit.tags;
    if (only === undefined) continue;
    const above =
      another === undefined ? upwards.get(only) : new Set(exhibit.tags.flatMap((id) => upwards.get(id) ?? []));
    for (const id of above ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Gives the paths above a path, the nearest first: `a/b/c` has `a/b` and `a`. */
function ancestors(path: string): string[] {
  const steps = path.split('/');
  return steps.slice(1).map((_, i) => steps.slice(0, steps.length - 1 - i).join('/'));
}

function comparePaths(a: string, b: string): number {
  const [x, y] = [a.split('/'), b.split('/')];
  for (let i = 0; i < Math.min(x.length, y.length); i += 1) {
    const order = (x[i] ?? '').localeCompare(y[i] ?? '', undefined, { numeric: true, sensitivity: 'base' });
    if (order !== 0) return order;
  }
  return x.length - y.length || (a < b ? -1 : a > b ? 1 : 0);
}
