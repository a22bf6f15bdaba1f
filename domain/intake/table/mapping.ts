import { z } from 'zod';
import { isZone } from '#domain/zone.ts';
import { dateOrders } from './table-date.ts';
import { formSchema } from './table-form.ts';

/** What a column can be for the exhibits that the rows become. `keep`: nothing but kept as it is; `leave`: not kept with them. */
export const fields = [
  'title',
  'address',
  'published',
  'happened',
  'collected',
  'account',
  'source',
  'platform',
  'place',
  'coordinates',
  'latitude',
  'longitude',
  'text',
  'description',
  'tags',
  'keep',
  'leave',
] as const;
export type Field = (typeof fields)[number];
export const dateFields: readonly Field[] = ['published', 'happened', 'collected'];

/** These may have several columns, whose cells stand below each other. */
const several: ReadonlySet<Field> = new Set(['text', 'description', 'tags', 'keep', 'leave']);

/** The kind of exhibit that the rows become; `by-address` looks at each row's address, then at its platform. */
export const rowKinds = ['by-address', 'video', 'photo', 'telegram', 'statement', 'document', 'web-page'] as const;

/** What may stand between the tags of one cell. */
export const tagSeparators = [',', ';', '|', ' ', '\n'] as const;

/** Everything a person says about a table, so that its rows become exhibits. Two people with one mapping get the same. */
export const mappingSchema = z.strictObject({
  form: formSchema,
  kind: z.enum(rowKinds),
  /** One for each column, in their order. */
  columns: z.array(z.enum(fields)),
  dates: z.enum(dateOrders),
  /** Of times that state none: `unknown`, `Z`, `+02:00`, `Europe/Kyiv`. */
  zone: z.string().refine(isZone, 'Not an IANA zone, an offset ±hh:mm, Z or unknown'),
  /** What parts the tags of one cell. */
  tagSeparator: z.enum(tagSeparators),
  /** What makes a row the same row in another file: its place in this very file, or the cell of one column. */
  same: z.union([z.literal('row'), z.number().int().min(0)]),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** Why a mapping cannot be used yet. */
export type MappingProblem =
  | { readonly code: 'twice'; readonly field: Field }
  | { readonly code: 'half-a-point' }
  | { readonly code: 'nothing' };

/** Gives what stands in the way of using a mapping; empty when nothing does. */
export function mappingProblems({ columns }: Mapping): MappingProblem[] {
  const count = (field: Field) => columns.filter((one) => one === field).length;
  const isNothing = columns.every((field) => field === 'keep' || field === 'leave');
  return [
    ...fields
      .filter((field) => !several.has(field) && count(field) > 1)
      .map((field) => ({ code: 'twice' as const, field })),
    ...(count('latitude') === count('longitude') ? [] : [{ code: 'half-a-point' as const }]),
    ...(isNothing ? [{ code: 'nothing' as const }] : []),
  ];
}

/** What columns are often called, in English, French, Russian and Ukrainian, without spaces, signs and capitals. */
const names: readonly (readonly [Field, string])[] = [
  ['address', 'url link links address webaddress sourceurl posturl lien adresse ссылка адрес посилання'],
  ['title', 'title headline name titre название заголовок назва'],
  [
    'published',
    'date published publishedat publicationdate posted postdate timestamp datetime uploaddate datedepublication publie дата датапубликации',
  ],
  ['happened', 'eventdate incidentdate dateofincident happened occurred dateevenement датасобытия датаподії'],
  ['collected', 'collected archivedat archivedate retrieved accessed dateaccessed capturedat'],
  ['account', 'account author user username handle channel uploader poster compte auteur chaine автор канал аккаунт'],
  ['source', 'source sourcename источник джерело'],
  ['platform', 'platform site network plateforme платформа'],
  ['place', 'place location locality city town village lieu ville место город місто населенныйпункт'],
  ['coordinates', 'coordinates coords latlong latlon latlng gps coordonnees координаты координати'],
  ['latitude', 'lat latitude y широта'],
  ['longitude', 'lon lng long longitude x долгота довгота'],
  ['text', 'text content caption message body transcript quote posttext texte contenu legende текст сообщение'],
  ['description', 'description notes note comment comments summary remarks remarques описание примечание опис'],
  ['tags', 'tags tag labels keywords categories category hashtags etiquettes motscles теги метки категория'],
];
const byName = new Map(
  names.flatMap(([field, words]) => words.split(' ').map((word): [string, Field] => [plain(word), field])),
);

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\s_.:/()-]/gu, '');
}

/** Proposes a field for each column by what it is called, each field once; a column of another name is kept as it is. */
export function proposeFields(columns: readonly string[]): Field[] {
  const used = new Set<Field>();
  return columns.map((column) => {
    const field = byName.get(plain(column)) ?? 'keep';
    if (field === 'keep' || used.has(field)) return 'keep';
    used.add(field);
    return field;
  });
}
