/** What is chosen in a list, where the keyboard stands, and from where Shift extends. */
export interface Selection {
  chosen: ReadonlySet<string>;
  at: string | undefined;
  anchor: string | undefined;
}

export const nothingChosen: Selection = { chosen: new Set(), at: undefined, anchor: undefined };

/** Chooses one thing and stands on it. */
export function choose(id: string): Selection {
  return { chosen: new Set([id]), at: id, anchor: id };
}

/** Stands on a thing without choosing it. */
export function standOn(selection: Selection, id: string): Selection {
  return { ...selection, at: id, anchor: id };
}

/** Takes a thing into what is chosen, or out of it, and stands on it. */
export function toggle(selection: Selection, id: string): Selection {
  const chosen = new Set(selection.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { chosen, at: id, anchor: id };
}

/** Chooses everything from the anchor to a thing, in the order of the list. */
export function extendTo(selection: Selection, order: readonly string[], id: string): Selection {
  const to = order.indexOf(id);
  const from = selection.anchor === undefined ? -1 : order.indexOf(selection.anchor);
  if (to < 0) return selection;
  if (from < 0) return choose(id);
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { chosen: new Set(between), at: id, anchor: selection.anchor };
}

/** Chooses the whole list. */
export function chooseAll(selection: Selection, order: readonly string[]): Selection {
  return { chosen: new Set(order), at: selection.at ?? order[0], anchor: selection.anchor ?? order[0] };
}

/**
 * Gives the selection as far as it is still in the list: what a filter took away is not chosen any more, so that no act
 * touches what cannot be seen. Gives the same object when nothing is gone.
 */
export function within(selection: Selection, order: readonly string[]): Selection {
  const there = new Set(order);
  const kept = [...selection.chosen].filter((id) => there.has(id));
  const at = selection.at !== undefined && there.has(selection.at) ? selection.at : undefined;
  if (kept.length === selection.chosen.size && at === selection.at) return selection;
  return {
    chosen: new Set(kept),
    at,
    anchor: selection.anchor !== undefined && there.has(selection.anchor) ? selection.anchor : at,
  };
}

/** Gives the place that a key moves to, in a list of `columns` beside each other; null for a key that does not move. */
export function placeAfter(
  key: string,
  at: number,
  list: { count: number; columns: number; page: number },
): number | null {
  const { count, columns, page } = list;
  if (count === 0) return null;
  const clamp = (place: number) => Math.min(count - 1, Math.max(0, place));
  switch (key) {
    case 'ArrowDown':
      return at < 0 ? 0 : at + columns < count ? at + columns : at;
    case 'ArrowUp':
      return at < 0 ? count - 1 : at - columns >= 0 ? at - columns : at;
    case 'ArrowRight':
      return columns > 1 ? clamp(at + 1) : null;
    case 'ArrowLeft':
      return columns > 1 ? clamp(at - 1) : null;
    case 'PageDown':
      return clamp(at + page * columns);
    case 'PageUp':
      return clamp(at - page * columns);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
