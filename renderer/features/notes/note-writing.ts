import type { Id } from '#domain/id.ts';
import { sameJson } from '#domain/json.ts';
import { type NoteDocument, noteDocumentSchema } from '#domain/note/document.ts';
import { draftOf, dropDraft, revision, saveDraft, watchDraft } from '#store/note-texts.ts';
import { type OpenCase, openings } from '#store/open-case.ts';
import { asJson, revise } from './revise.ts';

/** What a note's text came to when it was read. What cannot be read is shown as it is and never written over. */
export type Loaded =
  | { state: 'readable'; document: NoteDocument; base: string; drafted: boolean }
  | { state: 'unreadable'; raw: string; problem: string };

/** Reads a note's present text: what was being written last, else its revision. */
export async function loadNote(opened: OpenCase, note: Id): Promise<Loaded> {
  const draft = await draftOf(note);
  const head = opened.state.notes.get(note)?.revision ?? '';
  const last = await revision(head);
  const raw: unknown = draft ? draft.document : last?.document;
  if (raw === undefined) return { state: 'unreadable', raw: '', problem: `There is no revision ${head}.` };
  const read = noteDocumentSchema.safeParse(raw);
  if (!read.success) return { state: 'unreadable', raw: JSON.stringify(raw, null, 2), problem: read.error.message };
  // Subtle: ended between keeping a revision and dropping its draft, both hold the same text.
  const drafted = draft !== undefined && !(last && sameJson(draft.document, last.document));
  return { state: 'readable', document: read.data, base: drafted ? (draft.parents[0] ?? head) : head, drafted };
}

/** How the saving stands, as the status bar tells it. */
export type Saving = 'saved' | 'unsaved' | { failed: unknown };

const quiet = 400;
const longest = 900;
/** After this much writing a revision is kept, in milliseconds. */
const stretch = 5 * 60_000;
/** After a failure it is tried again this often, in milliseconds, without anyone asking. */
const again = 4_000;

/**
 * Keeps what is written in one note. `changed` is called with a way to get the text; it is on disk within a second (400 ms
 * after the last key, at most 900 ms after the first). A revision is kept for each stretch of work: after five minutes
 * of writing, and when the note is left. All writing is done one after the other. What cannot be saved stays here, is
 * tried again every few seconds, and is what the note opens with until it is on disk.
 */
export class NoteWriting {
  readonly note: Id;
  readonly #opened: OpenCase;
  #base: string;
  #kept: NoteDocument;
  #drafted: boolean;
  #read: (() => NoteDocument) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #texts = 0;
  #users = 1;
  #close: () => void = () => {};
  /** Resolves when nobody writes here any more and everything is on disk. */
  readonly closed: Promise<void>;
  #stretchSince = 0;
  #line: Promise<void> = Promise.resolve();
  #saving: Saving = 'saved';
  readonly #listeners = new Set<() => void>();

  constructor(opened: OpenCase, note: Id, loaded: Extract<Loaded, { state: 'readable' }>) {
    this.note = note;
    this.#opened = opened;
    this.#base = loaded.base;
    this.#kept = loaded.document;
    this.#drafted = loaded.drafted;
    this.closed = new Promise((resolve) => {
      this.#close = resolve;
    });
    all.add(this);
  }

  /** Says that the text is another now; `read` gives it when it is time to save. */
  changed(read: () => NoteDocument): void {
    const now = Date.now();
    if (this.#read === null) this.#since = now;
    this.#read = read;
    if (this.#stretchSince === 0) this.#stretchSince = now;
    if (this.#saving === 'saved') this.#tell('unsaved');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), Math.max(0, Math.min(quiet, this.#since + longest - now)));
  }

  /** Saves what has not been saved yet. When it resolves, the text is on disk or `saving` says why not. */
  save(): Promise<void> {
    return this.#inLine(async () => {
      const read = this.#take();
      if (read) await this.#keep(read);
      const isLong = this.#stretchSince > 0 && Date.now() - this.#stretchSince > stretch;
      if (isLong || this.#users === 0) await this.#revise();
    });
  }

  /** Saves, and keeps a revision if the text is another than the last one. */
  finish(): Promise<void> {
    return this.#inLine(async () => {
      const read = this.#take();
      if (read) await this.#keep(read);
      await this.#revise();
    });
  }

