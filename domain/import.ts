import { z } from 'zod';
import { jsonSchema } from './json.ts';
import { recordOf } from './record.ts';

const keptFile = {
  sha256: z.string().length(64),
  name: z.string(),
  mime: z.string(),
  bytes: z.number().int().min(0),
};

/**
 * One intake of a file: which importer read it, what came out, what was skipped and why. `sha256` is that of the whole file as
 * it was dropped. `kept` is the original that the case keeps of it: all of it, the part that was chosen (cut out byte for
 * byte), or a copy without what would give away the investigator. `more` are its further files, whole: the other pages of a chat,
 * which lay in the same folder, or the pages beside a JSON file.
 */
export const importSchema = recordOf({
  importer: z.string(),
  version: z.string(),
  file: z.string(),
  sha256: z.string().length(64),
  kept: z
    .object({
      ...keptFile,
      how: z.enum(['whole', 'part', 'cleaned']),
      more: z.array(z.object(keptFile)).optional(),
    })
    .optional(),
  /** The chosen parts, such as the chats of an export, by the importer's own ids. */
  parts: z.array(z.object({ id: z.string(), title: z.string() })),
  counts: z.record(z.string(), z.number().int().min(0)),
  /** What the person said so that it could be read: for a table, what its columns are and how its dates are written. */
  said: jsonSchema.optional(),
  skipped: z.array(z.object({ place: z.string(), reason: z.string() })),
});
export type Import = z.infer<typeof importSchema>;
