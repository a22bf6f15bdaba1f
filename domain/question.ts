import { z } from 'zod';
import { recordOf } from './record.ts';

export const countedSchema = z.enum(['killed', 'wounded', 'captured', 'missing', 'destroyed', 'present', 'other']);

/** What the case tries to settle. A question about a number says what is counted, and of whom. */
export const questionSchema = recordOf({
  text: z.string(),
  counted: countedSchema.optional(),
  whom: z.string(),
  scope: z.string(),
  order: z.number(),
});
export type Question = z.infer<typeof questionSchema>;
