import { z } from 'zod';
import { idSchema } from '#domain/id.ts';
import { jsonSchema } from '#domain/json.ts';
import { compareMoments, type Moment, momentSchema } from '#domain/moment.ts';
import { placeSchema } from '#domain/place.ts';
import { type CaseRecord, groupOf, mapOf, recordFields, setOf } from '#domain/record.ts';
import type { Kind } from './kind.ts';
import { type Bodies, type KindName, kinds } from './kinds.ts';

/** A file that belongs to an exhibit: bytes named by their SHA-256 (the key), never altered. */
export const assetUseSchema = z.object({
  name: z.string(),
  mime: z.string(),
  bytes: z.number().int().min(0),
  role: z.enum(['original', 'frame', 'sidecar', 'screenshot']),
  /** Place among the exhibit's files. */
  order: z.number(),
});
export type AssetUse = z.infer<typeof assetUseSchema>;

export const workStatusSchema = z.enum(['to-do', 'in-progress', 'help-needed', 'ready-for-review', 'done']);

const common = {
  ...recordFields,
  /** Short number to say aloud, such as `EX-12`; never changes, never used twice in a case. */
  label: z.string(),
  title: z.string(),
  description: z.string(),
  tags: setOf(idSchema),
  source: idSchema.optional(),
  happened: momentSchema.optional(),
  published: momentSchema.optional(),
  collected: groupOf({
    at: momentSchema.optional(),
    by: z.string().optional(),
    tool: z.string().optional(),
    version: z.string().optional(),
    method: z.string().optional(),
  }),
  place: placeSchema.optional(),
  language: z.string().optional(),
  availability: groupOf({
    state: z.enum(['not-checked', 'online', 'changed', 'removed', 'never-public']),
    checked: momentSchema.optional(),
    archived: z.string().optional(),
  }),
  /** Shows death, wounds or abuse: every surface hides its pictures until asked. */
  graphic: z.boolean(),
  /** Not to leave with an export that protects sources. */
  restricted: z.boolean(),
  work: workStatusSchema,
  assets: mapOf(assetUseSchema),
  /** Fields of an import that no field here stands for, kept as they were. */
  raw: jsonSchema.optional(),
  import: idSchema.optional(),
  /** Imported and not yet looked through, or looked through and set aside; absent once it is sorted in. */
  inbox: z.enum(['waiting', 'aside']).optional(),
  /** What the thing is called where it was imported from: the same thing imported again has the same key. */
  key: z.string().optional(),
  /** A digest of what an imported thing says: another edition of the same key was changed at its source. */
  edition: z.string().optional(),
};

export const exhibitSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('video'), body: kinds.video.body }),
  z.object({ ...common, kind: z.literal('photo'), body: kinds.photo.body }),
  z.object({ ...common, kind: z.literal('telegram'), body: kinds.telegram.body }),
  z.object({ ...common, kind: z.literal('statement'), body: kinds.statement.body }),
  z.object({ ...common, kind: z.literal('document'), body: kinds.document.body }),
  z.object({ ...common, kind: z.literal('web-page'), body: kinds['web-page'].body }),
]);
const commonSchema = z.object(common);
export type ExhibitCommon = z.infer<typeof commonSchema>;
export type Exhibit<K extends KindName = KindName> = { [P in K]: ExhibitCommon & { kind: P; body: Bodies[P] } }[K];

/** Gives the fields of a new exhibit of a kind with nothing filled in; the store adds id, label and stamps. */
export function emptyExhibit<K extends KindName>(
  kind: K,
): Omit<ExhibitCommon, keyof CaseRecord | 'label'> & { kind: K; body: Bodies[K] } {
  const kindOf: Kind<K, Bodies[K]> = describes(kind);
  return {
    kind,
    title: '',
    description: '',
    tags: [],
    collected: {},
    availability: { state: 'not-checked' },
    graphic: false,
    restricted: false,
    work: 'to-do',
    assets: {},
    body: kindOf.empty(),
  };
}

type Kinds = { [K in KindName]: Kind<K, Bodies[K]> };
const byName: Kinds = kinds;

/** Gives what a kind says of itself. */
export function describes<K extends KindName>(kind: K): Kinds[K] {
  return byName[kind];
}

/** Gives the title to show: the person's own, else the first words of what the exhibit holds; empty when it holds none. */
export function titleOf<K extends KindName>(exhibit: Exhibit<K>): string {
  const kind: Kind<K, Bodies[K]> = byName[exhibit.kind];
  return exhibit.title || kind.title(exhibit.body);
}

/** Gives every text of an exhibit that a search should find, in no particular order. */
export function textsOf<K extends KindName>(exhibit: Exhibit<K>): { text: string; language?: string | undefined }[] {
  const kind: Kind<K, Bodies[K]> = byName[exhibit.kind];
  return [
    { text: exhibit.label },
    { text: exhibit.title },
    { text: exhibit.description },
    ...(exhibit.place ? [{ text: exhibit.place.name }] : []),
    ...kind.texts(exhibit.body),
  ];
}

/** Gives the moment an exhibit is sorted by: when it happened, else was published, else the earliest its body tells of. */
export function momentOf<K extends KindName>(exhibit: Exhibit<K>): Moment | undefined {
  const kind: Kind<K, Bodies[K]> = byName[exhibit.kind];
  return exhibit.happened ?? exhibit.published ?? kind.moments(exhibit.body).sort(compareMoments)[0];
}

/** Gives the exhibit's files in order, those of the given roles only when roles are named. */
export function assetsOf(
  exhibit: Pick<ExhibitCommon, 'assets'>,
  ...roles: AssetUse['role'][]
): [sha256: string, use: AssetUse][] {
  return Object.entries(exhibit.assets)
    .filter(([, use]) => roles.length === 0 || roles.includes(use.role))
    .sort(([, a], [, b]) => a.order - b.order);
}
