import type { Import } from '#domain/import.ts';
import type { Draft, NoteDraft } from '#domain/intake/draft.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { Choice, Survey } from '#domain/intake/importer.ts';
import type { Mapping } from '#domain/intake/table/mapping.ts';
import type { GivenFile } from './dropped-files.ts';

/** Something that an importer recognised among the given files; `n` names it in this intake. */
export interface Found {
  readonly n: number;
  readonly importer: string;
  readonly version: string;
  /** The path of the file that is read, and how many other files belong to it. */
  readonly main: string;
  readonly bytes: number;
  readonly belongs: number;
  /** Its parts are chats whose messages can be browsed. */
  readonly hasListing: boolean;
  /** It is not chosen until the person chooses it. */
  readonly leftUnlessChosen: boolean;
  readonly survey: Survey;
}

/** What was recognised among the given files; what nothing reads is offered as it is. */
export interface Surveyed {
  readonly found: readonly Found[];
}

/** An asset of a draft whose bytes are in the store. */
export type Stored = Omit<Draft, 'files'> & {
  readonly assets: Readonly<
    Record<string, { name: string; mime: string; bytes: number; role: Draft['files'][number]['role'] }>
  >;
};

/** What was read of one find, ready to be written as records. */
export interface Read {
  readonly n: number;
  /** The parts that were chosen. */
  readonly parts: readonly string[];
  /** What was said of the columns, where it is a table. */
  readonly mapping?: Mapping | undefined;
  /** Of the whole main file, as it was given. */
  readonly sha256: string;
  readonly kept: Import['kept'];
  readonly drafts: readonly Stored[];
  readonly notes: readonly NoteDraft[];
  readonly findings: readonly Finding[];
}

export interface Chosen {
  readonly n: number;
  readonly choice: Choice;
}

/** What the window asks of the intake's worker. A worker serves one drop: `survey` first, then `read` as often as wished. */
export type Asked =
  | { readonly type: 'survey'; readonly files: readonly GivenFile[] }
  | { readonly type: 'read'; readonly chosen: readonly Chosen[] };

/** What the worker answers. */
export type Answered =
  | { readonly type: 'progress'; readonly done: number; readonly total: number; readonly at: string }
  | ({ readonly type: 'surveyed' } & Surveyed)
  /** Some of what is being read, in its order: a window that is handed thousands at once stands still. */
  | ({ readonly type: 'some' } & Pick<Read, 'drafts' | 'notes' | 'findings'>)
  /** One find is read; its drafts, notes and findings came before, in stretches. */
  | { readonly type: 'one'; readonly one: Omit<Read, 'drafts' | 'notes' | 'findings'> }
  | { readonly type: 'read' }
  | { readonly type: 'failed'; readonly code: string | null; readonly message: string; readonly stack: string };
