import type { Id } from '#domain/id.ts';
import { write } from './change.ts';
import { history, inverse, move, type Step } from './history.ts';

/** What undoing or redoing came to: the act it was about, and how many fields were left alone because they had been changed since. */
export interface Undone {
  act: string;
  passedOver: number;
}

let before: Promise<unknown> = Promise.resolve();

/** One after the other: who asks twice while a long one is being written means two steps. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const mine = before.then(work, work);
  before = mine.catch(() => undefined);
  return mine;
}

/** Takes back the last change made in this window; null when there is none. */
export function undo(caseId: Id): Promise<Undone | null> {
  return inTurn(async () => {
    const step = history(caseId).undo.at(-1);
    if (!step) return null;
    const { passedOver, taken } = await apply(caseId, 'undo', step);
    const { undo: steps, redo } = history(caseId);
    move(caseId, { undo: steps.filter((one) => one !== step), redo: [...redo, taken] });
    return { act: step.act, passedOver };
  });
}

/** Makes the change again that was taken back last; null when there is none. */
export function redo(caseId: Id): Promise<Undone | null> {
  return inTurn(async () => {
    const step = history(caseId).redo.at(-1);
    if (!step) return null;
    const { passedOver, taken } = await apply(caseId, 'redo', step);
    const { undo: steps, redo: ahead } = history(caseId);
    move(caseId, { undo: [...steps, taken], redo: ahead.filter((one) => one !== step) });
    return { act: step.act, passedOver };
  });
}

async function apply(caseId: Id, act: string, step: Step): Promise<{ passedOver: number; taken: Step }> {
  const { result, done } = await write(caseId, act, (c) => c.reapply(inverse(step).done), { of: step.act });
  return { passedOver: result, taken: { act: step.act, done } };
}
