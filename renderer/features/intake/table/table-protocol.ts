import type { Mapping } from '#domain/intake/table/mapping.ts';
import type { RowError } from '#domain/intake/table/row-error.ts';
import type { GivenFile } from '#features/intake/dropped-files.ts';

/** A table among the given files. */
export interface TablePlace {
  readonly files: readonly GivenFile[];
  readonly main: string;
}

/** What the window asks of the worker that reads a whole table with a mapping and keeps nothing of it. */
export interface TableAsked {
  readonly place: TablePlace;
  readonly mapping: Mapping;
}

/** What a mapping makes of a whole table. */
export interface CheckedTable {
  /** How many exhibits of which kind. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly made: number;
  /** How many rows are left, and the first things that are told of rows: where and what. */
  readonly left: number;
  readonly errors: readonly RowError[];
  /** How many such things there are in all. */
  readonly told: number;
  /** There are more rows than are read. */
  readonly isCut: boolean;
}

export type TableAnswered =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'checked'; readonly checked: CheckedTable }
  | { readonly type: 'failed'; readonly message: string };
