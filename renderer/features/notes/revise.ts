import type { Id } from '#domain/id.ts';
import { type Json, sameJson } from '#domain/json.ts';
import { type NoteDocument, noteDocumentSchema } from '#domain/note/document.ts';
import { blocks, countWords } from '#domain/note/walk.ts';
import { type Revision, revisionOf } from '#domain/note.ts';
import { write } from '#store/change.ts';
import { identityOf } from '#store/identity.ts';
import { draftsOf, dropDraft, revision } from '#store/note-texts.ts';

/** What a note's record says of its text: which records it cites, each once, and how many words it has. */
export function derivedFrom(document: NoteDocument): { cites: Id[]; words: number } {
  const runs = blocks(document).flatMap((block) => block.runs);
  return {
    cites: [...new Set(runs.flatMap((run) => ('citation' in run ? [run.citation.target] : [])))],
    words: runs.reduce((sum, run) => sum + ('text' in run ? countWords(run.text) : 0), 0),
  };
}

/**
 * Keeps a text as a revision of a note that grew from `base`, and makes it the note's current one; gives its hash. A text
 * that says the same as its base keeps nothing and gives `base`.
 */
export async function revise(caseId: Id, note: Id, document: NoteDocument, base: string): Promise<string> {
  const before = await revision(base);
  if (before && sameJson(before.document, document)) return base;
  const { person } = await identityOf(caseId);
  const made = revisionOf({
    case: caseId,
    note,
    parents: [base],
    at: new Date().toISOString(),
    by: person,
    document: asJson(document),
  });
  await write(caseId, 'note.write', async (c) => {
    await c.revise(made);
    await c.edit('notes', note, (record) => ({ ...record, revision: made.hash, ...derivedFrom(document) }));
  });
  return made.hash;
}

/**
 * Takes the text that was being written when the app was ended, in any note of a case, into revisions: before an export.
 * Notes open in this window are finished by `finishNotes` first; one that another window is writing keeps its draft.
 */
export async function reviseDrafts(caseId: Id): Promise<void> {
  for (const draft of await draftsOf(caseId)) {
    await navigator.locks.request(`note:${draft.note}`, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      const read = noteDocumentSchema.safeParse(draft.document);
      const [base] = draft.parents;
      if (!read.success || base === undefined) return;
      await revise(caseId, draft.note, read.data, base);
      await dropDraft(draft.note);
    });
  }
}

/** The first revision of a note that is being made: nothing comes before it. */
export function firstRevision(caseId: Id, note: Id, by: Id, document: NoteDocument): Revision {
  return revisionOf({ case: caseId, note, parents: [], at: new Date().toISOString(), by, document: asJson(document) });
}

/** A note's text is made of what JSON can say. */
export function asJson(document: NoteDocument): Json {
  return JSON.parse(JSON.stringify(document));
}
