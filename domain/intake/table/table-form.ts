import { z } from 'zod';
import { encodings, guessEncoding } from '#domain/intake/decode-text.ts';
import type { DroppedFile, Progress } from '#domain/intake/importer.ts';
import { quotes, RowSplitter, type Separating, separators, type TableRow } from './row-splitter.ts';

/** How a table is written down: what its bytes mean, what parts its cells, and whether its first row names the columns. */
export const formSchema = z.strictObject({
  encoding: z.enum(encodings),
  separator: z.enum(separators),
  quote: z.enum(quotes),
  header: z.enum(['yes', 'no']),
});
export type TableForm = z.infer<typeof formSchema>;

/** Rows looked at to tell how a table is written. */
const MOST_LOOKED_AT = 200;

/** A table as its beginning shows it. */
export interface Looks {
  readonly form: TableForm;
  readonly columns: number;
  /** How many of the first rows have as many cells as most of them do, and how many there are. */
  readonly alike: number;
  readonly rows: number;
}

/**
 * Guesses how a table is written from the beginning of its file: the separator and the quotation marks with which most of the rows
 * have equally many cells. The person sees the guess, and changes it.
 */
export function guessForm(head: Uint8Array, isWhole: 'whole' | 'cut'): Looks {
  const encoding = guessEncoding(head);
  const text = new TextDecoder(encoding).decode(head, { stream: isWhole === 'cut' });
  const named = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1];
  const looks = separators
    .filter((separator) => named === undefined || separator === named)
    .flatMap((separator) => quotes.map((quote) => looksWith(text, { separator, quote }, isWhole)));
  const best = looks.reduce((a, b) => (isBetter(b, a) ? b : a));
  return {
    form: { encoding, separator: best.separator, quote: best.quote, header: best.header },
    columns: best.columns,
    alike: best.alike,
    rows: best.rows,
  };
}

interface Tried extends Separating {
  readonly header: 'yes' | 'no';
  readonly columns: number;
  readonly alike: number;
  readonly rows: number;
  /** Cells that were in quotation marks, as far as their text shows none at its ends any more. */
  readonly quoted: number;
}

function looksWith(text: string, how: Separating, isWhole: 'whole' | 'cut'): Tried {
  const splitter = new RowSplitter(how);
  const all = [...splitter.push(text), ...(isWhole === 'whole' ? splitter.end() : [])];
  const rows = all.filter((row) => !isBlank(row) && !isNaming(row)).slice(0, MOST_LOOKED_AT);
  const counts = new Map<number, number>();
  for (const { cells, fault } of rows) if (!fault) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [columns, alike] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  const mark = how.quote === 'none' ? '"' : how.quote;
  const begins = text.split(mark).length - 1;
  const left = rows.reduce((sum, { cells }) => sum + cells.join('').split(mark).length - 1, 0);
  return { ...how, header: hasHeader(rows) ? 'yes' : 'no', columns, alike, rows: rows.length, quoted: begins - left };
}

/** More rows alike is better; then more columns; then more quotation marks understood as such, the double ones before all. */
function isBetter(a: Tried, b: Tried): boolean {
  const score = ({ columns, alike, rows }: Tried) => (columns > 1 && rows > 0 ? alike / rows : 0);
  if (score(a) !== score(b)) return score(a) > score(b);
  if (a.columns !== b.columns) return a.columns > b.columns;
  if (a.quote === b.quote) return false;
  return a.quote !== '"' && b.quote !== '"' ? a.quoted > b.quoted : a.quote === '"';
}

/** Names are words, all of them different: no addresses, no numbers, no dates. */
function hasHeader(rows: readonly TableRow[]): boolean {
  const [first] = rows;
  if (!first) return false;
  const names = first.cells.map((cell) => cell.trim().toLowerCase());
  const isValue = (cell: string) => /^[-+\d.,:/\s]+$|^https?:|^=|@/.test(cell);
  return !names.some(isValue) && new Set(names.filter((name) => name !== '')).size === names.filter(Boolean).length;
}

/** Says whether a row holds nothing but spaces. */
function isBlank({ cells, fault }: TableRow): boolean {
  return !fault && cells.every((cell) => cell.trim() === '');
}

/** Excel's own first line, which names the separator and is no row. */
function isNaming({ n, cells }: TableRow): boolean {
  return n === 1 && /^sep=.?$/i.test(cells.join(''));
}

/** Gives the rows of a piece of a table's beginning, at most so many, as they are read with a form. Empty rows are left out. */
export function rowsOfHead(head: Uint8Array, form: TableForm, isWhole: 'whole' | 'cut', most: number): TableRow[] {
  const text = new TextDecoder(form.encoding).decode(head, { stream: isWhole === 'cut' });
  const splitter = new RowSplitter(form);
  const rows = [...splitter.push(text), ...(isWhole === 'whole' ? splitter.end() : [])];
  return rows.filter((row) => !isBlank(row) && !isNaming(row)).slice(0, most);
}

/** Reads the rows of a table as a stream, whatever its size. Empty rows are left out, and counted in the numbers of the others. */
export async function* readRows(file: DroppedFile, form: TableForm, progress: Progress): AsyncGenerator<TableRow> {
  const decoder = new TextDecoder(form.encoding);
  const splitter = new RowSplitter(form);
  let read = 0;
  for await (const piece of file.bytes()) {
    read += piece.byteLength;
    progress(read);
    yield* shown(splitter.push(decoder.decode(piece, { stream: true })));
  }
  yield* shown([...splitter.push(decoder.decode()), ...splitter.end()]);
}

function shown(rows: readonly TableRow[]): TableRow[] {
  return rows.filter((row) => !isBlank(row) && !isNaming(row));
}

/**
 * Gives the names of the columns, all different: those of the header; the number of the column where it has no name (or one that
 * every object has already), and after a name that stands there twice.
 */
export function columnNames(first: TableRow | undefined, form: TableForm): string[] {
  const seen = new Set<string>();
  return (first?.cells ?? []).map((cell, n) => {
    const written = form.header === 'yes' ? cell.trim().replace(/\s+/g, ' ') : '';
    const name = written === '' || written in {} ? `#${n + 1}` : written;
    let own = name;
    while (seen.has(own)) own += ` #${n + 1}`;
    seen.add(own);
    return own;
  });
}
