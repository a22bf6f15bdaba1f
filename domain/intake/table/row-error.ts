import type { FindingCode } from '#domain/intake/finding.ts';

/** What is wrong with a row or one cell of it. What only tells something does not keep the row from being taken in. */
export type RowErrorCode = Extract<
  FindingCode,
  | 'not-a-date'
  | 'two-dates'
  | 'not-a-place'
  | 'not-an-address'
  | 'row-too-long'
  | 'row-too-short'
  | 'row-unclosed'
  | 'row-without-id'
  | 'row-again'
  | 'row-says-nothing'
  | 'several-addresses'
  | 'letters-lost'
>;

/** Where: the row as a spreadsheet counts, and the column's name where it is about one cell, with what stands there. */
export interface RowError {
  readonly code: RowErrorCode;
  readonly row: number;
  readonly column?: string;
  readonly value?: string;
}

const tellingOnly: ReadonlySet<RowErrorCode> = new Set(['row-too-short', 'several-addresses', 'letters-lost']);

/** Says whether a row with this is taken in all the same. */
export function onlyTells({ code }: RowError): boolean {
  return tellingOnly.has(code);
}
