import { type Mapping, proposeFields } from '#domain/intake/table/mapping.ts';
import type { TableRow } from '#domain/intake/table/row-splitter.ts';
import { columnNames, rowsOfHead, type TableForm } from '#domain/intake/table/table-form.ts';
import type { TableFound } from '#domain/intake/table/table-found.ts';

/** The beginning of a table as a form reads it: what its columns are called, and its first rows without the header. */
export interface TableBeginning {
  readonly names: readonly string[];
  readonly rows: readonly TableRow[];
}

/** So many rows are looked at for examples and for the order of dates. */
const MOST_ROWS = 500;

/** Reads the beginning of a table with a form. */
export function beginningOf({ head, isWhole }: TableFound, form: TableForm): TableBeginning {
  const rows = rowsOfHead(head, form, isWhole, MOST_ROWS);
  return { names: columnNames(rows[0], form), rows: form.header === 'yes' ? rows.slice(1) : rows };
}

/** Gives a mapping to begin with: fields by the names of the columns, everything else said openly or not at all. */
export function firstMapping(found: TableFound): Mapping {
  return {
    form: found.form,
    kind: 'by-address',
    columns: proposeFields(beginningOf(found, found.form).names),
    dates: 'not-chosen',
    zone: 'unknown',
    tagSeparator: ',',
    same: 'row',
  };
}

/** Gives a mapping for the table read in another form: what was said of the columns holds where there are as many of them. */
export function withForm(mapping: Mapping, found: TableFound, form: TableForm): Mapping {
  const { names } = beginningOf(found, form);
  if (names.length === mapping.columns.length) return { ...mapping, form };
  return { ...mapping, form, columns: proposeFields(names), same: 'row' };
}
