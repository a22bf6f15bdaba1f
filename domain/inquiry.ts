import { z } from 'zod';
import { idSchema } from './id.ts';
import { momentSchema } from './moment.ts';
import { recordOf } from './record.ts';

/** What was asked or searched, of whom, when, by what way, and what came back; silence is an outcome too. */
export const inquirySchema = recordOf({
  label: z.string(),
  asked: z.string(),
  whom: z.string(),
  source: idSchema.optional(),
  way: z.string(),
  at: momentSchema.optional(),
  deadline: momentSchema.optional(),
  outcome: z.enum(['waiting', 'answered', 'silence', 'nothing-found', 'found']),
  answer: z.string(),
});
export type Inquiry = z.infer<typeof inquirySchema>;
