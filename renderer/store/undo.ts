import type { Id } from '#domain/id.ts';
import { write } from './change.ts';
import { history, inverse, move, type Step } from './history.ts';

/** What undoing or redoing came to: the act it was about, and how many fields were left alone because they had been changed since. */
export interface Undone {
  act: string;
  passedOver: number;
}

/** Takes back the last change made in this window; null when there is none. */
export async function undo(caseId: Id): Promise<Undone | null> {
  const { undo: steps, redo } = history(caseId);
  const step = steps.at(-1);
  if (!step) return null;
  const { passedOver, taken } = await apply(caseId, 'undo', step);
  move(caseId, { undo: steps.slice(0, -1), redo: [...redo, taken] });
  return { act: step.act, passedOver };
}

/** Makes the change again that was taken back last; null when there is none. */
export async function redo(caseId: Id): Promise<Undone | null> {
  const { undo: steps, redo: ahead } = history(caseId);
  const step = ahead.at(-1);
  if (!step) return null;
  const { passedOver, taken } = await apply(caseId, 'redo', step);
  move(caseId, { undo: [...steps, taken], redo: ahead.slice(0, -1) });
  return { act: step.act, passedOver };
}

async function apply(caseId: Id, act: string, step: Step): Promise<{ passedOver: number; taken: Step }> {
  const { result, done } = await write(caseId, act, (c) => c.reapply(inverse(step).done), { of: step.act });
  return { passedOver: result, taken: { act: step.act, done } };
}
