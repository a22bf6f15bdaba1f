import type { Id } from '#domain/id.ts';
import { change } from '#store/change.ts';
import { history, inverse, onHistory } from '#store/history.ts';
import { undo } from '#store/undo.ts';
import { showToast } from '#ui/toasts.tsx';

/**
 * Says what was just done and offers to take it back. Call it when the change has resolved: it is about the last step of
 * this window. Later changes do not hinder it: then only that one step is taken back, as a change of its own. Once the
 * step is taken back some other way, the toast is gone.
 */
export function showUndoToast(caseId: Id, text: string, undoLabel: string): void {
  const step = history(caseId).undo.at(-1);
  if (!step) return void showToast({ text });
  const run = async () => {
    if (history(caseId).undo.at(-1) === step) return void (await undo(caseId));
    await change(caseId, 'undo', (c) => c.reapply(inverse(step).done), { of: step.act });
  };
  const until = (over: () => void) => {
    const look = () => {
      if (!history(caseId).undo.includes(step)) over();
    };
    look();
    return onHistory(look);
  };
  showToast({ text, until, action: { label: undoLabel, run } });
}
