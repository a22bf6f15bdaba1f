import { decodeText, type Encoding, guessEncoding } from './decode-text.ts';
import { readRange, readWhole } from './dropped-bytes.ts';
import { nameOf } from './file-name.ts';
import type { Finding } from './finding.ts';
import type { Choice, DroppedFile, Importer, Item, Progress } from './importer.ts';
import { documentOf } from './other-file.ts';
import { MOST_TEXT } from './pdf-text.ts';
import { isWithinDates } from './survey-items.ts';
import { isTable } from './table/recognise-table.ts';
import type { RowError } from './table/row-error.ts';
import { guessForm, readRows } from './table/table-form.ts';
import { MOST_ROWS, mappedRows } from './table/table-rows.ts';

/** The two ways to take a table in: its rows as exhibits, once its columns are mapped; the file itself as a document. */
export const TABLE_ROWS = 'table-rows';
const TABLE_FILE = 'table-file';

const LARGEST_TEXT = 64 * 1024 * 1024;
const HEAD = 98_304;

/**
 * Reads tables of text (CSV, TSV, with semicolons or bars) with a mapping of their columns that the person gives. Without one no row is
 * taken, and the file may be kept as a document. Cells are text whatever they look like: no formula is ever run.
 */
export const table: Importer = {
  name: 'table',
  version: '1',
  leftUnlessChosen: true,
  recognise: (head, file) => (isTable(head, file) ? { main: file.path, belongs: [] } : undefined),

  async survey({ main }, drop, progress) {
    const title = nameOf(main);
    const file = drop.get(main);
    if (!file) return { title, parts: [], findings: [{ code: 'file-missing', path: main }] };
    const head = await readRange(file, 0, HEAD);
    const isWhole = head.length < file.size ? 'cut' : 'whole';
    const guess = guessForm(head, isWhole);
    const form = { ...guess.form, encoding: await encodingOf(file, guess.form.encoding) };
    let rows = form.header === 'yes' ? -1 : 0;
    for await (const _ of readRows(file, form, progress)) rows += 1;
    const part = { id: TABLE_ROWS, title: TABLE_ROWS, counts: { row: rows }, needs: 'mapping' as const };
    return {
      title,
      parts: [...(rows > 0 ? [part] : []), { id: TABLE_FILE, title: TABLE_FILE, counts: { document: 1 } }],
      findings: rows > 0 ? [] : [{ code: 'nothing-inside', path: main }],
      ...(rows > 0 ? { table: { head, isWhole, form, rows } } : {}),
    };
  },

  async *read({ main }, drop, choice, progress) {
    const file = drop.get(main);
    if (!file) return;
    if (choice.parts.has(TABLE_ROWS)) yield* rowsOf(file, choice, progress);
    if (choice.parts.has(TABLE_FILE)) yield await fileOf(file, progress);
  },

  async original({ main }) {
    return { file: { name: nameOf(main), mime: 'text/csv', role: 'original', path: main }, how: 'whole' };
  },
};

async function* rowsOf(file: DroppedFile, choice: Choice, progress: Progress): AsyncGenerator<Item> {
  const { path } = file;
  if (!choice.mapping) {
    yield { finding: { code: 'unknown-form', path } };
    return;
  }
  for await (const row of mappedRows(file, choice.mapping, progress)) {
    if (row === 'beyond') {
      yield { finding: { code: 'too-large', path, place: `row ${MOST_ROWS}` } };
      return;
    }
    for (const error of row.errors) yield { finding: findingOf(error, path) };
    if (row.draft && isWithinDates(row.draft, choice)) yield { draft: row.draft };
  }
}

function findingOf({ code, row, column, value }: RowError, path: string): Finding {
  const place = column === undefined ? `row ${row}` : `row ${row}, ${column}`;
  return { code, path, place, ...(value === undefined ? {} : { detail: value }) };
}

async function fileOf(file: DroppedFile, progress: Progress): Promise<Item> {
  const bytes = await readWhole(file, LARGEST_TEXT, () => undefined);
  const text = bytes ? decodeText(bytes).text : '';
  return { draft: await documentOf(file, progress, { verbatim: text.slice(0, MOST_TEXT), translations: {} }) };
}

/** Looks at the whole of a file that begins as UTF-8: where later bytes are none, the encoding is what they look like. */
async function encodingOf(file: DroppedFile, guess: Encoding): Promise<Encoding> {
  if (guess !== 'utf-8') return guess;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of file.bytes()) {
    try {
      decoder.decode(piece, { stream: true });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return guessEncoding(piece);
    }
  }
  return guess;
}
