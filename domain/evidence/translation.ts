import { z } from 'zod';

/** A translation of a verbatim text: into which language (BCP 47), by whom, and whether a person or a machine made it. */
export const translationSchema = z.object({
  language: z.string(),
  text: z.string(),
  by: z.string(),
  maker: z.enum(['person', 'machine']),
});
export type Translation = z.infer<typeof translationSchema>;
