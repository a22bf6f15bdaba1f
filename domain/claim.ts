import { z } from 'zod';
import { excerptSchema } from './excerpt.ts';
import { idSchema } from './id.ts';
import { momentSchema } from './moment.ts';
import { placeSchema } from './place.ts';
import { countedSchema } from './question.ts';
import { recordOf, setOf } from './record.ts';

/**
 * A number as a claimant gave it. Open ends stay open: `at least 20` has no `atMost`. `more than 80` is kept as 80 with
 * its wording, never turned into 81. At least one end or the words must be there.
 */
export const amountSchema = z
  .object({
    of: countedSchema,
    whom: z.string(),
    atLeast: z.number().int().min(0).optional(),
    atMost: z.number().int().min(0).optional(),
    wording: z.enum(['exact', 'at-least', 'more-than', 'up-to', 'fewer-than', 'about', 'range', 'in-words']),
    words: z.string().optional(),
  })
  .refine((a) => a.atLeast !== undefined || a.atMost !== undefined || !!a.words, 'expected a number or the words')
  .refine(
    (a) => a.atLeast === undefined || a.atMost === undefined || a.atLeast <= a.atMost,
    'expected the lower end first',
  );
export type Amount = z.infer<typeof amountSchema>;

/** One answer or assertion, by one or more claimants (sources). */
export const claimSchema = recordOf({
  label: z.string(),
  question: idSchema.optional(),
  text: z.string(),
  claimants: setOf(idSchema),
  relayedBy: setOf(idSchema),
  amount: amountSchema.optional(),
  asOf: momentSchema.optional(),
  scope: z.string(),
  place: placeSchema.optional(),
  madeIn: z.object({ exhibit: idSchema, excerpt: excerptSchema.optional() }).optional(),
  /** Claims that this one replaces, denies or takes back. */
  supersedes: setOf(idSchema),
  denies: setOf(idSchema),
  retracts: setOf(idSchema),
  /** The note and sentence it was made from. */
  from: z.object({ note: idSchema, sentence: z.string() }).optional(),
});
export type Claim = z.infer<typeof claimSchema>;
