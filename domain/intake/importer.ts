import type { Moment } from '#domain/moment.ts';
import type { Draft, DraftFile, NoteDraft } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Mapping } from './table/mapping.ts';
import type { TableFound } from './table/table-found.ts';
import type { ChatListing } from './telegram/telegram-listing.ts';

/** A file of a drop; its bytes are read on demand and never held whole. */
export interface DroppedFile {
  /** From the top of what was dropped, parts divided by `/`. Chosen by strangers: for looking up and for showing, never a place to write to. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Streams the bytes from `from` (inclusive) to `to` (exclusive); all of them when nothing is said. */
  bytes(from?: number, to?: number): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** All files of one drop, by path. Paths that differ only in Unicode normal form are kept apart. */
export type Drop = ReadonlyMap<string, DroppedFile>;

/** What an importer found: the file that it reads, and those that belong to it and are not offered by themselves. */
export interface Recognised {
  readonly main: string;
  readonly belongs: readonly string[];
}

/** A part of what was found that can be taken or left by itself: a chat of an account, a page of an archive. */
export interface Part {
  /** Stable between two surveys of the same file. */
  readonly id: string;
  readonly title: string;
  /** How many items of which sort, the sorts in the importer's own words (`message`, `service`, `photo`). */
  readonly counts: Readonly<Record<string, number>>;
  readonly first?: Moment;
  readonly last?: Moment;
  /** What the person has to say before it can be taken in. */
  readonly needs?: 'mapping';
  /** Where it is a chat: what its messages are called (the key, a slash, a number), and those whose files lie among the given ones. */
  readonly chat?: { readonly key: string; readonly ids: Float64Array; readonly filed: readonly number[] };
}

/** What is shown before anything is taken in. */
export interface Survey {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly findings: readonly Finding[];
  /** What each thing is called, so that what is here already can be told; absent where there are too many to name (a chat). */
  readonly things?: readonly Pick<Draft, 'key' | 'edition'>[];
  /** Where it is a table: how it begins and how it seems to be written. */
  readonly table?: TableFound;
}

/** What the person chose in the preview. `keys` names single items ({@link Draft.key}); without it all of the parts are meant. */
export interface Choice {
  readonly parts: ReadonlySet<string>;
  /** Epoch milliseconds: nothing that is known to be earlier, or later, is taken. */
  readonly from?: number;
  readonly to?: number;
  readonly keys?: ReadonlySet<string>;
  /**
   * The sorts of items to take, by their names in {@link Part.counts}; without it those that are taken unasked. Of a chat these are
   * what people said; `service` is what Telegram tells of by itself (who joined, what was pinned). Named `keys` are taken whatever
   * their sort.
   */
  readonly sorts?: ReadonlySet<string>;
  /** What the columns of a table are; without it none of its rows is taken. */
  readonly mapping?: Mapping;
}

/** One step of reading: something to take in, or something that was passed over and why. */
export type Item = { readonly draft: Draft } | { readonly note: NoteDraft } | { readonly finding: Finding };

/** Called now and then with the bytes read so far; throws (the abort's reason) when the person cancelled. */
export type Progress = (bytes: number) => void;

/**
 * A reader of one sort of file. Pure and streaming; it runs in a worker. Whatever the bytes are, it never throws because of
 * them: what it cannot read becomes a finding with its place, and it never puts a default where nothing is known.
 */
export interface Importer {
  /** Stands in the journal and in the import's record: never changes. */
  readonly name: string;
  /** Counted up whenever the same file would be read differently. */
  readonly version: string;
  /** Its files are not chosen until the person chooses them. */
  readonly leftUnlessChosen?: true;
  /** Says whether a file is of its sort, from its first bytes (64 KiB or fewer) and the other files' names; cheap. */
  recognise(head: Uint8Array, file: DroppedFile, drop: Drop): Recognised | undefined;
  survey(found: Recognised, drop: Drop, progress: Progress): Promise<Survey>;
  read(found: Recognised, drop: Drop, choice: Choice, progress: Progress): AsyncGenerator<Item>;
  /** Lists the messages of one part that is a chat, to be browsed and chosen from; rejects when there is no such part. */
  listing?(found: Recognised, drop: Drop, part: string, progress: Progress): Promise<ChatListing>;
  /**
   * What the case keeps of the file beside what the drafts hold: where one file holds many things, such as a chat's export.
   * Left out where each draft has its original among its own files.
   */
  original?(
    found: Recognised,
    drop: Drop,
    choice: Choice,
  ): Promise<{
    readonly file: DraftFile;
    readonly how: 'whole' | 'part' | 'cleaned';
    /** Further files of it, each whole: the other pages. */
    readonly more?: readonly DraftFile[];
  }>;
}
