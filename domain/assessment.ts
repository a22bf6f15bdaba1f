import { z } from 'zod';
import { idSchema } from './id.ts';
import { recordOf } from './record.ts';

export const reliabilitySchema = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export const credibilitySchema = z.enum(['1', '2', '3', '4', '5', '6']);
export const statusSchema = z.enum([
  'unverified',
  'partly-verified',
  'verified',
  'disputed',
  'refuted',
  'undetermined',
]);
export type ClaimStatus = z.infer<typeof statusSchema>;
export const checklistItems = ['provenance', 'source', 'date', 'place', 'subject', 'motive'] as const;

/** A value on one of the scales. Admiralty for reliability and credibility; bands of the case's one likelihood scale. */
export const judgementSchema = z.discriminatedUnion('scale', [
  z.object({ scale: z.literal('reliability'), value: reliabilitySchema }),
  z.object({ scale: z.literal('credibility'), value: credibilitySchema }),
  z.object({ scale: z.literal('status'), value: statusSchema }),
  z.object({ scale: z.literal('likelihood'), value: z.number().int().min(1).max(7) }),
  z.object({ scale: z.literal('confidence'), value: z.enum(['low', 'moderate', 'high']) }),
  z.object({
    scale: z.literal('checklist'),
    item: z.enum(checklistItems),
    value: z.enum(['yes', 'partly', 'no', 'cannot-tell']),
  }),
]);
export type Judgement = z.infer<typeof judgementSchema>;

/** A judgement about one record by one assessor (`made.by`). A new judgement is a new record; none is ever overwritten. */
export const assessmentSchema = recordOf({
  about: z.object({ table: z.enum(['sources', 'exhibits', 'claims', 'links']), id: idSchema }),
  judgement: judgementSchema,
  because: z.string(),
});
export type Assessment = z.infer<typeof assessmentSchema>;

/**
 * Gives the judgements on one scale that count now: the latest of each assessor, latest first. `about` has been filtered by
 * the caller or not; trashed ones are passed over.
 */
export function currentAssessments(assessments: Iterable<Assessment>, scale: Judgement['scale']): Assessment[] {
  const latest = new Map<string, Assessment>();
  for (const a of assessments) {
    if (a.gone !== undefined || a.judgement.scale !== scale) continue;
    const key = a.judgement.scale === 'checklist' ? `${a.made.by} ${a.judgement.item}` : a.made.by;
    const before = latest.get(key);
    if (before === undefined || before.made.at < a.made.at) latest.set(key, a);
  }
  return [...latest.values()].sort((a, b) => (a.made.at < b.made.at ? 1 : -1));
}
