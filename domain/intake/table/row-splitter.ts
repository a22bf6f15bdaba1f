/** What stands between the cells of a table. */
export const separators = [',', ';', '\t', '|'] as const;
/** What stands around cells that hold a separator or a line break. */
export const quotes = ['"', "'", 'none'] as const;

/** A row of a table. `n` counts from 1 as a spreadsheet does, the header and empty rows included. */
export interface TableRow {
  readonly n: number;
  readonly cells: readonly string[];
  /** It cannot be told where the row ends: a quotation mark is opened and never closed, or it is longer than any row. */
  readonly fault?: 'unclosed' | 'too-long';
}

export interface Separating {
  readonly separator: (typeof separators)[number];
  readonly quote: (typeof quotes)[number];
}

/** In UTF-16 units; longer is no row, but a quotation mark that nobody closed. */
const LONGEST_ROW = 1_000_000;
const MOST_CELLS = 2_000;
const [LF, CR] = [10, 13];

/**
 * Parts the text of a table into rows and cells (RFC 4180), given in pieces cut anywhere. Line ends may be mixed (LF, CR LF, CR). A
 * quotation mark inside a cell that does not begin with one is a letter; what follows a closing one belongs to the cell. Nothing is
 * ever evaluated: a formula is its text.
 */
export class RowSplitter {
  readonly #separator: number;
  readonly #quote: number | undefined;
  #state: 'cell' | 'plain' | 'quoted' | 'after-quote' | 'skip' = 'cell';
  #cells: string[] = [];
  #cell = '';
  #length = 0;
  #n = 1;
  #isAfterCr = false;

  constructor({ separator, quote }: Separating) {
    this.#separator = separator.charCodeAt(0);
    this.#quote = quote === 'none' ? undefined : quote.charCodeAt(0);
  }

  /** Takes the next piece of the text and gives the rows that end in it. */
  push(text: string): TableRow[] {
    const rows: TableRow[] = [];
    for (let at = 0; at < text.length; ) at = this.#step(text, at, rows);
    return rows;
  }

  /** Gives the row that the text ends in without a line break, when there is one. */
  end(): TableRow[] {
    if (this.#state === 'quoted') return [this.#row('unclosed')];
    if (this.#state === 'skip' || (this.#state === 'cell' && this.#cells.length === 0)) return [];
    return [this.#row()];
  }

  /** Reads from `at` to the end of a cell or of the piece; gives the place after it. */
  #step(text: string, at: number, rows: TableRow[]): number {
    const code = text.charCodeAt(at);
    const isSecondOfTwo = this.#isAfterCr && code === LF;
    this.#isAfterCr = false;
    if (isSecondOfTwo) return at + 1;
    switch (this.#state) {
      case 'cell':
        this.#state = code === this.#quote ? 'quoted' : 'plain';
        return this.#state === 'quoted' ? at + 1 : at;
      case 'quoted':
        return this.#quoted(text, at, rows);
      case 'after-quote':
        // Two quotation marks inside of two are one that is meant.
        this.#state = code === this.#quote ? 'quoted' : 'plain';
        return this.#state === 'quoted' ? at + this.#add(text.slice(at, at + 1)) : at;
      case 'plain':
        return this.#plain(text, at, rows);
      case 'skip':
        return this.#skip(text, at);
    }
  }

  #quoted(text: string, at: number, rows: TableRow[]): number {
    const quote = this.#quote === undefined ? -1 : text.indexOf(String.fromCharCode(this.#quote), at);
    const end = quote < 0 ? text.length : quote;
    this.#add(text.slice(at, end));
    if (this.#length > LONGEST_ROW) {
      rows.push(this.#row('unclosed'));
      this.#state = 'skip';
      return end;
    }
    if (quote < 0) return end;
    this.#state = 'after-quote';
    return end + 1;
  }

  #plain(text: string, at: number, rows: TableRow[]): number {
    let end = at;
    let code = text.charCodeAt(end);
    while (end < text.length && code !== this.#separator && code !== LF && code !== CR) {
      end += 1;
      code = text.charCodeAt(end);
    }
    this.#add(text.slice(at, end));
    if (this.#length > LONGEST_ROW || this.#cells.length >= MOST_CELLS) {
      rows.push(this.#row('too-long'));
      this.#state = 'skip';
      return end;
    }
    if (end === text.length) return end;
    if (code === this.#separator) {
      this.#cells.push(this.#cell);
      this.#cell = '';
      this.#state = 'cell';
      return end + 1;
    }
    this.#isAfterCr = code === CR;
    rows.push(this.#row());
    return end + 1;
  }

  #skip(text: string, at: number): number {
    for (let end = at; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code !== LF && code !== CR) continue;
      this.#isAfterCr = code === CR;
      this.#state = 'cell';
      return end + 1;
    }
    return text.length;
  }

  #add(piece: string): number {
    this.#cell += piece;
    this.#length += piece.length;
    return piece.length;
  }

  #row(fault?: TableRow['fault']): TableRow {
    const row = { n: this.#n, cells: [...this.#cells, this.#cell], ...(fault ? { fault } : {}) };
    // A row without an end has swallowed the beginnings of others.
    this.#n += fault === 'unclosed' ? this.#cell.split('\n').length : 1;
    this.#cells = [];
    this.#cell = '';
    this.#length = 0;
    this.#state = 'cell';
    return row;
  }
}
