import type { Id } from '#domain/id.ts';
import type { JournalFault } from '#domain/journal.ts';
import { checkJournalHere } from './check-journal-here.ts';

export type JournalChecked =
  | { readonly ok: true; readonly faults: JournalFault[] }
  | { readonly ok: false; readonly message: string };

self.onmessage = async (message: MessageEvent<Id>) => {
  self.postMessage(await checked(message.data));
};

async function checked(caseId: Id): Promise<JournalChecked> {
  try {
    return { ok: true, faults: await checkJournalHere(caseId) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
