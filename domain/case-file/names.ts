import { describes, type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import type { Kind } from '#domain/evidence/kind.ts';
import type { Bodies, KindName } from '#domain/evidence/kinds.ts';
import type { Moment } from '#domain/moment.ts';
import type { Citation } from '#domain/note/document.ts';
import type { Source } from '#domain/source.ts';
import type { RecordOf } from '#domain/tables.ts';

/** The records that citations in a note may name. */
export interface CitedRecords {
  exhibits: ReadonlyMap<string, RecordOf['exhibits']>;
  claims: ReadonlyMap<string, RecordOf['claims']>;
  tags: ReadonlyMap<string, RecordOf['tags']>;
  sources: ReadonlyMap<string, RecordOf['sources']>;
}

/** What a text that leaves the app calls what a note cites. */
export interface CitationNames {
  /** `EX-12`, `C-3` or `#place/border`; `?` for what is not in the case any more. */
  label(citation: Pick<Citation, 'to' | 'target'>): string;
  /** One line that says what stands behind a label; null for a tag. */
  footnote(citation: Citation): string | null;
}

/** Names citations from a case's records, in the same words on every device and in every language of the tool. */
export function citationNames(records: CitedRecords): CitationNames {
  return {
    label: ({ to, target }) => {
      if (to === 'tag') return `#${records.tags.get(target)?.path ?? '?'}`;
      return (to === 'exhibit' ? records.exhibits : records.claims).get(target)?.label ?? '?';
    },
    footnote: ({ to, target, excerpt }) => {
      if (to === 'tag') return null;
      if (to === 'claim') {
        const claim = records.claims.get(target);
        return claim ? `${claim.label}: ${claim.text}` : '?';
      }
      const exhibit = records.exhibits.get(target);
      if (!exhibit) return '?';
      const quote = excerpt?.type === 'text' ? `“${excerpt.exact}”` : undefined;
      return [`${exhibit.label}: ${titleOf(exhibit)}`, ...provenance(exhibit, records), quote]
        .filter((part) => part !== undefined && part !== '')
        .join('. ');
    },
  };
}

/** What a source is called in a text that leaves the app: a confidential one by its pseudonym, or by a dash where it has none. */
export function outwardName(source: Pick<Source, 'name' | 'confidential' | 'pseudonym'>): string {
  return source.confidential ? source.pseudonym || '—' : source.name;
}

function provenance(exhibit: Exhibit, records: CitedRecords): (string | undefined)[] {
  const source = exhibit.source === undefined ? undefined : records.sources.get(exhibit.source);
  const moment = exhibit.published ?? exhibit.happened ?? bodyMoment(exhibit);
  return [source && outwardName(source), moment && momentAsKept(moment), linkOf(exhibit)];
}

/** The first moment that an exhibit's body tells of. */
export function bodyMoment<K extends KindName>(exhibit: Exhibit<K>): Moment | undefined {
  const kind: Kind<K, Bodies[K]> = describes(exhibit.kind);
  return kind.moments(exhibit.body)[0];
}

/** Every text in an exhibit's body, each with its language where one is known. */
export function bodyTexts<K extends KindName>(exhibit: Exhibit<K>): ReturnType<Kind<K, Bodies[K]>['texts']> {
  const kind: Kind<K, Bodies[K]> = describes(exhibit.kind);
  return kind.texts(exhibit.body);
}

/** A moment as the case keeps it, in no language: the source's words, or the EDTF date, or local times and their zone. */
export function momentAsKept(moment: Moment): string {
  if ('edtf' in moment) return moment.words === undefined ? moment.edtf : `${moment.edtf} (${moment.words})`;
  const { from, to, zone, words } = moment;
  const times = from === to ? `${from ?? ''}` : `${from ?? '..'}/${to ?? '..'}`;
  return `${times} ${zone}${words === undefined ? '' : ` (${words})`}`;
}

/** The address an exhibit was found at, where its kind has one. */
export function linkOf(exhibit: Exhibit): string | undefined {
  const { body } = exhibit;
  if ('link' in body) return body.link;
  return 'address' in body ? body.address : undefined;
}
