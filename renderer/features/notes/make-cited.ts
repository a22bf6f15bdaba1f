import type { Id } from '#domain/id.ts';
import { change } from '#store/change.ts';

/** Makes a claim from words in a note; it remembers the note and the sentence. Gives its id. */
export async function makeClaim(caseId: Id, from: { text: string; from: { note: Id; sentence: string } }): Promise<Id> {
  const claim = await change(caseId, 'claim.make', (c) =>
    c.make('claims', { ...from, claimants: [], relayedBy: [], scope: '', supersedes: [], denies: [], retracts: [] }),
  );
  return claim.id;
}

/** Makes a tag without a colour. Gives its id. */
export async function makeTag(caseId: Id, path: string): Promise<Id> {
  const tag = await change(caseId, 'tag.make', (c) => c.make('tags', { path, colour: 'none' }));
  return tag.id;
}
