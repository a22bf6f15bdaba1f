import type { Id } from '#domain/id.ts';
import { change } from './change.ts';
import { identityOf } from './identity.ts';

/** Gives the person of this device a name in a case. */
export async function signAs(caseId: Id, person: { name: string; initials: string }): Promise<void> {
  const identity = await identityOf(caseId);
  await change(caseId, 'person.edit', (c) => c.edit('people', identity.person, (now) => ({ ...now, ...person })));
}
