import { z } from 'zod';
import { recordOf } from './record.ts';

/** One investigation. Its record's id equals its `case`. */
export const caseSchema = recordOf({
  title: z.string(),
  summary: z.string(),
  /** BCP 47: the language the case is written in. */
  language: z.string(),
  likelihood: z.enum(['icd-203', 'phia']),
});
export type Case = z.infer<typeof caseSchema>;

/** A person who works on the case. */
export const personSchema = recordOf({ name: z.string(), initials: z.string() });
export type Person = z.infer<typeof personSchema>;

/**
 * A device that changes were made on. `mark` follows the numbers it gives out (`EX-12KR`), so that labels of two
 * devices never clash; the device that made the case has an empty one.
 */
export const deviceSchema = recordOf({
  name: z.string(),
  mark: z.string().regex(/^[A-Z]*$/),
  key: z.string().optional(),
});
export type Device = z.infer<typeof deviceSchema>;
