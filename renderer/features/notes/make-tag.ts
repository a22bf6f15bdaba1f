import type { Id } from '#domain/id.ts';
import { change } from '#store/change.ts';

/** Makes a tag without a colour. Gives its id. */
export async function makeTag(caseId: Id, path: string): Promise<Id> {
  const tag = await change(caseId, 'tag.make', (c) => c.make('tags', { path, colour: 'none' }));
  return tag.id;
}
