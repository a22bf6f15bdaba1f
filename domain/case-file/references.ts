import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { RecordOf, TableName } from '#domain/tables.ts';

/** A place in a record that names another record. */
export interface Reference {
  path: string;
  table: TableName;
  id: string;
}

type From = { [T in TableName]: (record: RecordOf[T]) => Reference[] };

const one = (path: string, table: TableName, id: string | undefined): Reference[] =>
  id === undefined ? [] : [{ path, table, id }];
const each = (path: string, table: TableName, ids: readonly string[]): Reference[] =>
  ids.map((id) => ({ path, table, id }));

const from: From = {
  cases: () => [],
  people: () => [],
  devices: () => [],
  sources: () => [],
  tags: () => [],
  questions: () => [],
  imports: () => [],
  notes: () => [],
  exhibits: (exhibit) => [
    ...each('tags', 'tags', exhibit.tags),
    ...one('source', 'sources', exhibit.source),
    ...one('import', 'imports', exhibit.import),
    ...fromBody(exhibit),
  ],
  derivations: ({ what, of }) => [
    ...one('what', 'exhibits', what),
    ...(of.type === 'exhibit' ? one('of', 'exhibits', of.id) : of.type === 'source' ? one('of', 'sources', of.id) : []),
  ],
  claims: (claim) => [
    ...one('question', 'questions', claim.question),
    ...each('claimants', 'sources', claim.claimants),
    ...each('relayedBy', 'sources', claim.relayedBy),
    ...each('supersedes', 'claims', claim.supersedes),
    ...each('denies', 'claims', claim.denies),
    ...each('retracts', 'claims', claim.retracts),
    ...one('madeIn', 'exhibits', claim.madeIn?.exhibit),
    ...one('from', 'notes', claim.from?.note),
  ],
  links: ({ exhibit, claim }) => [...one('exhibit', 'exhibits', exhibit), ...one('claim', 'claims', claim)],
  assessments: ({ about }) => one('about', about.table, about.id),
  inquiries: ({ source }) => one('source', 'sources', source),
};

function fromBody(exhibit: Exhibit): Reference[] {
  switch (exhibit.kind) {
    case 'video':
      return Object.entries(exhibit.body.shots).flatMap(([id, shot]) => each(`body/shots/${id}`, 'tags', shot.tags));
    case 'photo':
      return Object.entries(exhibit.body.regions).flatMap(([id, region]) =>
        each(`body/regions/${id}`, 'tags', region.tags),
      );
    case 'statement':
      return one('body/speaker', 'sources', exhibit.body.speaker);
    case 'telegram':
    case 'document':
    case 'web-page':
      return [];
  }
}

/** Gives every other record that a record names, its maker included. Citations in notes are no part of it: `cites` is derived. */
export function referencesOf<T extends TableName>(table: T, record: RecordOf[T]): Reference[] {
  const of: From[T] = from[table];
  return [...of(record), ...one('made', 'people', record.made.by), ...one('made', 'devices', record.made.device)];
}
