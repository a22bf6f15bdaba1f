import type { TableForm } from './table-form.ts';

/** A table that was found: enough of it to show and to map its columns without reading all of it again. */
export interface TableFound {
  /** The first bytes of the file. */
  readonly head: Uint8Array<ArrayBuffer>;
  readonly isWhole: 'whole' | 'cut';
  /** How it seems to be written. */
  readonly form: TableForm;
  /** How many rows it has when it is written so, the header not counted. */
  readonly rows: number;
}
