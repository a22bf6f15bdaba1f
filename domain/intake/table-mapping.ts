/** What a column of a table can tell of an exhibit. Columns that are mapped to nothing are kept raw. */
export const tableFields = [
  'title',
  'description',
  'link',
  'text',
  'source',
  'published',
  'happened',
  'collected',
  'place',
  'coordinates',
  'language',
  'archived',
] as const;
export type TableField = (typeof tableFields)[number];

/** How the rows of a table become exhibits: saved by name, and given to a reading with the choice. */
export interface Mapping {
  readonly kind: 'web-page' | 'document' | 'video' | 'photo' | 'statement' | 'telegram';
  /** By column, counted from 0. */
  readonly columns: Readonly<Record<number, TableField>>;
  /** The first row names the columns. */
  readonly heads: boolean;
  /** The zone of times that state none: an IANA name, an offset, `Z` or `unknown`. */
  readonly zone: string;
  /** As the person corrected them; guessed where absent. */
  readonly separator?: string;
  readonly encoding?: string;
}
