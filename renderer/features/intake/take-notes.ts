import type { Id } from '#domain/id.ts';
import { newId } from '#domain/id.ts';
import type { NoteDraft } from '#domain/intake/draft.ts';
import { fateOf, knownNotes } from '#domain/intake/fate.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { NoteDocument } from '#domain/note/document.ts';
import { settleCitations } from '#domain/note/settle-citations.ts';
import { makeNoteWithin } from '#features/notes/make-note.ts';
import type { CaseState } from '#store/open-case.ts';
import type { Changing } from '#store/writing.ts';
import type { Batch } from './take-in.ts';

/** A note that is not in the case yet, with what it cites found there. */
export interface NewNote {
  readonly key: string;
  readonly title: string;
  readonly document: NoteDocument;
}

/** What becomes of the notes that were read. */
export interface SettledNotes {
  readonly byBatch: ReadonlyMap<Batch, readonly NewNote[]>;
  readonly here: number;
  readonly inTrash: number;
  /** What they cite and the case has not. */
  readonly findings: readonly Finding[];
}

/** Sorts the notes that were read: those of the same file and place are here already; of the others the citations are found. */
export function settleNotes(batches: readonly Batch[], state: CaseState): SettledNotes {
  const known = knownNotes(state.notes.values());
  const seen = new Set<string>();
  const findings: Finding[] = [];
  let here = 0;
  let inTrash = 0;
  const settle = ({ key, title, read }: NoteDraft, path: string): NewNote => {
    const { document, lost } = settleCitations(read, state, newId);
    for (const { label, why } of lost)
      findings.push({ code: why === 'another' ? 'citation-other' : 'citation-unknown', path, detail: label });
    return { key, title, document };
  };
  const byBatch = new Map(
    batches.map((batch) => [
      batch,
      batch.read.notes.flatMap((draft) => {
        const { is } = fateOf(draft, known);
        const isTwin = seen.has(draft.key);
        seen.add(draft.key);
        if (is === 'in-trash') inTrash += 1;
        else if (is !== 'new' || isTwin) here += 1;
        return is === 'new' && !isTwin ? [settle(draft, batch.found.main)] : [];
      }),
    ]),
  );
  return { byBatch, here, inTrash, findings };
}

/** Makes notes inside a change, in their order behind those that are there. */
export async function makeNotes(c: Changing, caseId: Id, notes: readonly NewNote[], taken: Id): Promise<Id[]> {
  const ids: Id[] = [];
  for (const { key, title, document } of notes)
    ids.push(await makeNoteWithin(c, caseId, { title, document, order: Date.now() + ids.length, key, import: taken }));
  return ids;
}
