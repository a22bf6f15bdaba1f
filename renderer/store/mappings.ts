import { liveQuery } from 'dexie';
import type { Id } from '#domain/id.ts';
import { database, type SavedMapping } from './database.ts';

/** Keeps what the columns of a table are under a name; one of the same id is replaced. When it resolves, it is on disk. */
export async function keepMapping(saved: SavedMapping): Promise<void> {
  await database.mappings.put(saved);
}

/** Drops a kept mapping. */
export async function dropMapping(id: Id): Promise<void> {
  await database.mappings.delete(id);
}

/** All kept mappings, the latest first. */
async function allMappings(): Promise<SavedMapping[]> {
  const all = await database.mappings.toArray();
  return all.sort((a, b) => b.at - a.at);
}

/** Calls back with all kept mappings, the latest first, now and whenever they change, in this window or another. */
export function watchMappings(listener: (saved: SavedMapping[]) => void): () => void {
  const subscription = liveQuery(allMappings).subscribe(listener);
  return () => subscription.unsubscribe();
}
