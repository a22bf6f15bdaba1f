import { useEffect, useMemo, useState } from 'react';
import type { Id } from '#domain/id.ts';
import { type NoteDocument, noteDocumentSchema } from '#domain/note/document.ts';
import { type CitationInText, citations } from '#domain/note/walk.ts';
import type { Note } from '#domain/note.ts';
import type { Draft } from '#store/database.ts';
import { revision, watchDrafts } from '#store/note-texts.ts';
import { useAlive, useOpenCase } from '#store/use-case.ts';
import { watchWritings, writingOf } from './note-writing.ts';

/** A note that cites a record, with the sentences it does it in; the citations in them are U+FFFC. */
export interface Backlink {
  note: Note;
  sentences: string[];
}

/** What is being written: the drafts of other windows; an object of its own for each look at them. */
interface Seen {
  drafts: ReadonlyMap<Id, Draft>;
}

/** While somebody writes, it is looked at most this often, in milliseconds: the typing comes first. */
const pause = 1500;

/** The notes that cite an exhibit, claim or tag, as they are written now; null while they are being read. */
export function useBacklinks(record: Id): Backlink[] | null {
  const { id: caseId } = useOpenCase();
  const notes = useAlive('notes');
  const [seen, setSeen] = useState<Seen>({ drafts: new Map() });
  const [links, setLinks] = useState<Backlink[] | null>(null);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let drafts: Seen['drafts'] = new Map();
    const look = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        setSeen({ drafts });
      }, pause);
    };
    const isOurs = (note: Id) => writingOf(note) !== undefined;
    const stopDrafts = watchDrafts(caseId, isOurs, (found) => {
      drafts = found;
      look();
    });
    const stopWritings = watchWritings(look);
    return () => {
      clearTimeout(waiting);
      stopDrafts();
      stopWritings();
    };
  }, [caseId]);
  const asked = useMemo(
    () =>
      notes.flatMap((note) => {
        const draft = seen.drafts.get(note.id);
        return draft || writingOf(note.id) || note.cites.includes(record) ? [{ note, draft }] : [];
      }),
    [notes, record, seen],
  );
  useEffect(() => {
    let left = false;
    void Promise.all(
      asked.map(async ({ note, draft }) => ({ note, sentences: await sentencesIn(note, record, draft) })),
    ).then((found) => {
      if (!left) setLinks(found.filter(({ sentences }) => sentences.length > 0));
    });
    return () => {
      left = true;
    };
  }, [asked, record]);
  return links;
}

async function sentencesIn(note: Note, record: Id, draft: Draft | undefined): Promise<string[]> {
  const found = (await citationsIn(note, draft)).filter(({ citation }) => citation.target === record);
  return [...new Set(found.map(({ sentence }) => sentence))];
}

const revised = new WeakMap<Note, CitationInText[]>();
const written = new WeakMap<NoteDocument, CitationInText[]>();

/** What a note cites: as this window writes it, else as its draft has it, else as its record's revision has it, read once. */
async function citationsIn(note: Note, draft: Draft | undefined): Promise<CitationInText[]> {
  const document = writingOf(note.id)?.document;
  if (document) {
    const known = written.get(document) ?? citations(document);
    written.set(document, known);
    return known;
  }
  if (draft) return read(draft.document);
  const known = revised.get(note) ?? read((await revision(note.revision))?.document);
  revised.set(note, known);
  return known;
}

function read(text: unknown): CitationInText[] {
  const document = noteDocumentSchema.safeParse(text);
  return document.success ? citations(document.data) : [];
}
