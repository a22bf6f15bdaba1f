import { z } from 'zod';
import { idSchema } from './id.ts';
import { jsonDigest, jsonSchema } from './json.ts';
import { recordOf, setOf } from './record.ts';

/**
 * A note. `revision` is the hash of the current text; `citations` (exhibits, claims and tags cited) and `words` are derived
 * from it when it is saved.
 */
export const noteSchema = recordOf({
  title: z.string(),
  revision: z.string().length(64),
  cites: setOf(idSchema),
  words: z.number().int().min(0),
  order: z.number(),
  import: idSchema.optional(),
  /** What it was called in the file that it was imported from: the same note imported again has the same key. */
  key: z.string().optional(),
});
export type Note = z.infer<typeof noteSchema>;

/** One state of a note's text. Named by the hash of its content and parents; never changed. */
export const revisionSchema = z.object({
  hash: z.string().length(64),
  case: idSchema,
  note: idSchema,
  parents: z.array(z.string().length(64)),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  by: idSchema,
  /** Lexical editor state. */
  document: jsonSchema,
});
export type Revision = z.infer<typeof revisionSchema>;

/** Gives a revision its hash: SHA-256 over the canonical JSON of all the rest. */
export function revisionOf(content: Omit<Revision, 'hash'>): Revision {
  return { ...content, hash: jsonDigest(content) };
}
