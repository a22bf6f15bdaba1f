import { sha256OfFile } from '#domain/intake/dropped-bytes.ts';
import type { DroppedFile, Progress } from '#domain/intake/importer.ts';
import type { Mapping } from './mapping.ts';
import { type MappedRow, type MappedTable, rowDraft } from './row-draft.ts';
import type { TableRow } from './row-splitter.ts';
import { columnNames, readRows } from './table-form.ts';

/** More rows than anyone looks through; what is beyond is told and not read. */
export const MOST_ROWS = 250_000;

/** Reads a whole table with a mapping, row by row; a row whose name an earlier one has is told. `beyond` comes once, where it ends too early. */
export async function* mappedRows(
  file: DroppedFile,
  mapping: Mapping,
  progress: Progress,
): AsyncGenerator<MappedRow | 'beyond'> {
  const sha256 = await sha256OfFile(file, () => progress(0));
  const seen = new Set<string>();
  let table: MappedTable | undefined;
  let rows = 0;
  for await (const row of readRows(file, mapping.form, progress)) {
    const isFirst = table === undefined;
    table ??= { mapping, names: columnNames(row, mapping.form), sha256 };
    if (isFirst && mapping.form.header === 'yes') continue;
    rows += 1;
    if (rows > MOST_ROWS) {
      yield 'beyond';
      return;
    }
    yield mapping.same === 'row' ? rowDraft(row, table) : unlessSeen(row, table, mapping.same, seen);
  }
}

function unlessSeen(row: TableRow, table: MappedTable, column: number, seen: Set<string>): MappedRow {
  const mapped = rowDraft(row, table);
  if (!mapped.draft) return mapped;
  if (seen.has(mapped.draft.key)) {
    const again = { code: 'row-again', row: row.n, value: (row.cells[column] ?? '').slice(0, 200) } as const;
    const name = table.names[column];
    return { errors: [...mapped.errors, { ...again, ...(name === undefined ? {} : { column: name }) }] };
  }
  seen.add(mapped.draft.key);
  return mapped;
}
