import { z } from 'zod';
import { recordOf, setOf } from './record.ts';

export const sourceSortSchema = z.enum(['channel', 'person', 'group', 'outlet', 'office', 'witness']);
export type SourceSort = z.infer<typeof sourceSortSchema>;

/** Who or what an exhibit comes from. `party`: takes part in the conflict. `confidential`: never to leave by accident. */
export const sourceSchema = recordOf({
  name: z.string(),
  aliases: setOf(z.string()),
  what: sourceSortSchema,
  handles: setOf(z.string()),
  party: z.boolean(),
  confidential: z.boolean(),
  pseudonym: z.string(),
  remarks: z.string(),
});
export type Source = z.infer<typeof sourceSchema>;
