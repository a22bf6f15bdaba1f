import { z } from 'zod';
import { excerptSchema } from '#domain/excerpt.ts';
import { idSchema } from '#domain/id.ts';

/**
 * One node of a note as the editor writes it down (Lexical's serialized form). Types this version does not know are
 * nodes like any other: they are kept as they are and never dropped.
 */
export interface NoteNode {
  readonly type: string;
  readonly children?: readonly NoteNode[] | undefined;
  readonly [field: string]: unknown;
}

/** The text of a note: a root whose children are the top-level blocks. */
export interface NoteDocument {
  readonly root: NoteNode & { readonly type: 'root'; readonly children: readonly NoteNode[] };
}

/** What a citation points at. */
export const citedSchema = z.enum(['exhibit', 'claim', 'tag']);
export type Cited = z.infer<typeof citedSchema>;

/** A chip in the text that cites an exhibit (or the excerpt of it that is meant), a claim or a tag. */
export const citationSchema = z.object({ to: citedSchema, target: idSchema, excerpt: excerptSchema.optional() });
export type Citation = z.infer<typeof citationSchema>;

/** A claim embedded as a block, with its live standing and evidence. */
export const claimBlockSchema = z.object({ claim: idSchema });

/** A picture of an exhibit, embedded as a block; the asset is named by its SHA-256. */
export const exhibitImageSchema = z.object({ exhibit: idSchema, asset: z.string().regex(/^[0-9a-f]{64}$/) });

const ownFields: Record<string, z.ZodType> = {
  text: z.object({ text: z.string(), format: z.number().int().optional() }),
  heading: z.object({ tag: z.enum(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']) }),
  list: z.object({ listType: z.enum(['bullet', 'number', 'check']) }),
  listitem: z.object({ checked: z.boolean().optional() }),
  link: z.object({ url: z.string() }),
  autolink: z.object({ url: z.string() }),
  citation: citationSchema,
  'claim-block': claimBlockSchema,
  'exhibit-image': exhibitImageSchema,
};

const noteNodeSchema: z.ZodType<NoteNode> = z
  .looseObject({
    type: z.string().min(1),
    $: z.looseObject({ id: z.string().min(1).optional() }).optional(),
    get children(): z.ZodOptional<z.ZodArray<z.ZodType<NoteNode>>> {
      return z.array(noteNodeSchema).optional();
    },
  })
  .superRefine((node, context) => {
    const wrong = ownFields[node.type]?.safeParse(node).error;
    for (const issue of wrong?.issues ?? [])
      context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path] });
  });

/** Deeper than any note a person writes, and shallow enough that no walk over it runs out of stack. */
const deepest = 100;

/** The one gate for a note's text, whatever it comes from: the database, a case file, the clipboard of another window. */
export const noteDocumentSchema: z.ZodType<NoteDocument> = z
  .unknown()
  .refine((value) => depthOf(value) <= deepest, 'the note is nested too deeply')
  .pipe(z.looseObject({ root: z.looseObject({ type: z.literal('root'), children: z.array(noteNodeSchema) }) }));

/** A note nobody has written in: one empty paragraph. */
export function emptyDocument(blockId: string): NoteDocument {
  return { root: rootOf([paragraphOf([], blockId)]) };
}

/** A root node with these top-level blocks. */
export function rootOf(children: readonly NoteNode[]): NoteDocument['root'] {
  return { type: 'root', version: 1, direction: null, format: '', indent: 0, children };
}

/** A paragraph with these inline nodes; `blockId` is what merging and history know it by. */
export function paragraphOf(children: readonly NoteNode[], blockId: string): NoteNode {
  return {
    type: 'paragraph',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    textFormat: 0,
    textStyle: '',
    $: { id: blockId },
    children,
  };
}

/** A run of plain text. */
export function textOf(text: string): NoteNode {
  return { type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' };
}

/** Gives the id a block is known by, or undefined where it has none (old or foreign text; the editor gives it one). */
export function blockId(node: NoteNode): string | undefined {
  const state = node.$;
  if (typeof state !== 'object' || state === null || !('id' in state)) return undefined;
  return typeof state.id === 'string' ? state.id : undefined;
}

/** Gives what a citation node cites, or null for any other node. */
export function citationOf(node: NoteNode): Citation | null {
  if (node.type !== 'citation') return null;
  const read = citationSchema.safeParse(node);
  return read.success ? read.data : null;
}

function depthOf(value: unknown): number {
  let depth = 0;
  let level: unknown[] = [value];
  while (level.length > 0 && depth <= deepest * 2) {
    level = level.flatMap((at) => (typeof at === 'object' && at !== null ? Object.values(at) : []));
    depth += 1;
  }
  // Subtle: a node is two levels of JSON, itself and its list of children.
  return depth / 2;
}
