import type { Judgement } from '#domain/assessment.ts';
import type { Claim } from '#domain/claim.ts';
import type { Id } from '#domain/id.ts';
import type { Link } from '#domain/link.ts';
import type { Question } from '#domain/question.ts';
import { change } from '#store/change.ts';
import type { Making } from '#store/writing.ts';

type Words<T, K extends keyof T> = Partial<Pick<T, K>>;

/** Makes a question. */
export function makeQuestion(caseId: Id, fields: Making<'questions'>): Promise<Question> {
  return change(caseId, 'question.make', (c) => c.make('questions', fields));
}

/** Changes what a question says. */
export function editQuestion(
  caseId: Id,
  id: Id,
  fields: Words<Question, 'text' | 'counted' | 'whom' | 'scope'>,
): Promise<void> {
  return change(caseId, 'question.edit', (c) => c.edit('questions', id, (q) => ({ ...q, ...fields })));
}

/** Puts a question between two others: `order` is any number between theirs. */
export function moveQuestion(caseId: Id, id: Id, order: number): Promise<void> {
  return change(caseId, 'question.move', (c) => c.edit('questions', id, (q) => ({ ...q, order })));
}

/** Puts a question into the trash; its claims stay, without a question while it is there. */
export function trashQuestion(caseId: Id, id: Id): Promise<void> {
  return change(caseId, 'question.trash', (c) => c.trash('questions', id));
}

/** What a claim may be made of; everything else is empty. */
export type ClaimFields = Pick<Claim, 'text'> & Partial<Making<'claims'>>;

/** Makes a claim. */
export function makeClaim(caseId: Id, fields: ClaimFields): Promise<Claim> {
  return change(caseId, 'claim.make', (c) =>
    c.make('claims', {
      claimants: [],
      relayedBy: [],
      scope: '',
      supersedes: [],
      denies: [],
      retracts: [],
      ...fields,
    }),
  );
}

/** Changes fields of a claim; an undefined value takes a field away. */
export function editClaim(caseId: Id, id: Id, fields: Partial<Making<'claims'>>): Promise<void> {
  return change(caseId, 'claim.edit', (c) => c.edit('claims', id, (claim) => ({ ...claim, ...fields })));
}

/** Brings a claim or a question back from the trash. */
export function restoreFromTrash(caseId: Id, table: 'claims' | 'questions', id: Id): Promise<void> {
  return change(caseId, 'trash.restore', (c) => c.restore(table, id));
}

/** Puts a claim into the trash. Its links stay with it and come back with it. */
export function trashClaim(caseId: Id, id: Id): Promise<void> {
  return change(caseId, 'claim.trash', (c) => c.trash('claims', id));
}

/** How exhibits bear on a claim. */
export type Bearing = Pick<Link, 'stance' | 'because'> & Words<Link, 'weight' | 'excerpt'>;

/** Links exhibits to a claim in one change. */
export function linkExhibits(caseId: Id, claim: Id, exhibits: readonly Id[], bearing: Bearing): Promise<void> {
  return change(caseId, 'link.make', async (c) => {
    for (const exhibit of exhibits) await c.make('links', { claim, exhibit, ...bearing });
  });
}

/** Changes the stance, weight, reason or excerpt of a link. */
export function editLink(caseId: Id, id: Id, fields: Words<Link, 'stance' | 'weight' | 'because' | 'excerpt'>) {
  return change(caseId, 'link.edit', (c) => c.edit('links', id, (link) => ({ ...link, ...fields })));
}

/** Takes a link away (into the trash). */
export function removeLink(caseId: Id, id: Id): Promise<void> {
  return change(caseId, 'link.remove', (c) => c.trash('links', id));
}

/** Keeps judgements about a claim as new records of whoever works here, in one change; no earlier one is touched. */
export function assessClaim(caseId: Id, claim: Id, judgements: readonly Judgement[], because: string): Promise<void> {
  return change(caseId, 'claim.assess', async (c) => {
    for (const judgement of judgements) {
      await c.make('assessments', { about: { table: 'claims', id: claim }, judgement, because });
    }
  });
}
