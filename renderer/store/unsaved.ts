import { liveQuery } from 'dexie';
import type { Id } from '#domain/id.ts';
import { database, type Unsaved } from './database.ts';

/** Keeps what is typed into a form. When it resolves, it is on disk. */
export async function keepUnsaved(typed: Unsaved): Promise<void> {
  await database.unsaved.put(typed);
}

/** Drops what was typed into a form, once it was saved or thrown away. */
export async function dropUnsaved(id: Id): Promise<void> {
  await database.unsaved.delete(id);
}

/** What was typed in a case and not saved, the latest first. */
export async function unsavedOf(caseId: Id): Promise<Unsaved[]> {
  const typed = await database.unsaved.where('case').equals(caseId).toArray();
  return typed.sort((a, b) => b.at - a.at);
}

/** Calls back with what was typed in a case and not saved, now and whenever it changes, in this window or another. */
export function watchUnsaved(caseId: Id, listener: (typed: Unsaved[]) => void): () => void {
  const subscription = liveQuery(() => unsavedOf(caseId)).subscribe(listener);
  return () => subscription.unsubscribe();
}
