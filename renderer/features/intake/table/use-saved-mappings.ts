import { useEffect, useState } from 'react';
import { type Mapping, mappingSchema } from '#domain/intake/table/mapping.ts';
import type { SavedMapping } from '#store/database.ts';
import { watchMappings } from '#store/mappings.ts';

/** A mapping that was kept under a name, read. */
export interface NamedMapping {
  readonly saved: SavedMapping;
  readonly mapping: Mapping;
}

/** The kept mappings for tables of exactly these columns, the latest first. One that this version cannot read is not offered. */
export function useSavedMappings(columns: readonly string[]): NamedMapping[] {
  const [all, setAll] = useState<readonly SavedMapping[]>([]);
  useEffect(() => watchMappings(setAll), []);
  const wanted = JSON.stringify(columns);
  return all.flatMap((saved) => {
    const mapping = mappingSchema.safeParse(saved.mapping).data;
    return mapping && JSON.stringify(saved.columns) === wanted ? [{ saved, mapping }] : [];
  });
}
