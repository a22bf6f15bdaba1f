/**
 * The row that a key goes to from `index`, or undefined when the key does not move. `index` is -1 before the first move.
 * Where several `columns` stand side by side, the arrows to the sides move too, and `page` counts lines.
 */
export function movedIndex(key: string, index: number, count: number, page: number, columns = 1): number | undefined {
  if (count === 0) return undefined;
  const clamp = (next: number) => Math.max(0, Math.min(count - 1, next));
  switch (key) {
    case 'ArrowDown':
      return clamp(index >= 0 && columns > 1 && index + columns >= count ? index : index < 0 ? 0 : index + columns);
    case 'ArrowUp':
      return clamp(index - columns < 0 && index > 0 && columns > 1 ? index : index - columns);
    case 'ArrowRight':
      return columns > 1 ? clamp(index + 1) : undefined;
    case 'ArrowLeft':
      return columns > 1 ? clamp(index - 1) : undefined;
    case 'PageDown':
      return clamp(index + page * columns);
    case 'PageUp':
      return clamp(index - page * columns);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The ids from one row to another, both included, whichever comes first. */
export function idsBetween(ids: readonly string[], from: number, to: number): Set<string> {
  return new Set(ids.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1));
}

/** The selection with one id put in when it was out, and out when it was in. */
export function withToggled(selection: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}
