import type { KindName } from '#domain/evidence/kinds.ts';
import type { Draft, NamedSource } from '#domain/intake/draft.ts';
import { kindOfAddress, kindOfPlatform } from '#domain/intake/kind-of-address.ts';
import { jsonDigest } from '#domain/json.ts';
import { type Place, parseCoordinates } from '#domain/place.ts';
import { tagPath } from '#domain/tag.ts';
import { addressesIn } from './cell-address.ts';
import type { Field, Mapping } from './mapping.ts';
import { bodyOfRow, type RowWords } from './row-body.ts';
import { onlyTells, type RowError, type RowErrorCode } from './row-error.ts';
import type { TableRow } from './row-splitter.ts';
import { readTableDate } from './table-date.ts';

/** The table that a row belongs to: how it is to be read, what its columns are called, and the SHA-256 of its file. */
export interface MappedTable {
  readonly mapping: Mapping;
  readonly names: readonly string[];
  readonly sha256: string;
}

/** What becomes of a row: an exhibit, unless something is wrong with it. */
export interface MappedRow {
  readonly draft?: Draft;
  readonly errors: readonly RowError[];
}

/**
 * Makes the exhibit of one row. Pure: the same row with the same mapping gives the same. A cell that is not what its column was said to
 * hold is an error of the row, which then becomes nothing; an empty cell says nothing and is none.
 */
export function rowDraft(row: TableRow, table: MappedTable): MappedRow {
  const reading = new RowReading(row, table);
  const draft = reading.draft();
  const isBroken = reading.errors.some((error) => !onlyTells(error));
  return isBroken || !draft ? { errors: reading.errors } : { draft, errors: reading.errors };
}

class RowReading {
  readonly errors: RowError[] = [];
  readonly #row: TableRow;
  readonly #table: MappedTable;

  constructor(row: TableRow, table: MappedTable) {
    this.#row = row;
    this.#table = table;
  }

  draft(): Draft | undefined {
    const { n, cells, fault } = this.#row;
    const { mapping, names } = this.#table;
    if (fault) {
      this.#tell(fault === 'unclosed' ? 'row-unclosed' : 'row-too-long', { value: cells.join(' ') });
      return undefined;
    }
    const beyond = cells.slice(names.length).filter((cell) => cell.trim() !== '');
    if (beyond.length > 0) this.#tell('row-too-long', { value: beyond.join(' ') });
    if (cells.length < names.length) this.#tell('row-too-short', { value: `${cells.length} / ${names.length}` });
    if (mapping.form.encoding.startsWith('utf') && cells.some((cell) => cell.includes('\ufffd')))
      this.#tell('letters-lost');
    const words = this.#words();
    const place = this.#place();
    const [happened, collected] = [this.#date('happened'), this.#date('collected')];
    const tags = this.#tags();
    const kept = this.#kept();
    const name = this.#name();
    const source = this.#source(words);
    const saysNothing = !Object.values(words).some(Boolean) && !place && !happened;
    if (saysNothing && this.errors.every(onlyTells)) this.#tell('row-says-nothing');
    if (name === undefined) return undefined;
    return {
      ...name,
      exhibit: {
        ...bodyOfRow(this.#kind(words), words),
        ...(happened ? { happened } : {}),
        ...(collected ? { collected: { at: collected } } : {}),
        ...(place ? { place } : {}),
      },
      files: [],
      ...(source ? { source } : {}),
      ...(tags.length > 0 ? { tags } : {}),
      raw: { row: n, cells: kept },
    };
  }

  #words(): RowWords {
    const published = this.#date('published');
    const address = this.#address();
    return {
      title: this.#cell('title'),
      address,
      ...(published ? { published } : {}),
      account: this.#cell('account'),
      platform: this.#cell('platform'),
      text: this.#joined('text'),
      description: this.#joined('description'),
    };
  }

  #kind({ address, platform }: RowWords): KindName {
    const { kind } = this.#table.mapping;
    if (kind !== 'by-address') return kind;
    return (address ? kindOfAddress(address) : undefined) ?? kindOfPlatform(platform) ?? 'document';
  }

