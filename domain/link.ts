import { z } from 'zod';
import { excerptSchema } from './excerpt.ts';
import { idSchema } from './id.ts';
import { recordOf } from './record.ts';

export const stanceSchema = z.enum(['supports', 'contradicts', 'context']);
export type Stance = z.infer<typeof stanceSchema>;

/** An exhibit bears on a claim, as one assessor (`made.by`) sees it, with the reason and the part it rests on. */
export const linkSchema = recordOf({
  exhibit: idSchema,
  claim: idSchema,
  stance: stanceSchema,
  weight: z.enum(['strongly', 'somewhat']).optional(),
  excerpt: excerptSchema.optional(),
  because: z.string(),
});
export type Link = z.infer<typeof linkSchema>;
