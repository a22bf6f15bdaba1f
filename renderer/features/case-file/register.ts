import Papa from 'papaparse';
import { type Assessment, currentAssessments, type Judgement } from '#domain/assessment.ts';
import { bodyTexts, linkOf, momentAsKept, outwardName } from '#domain/case-file/names.ts';
import { assetsOf, type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import { canonicalJson } from '#domain/json.ts';
import type { Moment } from '#domain/moment.ts';
import type { CaseState } from '#store/open-case.ts';
import { alive } from '#store/use-case.ts';

/**
 * Gives the evidence register as CSV for spreadsheets: UTF-8 with a byte-order mark, one exhibit a line, in the order of their
 * making. The columns have the same names in every language, so that the registers of two desks fit together. Cells that a spreadsheet
 * would take for formulas begin with an apostrophe; plain numbers stay as they are.
 */
export function registerCsv(state: CaseState): string {
  const rows = alive(state.exhibits).map((exhibit) => rowOf(exhibit, state));
  const table = Papa.unparse({ fields: [...columns], data: rows }, { escapeFormulae: formula, newline: '\r\n' });
  return `\uFEFF${table}\r\n`;
}

/**
 * What a spreadsheet may take for a formula, in Latin or full-width signs; what begins with one over several lines as well. Subtle: the
 * pattern that comes with the CSV writer looks at single lines only and would turn `-1.5` into text.
 */
const formula = /^(?!-?\d+(\.\d+)?$)[=+\-@\t\r\n＝＋－＠]/;

const columns = [
  'exhibit',
  'kind',
  'title',
  'description',
  'tags',
  'source',
  'source_reliability',
  'credibility',
  'happened',
  'published',
  'collected',
  'collected_by',
  'tool',
  'tool_version',
  'method',
  'place',
  'latitude',
  'longitude',
  'precision',
  'language',
  'address',
  'availability',
  'availability_checked',
  'archived',
  'graphic',
  'restricted',
  'work_status',
  'inbox',
  'imported_from',
  'import_key',
  'claims',
  'repeats',
  'text',
  'files',
  'details',
  'made',
  'made_by',
  'id',
] as const;

function rowOf(exhibit: Exhibit, state: CaseState): string[] {
  const moment = (at: Moment | undefined) => (at ? momentAsKept(at) : '');
  const { collected, availability, place } = exhibit;
  const source = exhibit.source === undefined ? undefined : state.sources.get(exhibit.source);
  const cells: Record<(typeof columns)[number], string> = {
    exhibit: exhibit.label,
    kind: exhibit.kind,
    title: titleOf(exhibit),
    description: exhibit.description,
    tags: exhibit.tags.flatMap((id) => state.tags.get(id)?.path ?? []).join('; '),
    source: source ? outwardName(source) : '',
    source_reliability: source ? judged(state.assessments.values(), source.id, 'reliability') : '',
    credibility: judged(state.assessments.values(), exhibit.id, 'credibility'),
    happened: moment(exhibit.happened),
    published: moment(exhibit.published),
    collected: moment(collected.at),
    collected_by: collected.by ?? '',
    tool: collected.tool ?? '',
    tool_version: collected.version ?? '',
    method: collected.method ?? '',
    place: place?.name ?? '',
    latitude: place?.at ? String(place.at.lat) : '',
    longitude: place?.at ? String(place.at.lon) : '',
    precision: place ? String(place.precision) : '',
    language: exhibit.language ?? '',
    address: linkOf(exhibit) ?? '',
    availability: availability.state,
    availability_checked: moment(availability.checked),
    archived: availability.archived ?? '',
    graphic: exhibit.graphic ? 'yes' : 'no',
    restricted: exhibit.restricted ? 'yes' : 'no',
    work_status: exhibit.work,
    inbox: exhibit.inbox ?? '',
    imported_from: exhibit.import === undefined ? '' : (state.imports.get(exhibit.import)?.file ?? '?'),
    import_key: exhibit.key ?? '',
    claims: claimsOf(exhibit.id, state),
    repeats: repeatsOf(exhibit.id, state),
    text: bodyTexts(exhibit)
      .map(({ text }) => text)
      .join('\n\n'),
    files: assetsOf(exhibit)
      .map(([sha256, use]) => `${use.name} (${use.role}, ${use.mime}, ${use.bytes} bytes, sha256 ${sha256})`)
      .join('\n'),
    details: canonicalJson({ body: exhibit.body, ...(exhibit.raw !== undefined && { raw: exhibit.raw }) }),
    made: exhibit.made.at.slice(0, 24),
    made_by: state.people.get(exhibit.made.by)?.name ?? '',
    id: exhibit.id,
  };
  return columns.map((column) => cells[column]);
}

/** What assessors say of a record on one scale now, each value once. */
function judged(assessments: Iterable<Assessment>, about: string, scale: Judgement['scale']): string {
  const of = [...assessments].filter((assessment) => assessment.about.id === about);
  return [...new Set(currentAssessments(of, scale).map(({ judgement }) => String(judgement.value)))].join('; ');
}

function claimsOf(exhibit: string, state: CaseState): string {
  return alive(state.links)
    .filter((link) => link.exhibit === exhibit)
    .map((link) => `${state.claims.get(link.claim)?.label ?? '?'} ${link.stance}`)
    .join('; ');
}

function repeatsOf(exhibit: string, state: CaseState): string {
  return alive(state.derivations)
    .filter(({ what }) => what === exhibit)
    .map(({ of, how }) => {
      if (of.type === 'outside') return `${how}: ${of.words}`;
      const source = of.type === 'source' ? state.sources.get(of.id) : undefined;
      return `${how}: ${of.type === 'exhibit' ? (state.exhibits.get(of.id)?.label ?? '?') : source ? outwardName(source) : '?'}`;
    })
    .join('; ');
}