  #address(): string {
    const cell = this.#cell('address');
    const found = addressesIn(cell);
    const [first] = found;
    if (cell !== '' && first === undefined) this.#tell('not-an-address', { field: 'address', value: cell });
    if (found.length > 1) this.#tell('several-addresses', { field: 'address', value: cell });
    return first ?? '';
  }

  #date(field: 'published' | 'happened' | 'collected') {
    const cell = this.#cell(field);
    if (cell === '') return undefined;
    const { dates, zone } = this.#table.mapping;
    const read = readTableDate(cell, dates, zone);
    if (read.ok) return read.moment;
    this.#tell(read.code, { field, value: cell });
    return undefined;
  }

  #place(): Place | undefined {
    const name = this.#cell('place');
    const [lat, lon] = [this.#cell('latitude'), this.#cell('longitude')];
    const one = this.#cell('coordinates');
    const field = one === '' ? 'latitude' : 'coordinates';
    const written = one !== '' ? one : lat === '' && lon === '' ? '' : pair(lat, lon);
    const read = written === '' ? undefined : parseCoordinates(written);
    if (read && !read.ok) this.#tell('not-a-place', { field, value: one === '' ? `${lat} ${lon}` : one });
    if (!read?.ok) return name === '' ? undefined : { name, precision: 'locality', how: 'stated' };
    return { name, at: read.at, precision: read.metres ?? 'vicinity', how: 'stated' };
  }

  #source({ account }: RowWords): NamedSource | undefined {
    const stated = this.#cell('source');
    const name = stated === '' ? account : stated;
    if (name === '') return undefined;
    const what = this.#table.mapping.kind === 'statement' ? ('person' as const) : ('channel' as const);
    return { name, what, handles: [] };
  }

  #tags(): string[] {
    const { tagSeparator } = this.#table.mapping;
    const paths = this.#cells('tags').flatMap((cell) => cell.split(tagSeparator).map(tagPath));
    return [...new Set(paths.filter((path) => path !== null))];
  }

  /** All cells but those of columns that are left out, by the names of their columns, as they stand. */
  #kept(): Record<string, string> {
    const { mapping, names } = this.#table;
    const cells = this.#row.cells.flatMap((cell, n): [string, string][] =>
      mapping.columns[n] === 'leave' ? [] : [[names[n] ?? `#${n + 1}`, cell]],
    );
    return Object.fromEntries(cells);
  }

  /** What the row is called: by its place in this file, or by the cell that names it in any file of the same columns. */
  #name(): Pick<Draft, 'key' | 'edition'> | undefined {
    const { mapping, names, sha256 } = this.#table;
    const { n, cells } = this.#row;
    const edition = jsonDigest(cells);
    if (mapping.same === 'row') return { key: `table:${sha256}:${n}`, edition };
    const id = cells[mapping.same]?.trim() ?? '';
    if (id === '') {
      this.#tell('row-without-id', { column: names[mapping.same] ?? `#${mapping.same + 1}` });
      return undefined;
    }
    return { key: `table:${jsonDigest(names).slice(0, 16)}:${mapping.same}:${id}`, edition };
  }

  #cells(field: Field): string[] {
    return this.#table.mapping.columns.flatMap((one, n) => {
      const cell = one === field ? (this.#row.cells[n]?.trim() ?? '') : '';
      return cell === '' ? [] : [cell];
    });
  }

  #cell(field: Field): string {
    return this.#cells(field)[0] ?? '';
  }

  #joined(field: Field): string {
    return this.#cells(field).join('\n');
  }

  #tell(code: RowErrorCode, at: { field?: Field; column?: string; value?: string } = {}): void {
    const { mapping, names } = this.#table;
    const n = at.field === undefined ? -1 : mapping.columns.indexOf(at.field);
    const column = n < 0 ? at.column : names[n];
    this.errors.push({
      code,
      row: this.#row.n,
      ...(column === undefined ? {} : { column }),
      ...(at.value === undefined ? {} : { value: at.value.slice(0, 200) }),
    });
  }
}

/** Puts a latitude and a longitude beside each other so that a decimal comma is not taken for what parts them. */
function pair(lat: string, lon: string): string {
  return `${lat.replace(',', '.')} ${lon.replace(',', '.')}`;
}
