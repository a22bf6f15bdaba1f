import { useDeferredValue, useMemo } from 'react';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { useAliveSoon, useTable } from '#store/use-case.ts';
import { linkedExhibits } from './lineage.ts';
import { type ExhibitFilter, type ExhibitSort, selectExhibits } from './select-exhibits.ts';

/** The exhibits of the case that pass a filter, sorted; typing in the filter stays ahead of the list. */
export function useSelectedExhibits(
  filter: ExhibitFilter,
  sort: ExhibitSort,
): { shown: readonly Exhibit[]; all: readonly Exhibit[]; linked: ReadonlySet<Id> } {
  const tags = useTable('tags');
  const sources = useTable('sources');
  const links = useTable('links');
  const claims = useTable('claims');
  const later = useDeferredValue(filter);
  const linked = useMemo(() => linkedExhibits(links, claims), [links, claims]);
  const all = useAliveSoon('exhibits');
  const shown = useMemo(
    () => selectExhibits(all, { tags, sources, linked }, later, sort),
    [all, tags, sources, linked, later, sort],
  );
  return { shown, all, linked };
}

/** Gives what is chosen as far as it is shown, so that no act touches what cannot be seen. */
export function useChosen(selection: ReadonlySet<Id>, shown: readonly Exhibit[]): ReadonlySet<Id> {
  return useMemo(() => {
    if (selection.size === 0) return selection;
    return new Set(shown.filter(({ id }) => selection.has(id)).map(({ id }) => id));
  }, [selection, shown]);
}