  /** Puts another text in the place of what is written, as a revision of its own; the editor takes it up. */
  async replace(document: NoteDocument): Promise<void> {
    await this.finish();
    this.changed(() => document);
    await this.finish();
    this.#texts += 1;
    this.#tell(this.#saving);
  }

  /** How often the text was replaced: an editor made for one number does not serve for another. */
  get texts(): number {
    return this.#texts;
  }

  /** Opens the same writing once more, before its last text has reached the disk. */
  takeUp(): void {
    this.#users += 1;
  }

  /** Finishes and lets go. When it resolves, the text is on disk or `saving` says why not; then it goes on trying until `closed`. */
  async close(): Promise<void> {
    this.#users -= 1;
    await this.finish();
  }

  /** The text as it was last read or saved. */
  get document(): NoteDocument {
    return this.#kept;
  }

  /** The text as it is now, saved or not: what an editor begins with. */
  get text(): NoteDocument {
    return this.#read ? this.#read() : this.#kept;
  }

  get saving(): Saving {
    return this.#saving;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #inLine(work: () => Promise<void>): Promise<void> {
    this.#line = this.#line.then(async () => {
      const read = this.#read;
      try {
        await work();
        if (this.#read === null) this.#tell('saved');
        if (this.#read === null && this.#users === 0 && !this.#drafted) this.#end();
      } catch (error) {
        this.#read ??= read;
        this.#tell({ failed: error });
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void (this.#users === 0 ? this.finish() : this.save()), again);
      }
    });
    return this.#line;
  }

  #end(): void {
    all.delete(this);
    this.#close();
  }

  #take(): (() => NoteDocument) | null {
    clearTimeout(this.#timer);
    const read = this.#read;
    this.#read = null;
    return read;
  }

  async #keep(read: () => NoteDocument): Promise<void> {
    const document = read();
    if (sameJson(document, this.#kept)) return;
    await saveDraft({
      note: this.note,
      case: this.#opened.id,
      document: asJson(document),
      parents: [this.#base],
      at: Date.now(),
    });
    this.#kept = document;
    this.#drafted = true;
  }

  async #revise(): Promise<void> {
    this.#stretchSince = 0;
    if (!this.#drafted) return;
    this.#base = await revise(this.#opened.id, this.note, this.#kept, this.#base);
    await dropDraft(this.note);
    this.#drafted = false;
  }

  #tell(saving: Saving): void {
    this.#saving = saving;
    for (const listener of [...this.#listeners, ...everywhere]) listener();
  }
}

const all = new Set<NoteWriting>();
const everywhere = new Set<() => void>();

/** Calls back whenever the saving of any note in this window comes to stand otherwise. */
export function watchWritings(listener: () => void): () => void {
  everywhere.add(listener);
  return () => everywhere.delete(listener);
}

/** Gives the writing of a note in this window that has not ended yet. */
export function writingOf(note: Id): NoteWriting | undefined {
  return [...all].find((writing) => writing.note === note);
}

/** Saves every note being written in this window and keeps their revisions: before an export, before the window closes. */
export async function finishNotes(): Promise<void> {
  await Promise.all([...all].map((writing) => writing.finish()));
}

/** Saves every note being written in this window: when it is hidden. */
export async function saveNotes(): Promise<void> {
  await Promise.all([...all].map((writing) => writing.save()));
}

/** Follows the text another window writes: calls back with each version that is saved there. */
export function followNote(opened: OpenCase, note: Id, listener: (loaded: Loaded) => void): () => void {
  let latest = 0;
  const read = async () => {
    latest += 1;
    const mine = latest;
    const loaded = await loadNote(opened, note);
    if (mine === latest && openings(opened.id).includes(opened)) listener(loaded);
  };
  const stopDraft = watchDraft(note, () => void read());
  return stopDraft;
}
