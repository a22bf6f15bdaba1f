import { z } from 'zod';
import { excerptSchema } from './excerpt.ts';
import { idSchema } from './id.ts';
import { recordOf } from './record.ts';

export const derivationOfSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('exhibit'), id: idSchema }),
  z.object({ type: z.literal('source'), id: idSchema }),
  z.object({ type: z.literal('outside'), words: z.string().min(1) }),
]);

/** An exhibit repeats another exhibit, a source, or something outside the case told in words. */
export const derivationSchema = recordOf({
  what: idSchema,
  of: derivationOfSchema,
  how: z.enum(['forward', 'relay', 'translation', 'copy', 'quotation', 'summary', 'frame', 'edition']),
  basis: z.enum(['stated', 'matched', 'assumed']),
  because: z.string(),
  /** The part of the exhibit `of` that is repeated. */
  excerpt: excerptSchema.optional(),
});
export type Derivation = z.infer<typeof derivationSchema>;
