/**
 * Groups the values of a map by a key. The result is kept as long as the map is: asking again for the same map and the same
 * `key` function costs nothing, so `key` must be a function defined once.
 */
export function groupBy<T extends object>(records: ReadonlyMap<string, T>, key: (record: T) => string | undefined): ReadonlyMap<string, T[]> {
  let byKey = groups.get(records);
  if (!byKey) {
    byKey = new Map();
    groups.set(records, byKey);
  }
  const known = byKey.get(key);
  if (known) return known as ReadonlyMap<string, T[]>;
  const grouped = new Map<string, T[]>();
  for (const record of records.values()) {
    const name = key(record);
    if (name === undefined) continue;
    const group = grouped.get(name);
    if (group) group.push(record);
    else grouped.set(name, [record]);
  }
  byKey.set(key, grouped);
  return grouped;
}

const groups = new WeakMap<object, Map<unknown, ReadonlyMap<string, object[]>>>();
