import { useEffect, useMemo, useState } from 'react';
import type { Id } from '#domain/id.ts';
import { noteDocumentSchema } from '#domain/note/document.ts';
import { citations } from '#domain/note/walk.ts';
import type { Note } from '#domain/note.ts';
import { draftOf, revision, watchDrafts } from '#store/note-texts.ts';
import { useAlive, useOpenCase } from '#store/use-case.ts';

/** A note that cites a record, with the sentences it does it in; the citations in them are U+FFFC. */
export interface Backlink {
  note: Note;
  sentences: string[];
}

/** The notes that cite an exhibit, claim or tag, as they are written now; null while they are being read. */
export function useBacklinks(record: Id): Backlink[] | null {
  const { id: caseId } = useOpenCase();
  const notes = useAlive('notes');
  const [drafted, setDrafted] = useState<ReadonlyMap<Id, number>>(new Map());
  const [links, setLinks] = useState<Backlink[] | null>(null);
  useEffect(() => watchDrafts(caseId, setDrafted), [caseId]);
  const asked = useMemo(
    () => notes.filter((note) => note.cites.includes(record) || drafted.has(note.id)),
    [notes, record, drafted],
  );
  useEffect(() => {
    let left = false;
    void Promise.all(asked.map((note) => backlink(note, record))).then((found) => {
      if (!left) setLinks(found.filter(({ sentences }) => sentences.length > 0));
    });
    return () => {
      left = true;
    };
  }, [asked, record]);
  return links;
}

async function backlink(note: Note, record: Id): Promise<Backlink> {
  const text = (await draftOf(note.id))?.document ?? (await revision(note.revision))?.document;
  const read = noteDocumentSchema.safeParse(text);
  if (!read.success) return { note, sentences: [] };
  const found = citations(read.data).filter(({ citation }) => citation.target === record);
  return { note, sentences: [...new Set(found.map(({ sentence }) => sentence))] };
}
