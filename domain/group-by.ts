/**
 * Makes a function that groups the records of a map by a key (records whose key is undefined are left out). A map's groups
 * are worked out once and kept as long as the map is, so that asking on every render costs nothing.
 */
export function grouping<T>(
  key: (record: T) => string | undefined,
): (records: ReadonlyMap<string, T>) => ReadonlyMap<string, T[]> {
  const known = new WeakMap<ReadonlyMap<string, T>, ReadonlyMap<string, T[]>>();
  return (records) => {
    const before = known.get(records);
    if (before) return before;
    const groups = new Map<string, T[]>();
    for (const record of records.values()) {
      const name = key(record);
      if (name === undefined) continue;
      const group = groups.get(name);
      if (group) group.push(record);
      else groups.set(name, [record]);
    }
    known.set(records, groups);
    return groups;
  };
}
