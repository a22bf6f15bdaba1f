import { z } from 'zod';
import type { Json } from '#domain/json.ts';

/** What came of holding the files of an archive against its package: how many of each, the altered and missing ones by name. */
export const checkedSchema = z.object({
  same: z.number(),
  doubled: z.number(),
  altered: z.array(z.string()),
  missing: z.array(z.string()),
  unstated: z.number(),
  /** Whether a signature stands beside the package's hash. Nobody judged it. */
  signature: z.enum(['none', 'not judged']),
});
export type Checked = z.infer<typeof checkedSchema>;

const rawSchema = z.looseObject({
  archive: z.string(),
  checked: checkedSchema.optional(),
  digests: z.enum(['same', 'differs', 'unstated']).optional(),
});

/**
 * Gives what came of verifying the archive that a page was taken from, as it stands raw with the exhibit: `checked` its files, where it
 * was a WACZ; `digests` the answer by which the page is shown. Undefined when it was taken from elsewhere.
 */
export function archiveCheckOf(raw: Json | undefined): z.infer<typeof rawSchema> | undefined {
  const read = rawSchema.safeParse(raw);
  return read.success ? read.data : undefined;
}
