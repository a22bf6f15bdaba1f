import { z } from 'zod';
import { recordOf } from './record.ts';

/** One intake of a file: which importer read it, what came out, what was skipped and why. */
export const importSchema = recordOf({
  importer: z.string(),
  version: z.string(),
  file: z.string(),
  sha256: z.string().length(64),
  counts: z.record(z.string(), z.number().int().min(0)),
  skipped: z.array(z.object({ place: z.string(), reason: z.string() })),
});
export type Import = z.infer<typeof importSchema>;
