import { useEffect, useEffectEvent, useState } from 'react';
import type { Note } from '#domain/note.ts';
import { useOpenCase } from '#store/use-case.ts';
import { useAction } from '#ui/use-action.ts';
import { renameNote } from './make-note.ts';

const quiet = 800;
/** After a failure it is tried again this often, in milliseconds. */
const again = 4_000;

/** A note's title while it is typed. */
export interface TypedTitle {
  readonly value: string;
  readonly set: (title: string) => void;
  /** Keeps what was typed at once: when the field is left. */
  readonly keep: () => void;
  /** Says that it could not be kept; what was typed still stands in the field. */
  readonly failed: boolean;
}

/** Holds a note's title while it is typed; it is kept when the typing pauses, the field is left, or the view goes away. */
export function useTitle(note: Note): TypedTitle {
  const { id: caseId } = useOpenCase();
  const [draft, setDraft] = useState<string | null>(null);
  const [save, { busy, error }] = useAction(async (_tools, title: string) => renameNote(caseId, note.id, title));
  const unsaved = draft !== null && draft.trim() !== note.title ? draft.trim() : null;

  const keep = () => {
    if (unsaved === null) return setDraft(null);
    void save(unsaved).then((done) => done && setDraft((now) => (now?.trim() === unsaved ? null : now)));
  };
  useEffect(() => {
    if (unsaved === null || busy) return;
    const timer = setTimeout(() => void save(unsaved), error ? again : quiet);
    return () => clearTimeout(timer);
  }, [unsaved, busy, error, save]);
  // Subtle: a field that is taken away while it is typed in gets no blur; what stands in it is kept all the same.
  const leave = useEffectEvent(() => {
    if (unsaved !== null) void renameNote(caseId, note.id, unsaved);
  });
  useEffect(() => () => leave(), []);

  return { value: draft ?? note.title, set: setDraft, keep, failed: error !== null };
}
