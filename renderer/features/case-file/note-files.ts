import { citationNames } from '#domain/case-file/names.ts';
import type { Id } from '#domain/id.ts';
import { noteDocumentSchema } from '#domain/note/document.ts';
import { noteMarkdown } from '#domain/note/markdown.ts';
import type { Note } from '#domain/note.ts';
import { finishNotes } from '#features/notes/note-writing.ts';
import { reviseDrafts } from '#features/notes/revise.ts';
import { AssetMissing, assetBlob } from '#store/assets.ts';
import { revision } from '#store/note-texts.ts';
import type { OpenCase } from '#store/open-case.ts';
import { thumbnail } from '#store/previews.ts';
import { alive } from '#store/use-case.ts';
import { type NoteText, notePage, type PageWords, type PictureOf } from './note-page.ts';

/** A note's text cannot be read by this version; it is among the revisions of the case file as it is. */
export class NoteUnreadable extends Error {
  readonly code = 'note-unreadable';
}

/** Reads the text of one note, or of all in their order, with everything written until now. */
export async function noteTexts(opened: OpenCase, which: Id | null): Promise<NoteText[]> {
  await finishNotes();
  await reviseDrafts(opened.id);
  const notes = alive(opened.state.notes)
    .filter((note) => which === null || note.id === which)
    .sort((a, b) => a.order - b.order);
  return Promise.all(notes.map(textOf));
}

async function textOf(note: Note): Promise<NoteText> {
  const kept = await revision(note.revision);
  const read = noteDocumentSchema.safeParse(kept?.document);
  if (!read.success) throw new NoteUnreadable(`${note.title}: ${read.error.message}`);
  return { note, document: read.data };
}

/** Gives notes as Markdown, one after the other. */
export async function notesAsMarkdown(opened: OpenCase, which: Id | null): Promise<string> {
  const names = citationNames(opened.state);
  const texts = await noteTexts(opened, which);
  return texts.map(({ note, document }) => noteMarkdown(note.title, document, names)).join('\n');
}

/** Gives notes as a page of HTML that stands by itself, pictures of the annex included. */
export async function notesAsPage(
  opened: OpenCase,
  which: Id | null,
  title: string,
  words: PageWords,
  signal: AbortSignal,
): Promise<string> {
  return notePage(title, await noteTexts(opened, which), opened.state, words, pictures(signal));
}

const wholeUpTo = 300_000;
const shownEverywhere = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);

/** Small pictures go in as they are, large ones as their preview; what is no picture, or not here, has none. */
function pictures(signal: AbortSignal): PictureOf {
  return async (sha256, mime, bytes) => {
    if (!mime.startsWith('image/')) return null;
    signal.throwIfAborted();
    try {
      if (bytes <= wholeUpTo && shownEverywhere.has(mime)) return await dataAddress(await assetBlob(sha256));
      const small = await thumbnail(sha256, signal);
      return 'none' in small ? null : await dataAddress(small.picture);
    } catch (error) {
      if (error instanceof AssetMissing) return null;
      throw error;
    }
  };
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      if (typeof reader.result === 'string') resolve(reader.result);
      else reject(new TypeError('A data address is a text.'));
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
