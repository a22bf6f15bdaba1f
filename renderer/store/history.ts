import type { FieldChange } from '#domain/fields.ts';
import type { Id } from '#domain/id.ts';
import type { TableName } from '#domain/tables.ts';

/** What a change did to one record, with the values before and after; path '' is its making, 'gone' its way to the trash. */
export interface Done {
  table: TableName | 'revisions';
  id: Id;
  changes: FieldChange[];
}

/** A change that can be taken back. */
export interface Step {
  act: string;
  done: Done[];
}

interface History {
  undo: Step[];
  redo: Step[];
}

const longest = 200;
const none: History = { undo: [], redo: [] };
const histories = new Map<Id, History>();
const listeners = new Set<() => void>();

/** The steps of a case that can be undone and redone in this window, the last one last. */
export function history(caseId: Id): Readonly<History> {
  return histories.get(caseId) ?? none;
}

/** Calls back whenever a history changed. */
export function onHistory(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Puts a step on the way back. A new step ends the way forward. */
export function remember(caseId: Id, step: Step): void {
  if (step.done.length === 0) return;
  move(caseId, { undo: [...history(caseId).undo, step].slice(-longest), redo: [] });
}

/** Sets the history of a case anew; both lists empty when what they held can no longer be reached. */
export function move(caseId: Id, next: History): void {
  histories.set(caseId, next);
  for (const listener of listeners) listener();
}

/** Gives the step that takes a step back. */
export function inverse(step: Step): Step {
  const swap = ({ path, before, after }: FieldChange): FieldChange => ({ path, before: after, after: before });
  return { act: step.act, done: step.done.map((d) => ({ ...d, changes: d.changes.map(swap) })).reverse() };
}
