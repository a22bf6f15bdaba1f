import type { Assessment } from '#domain/assessment.ts';
import { currentAssessments } from '#domain/assessment.ts';
import { grouping } from '#domain/group-by.ts';
import type { Id } from '#domain/id.ts';

/** Gives the assessments of a case by the record they are about. */
export const assessmentsAbout = grouping<Assessment>((assessment) => assessment.about.id);

/** Gives a source's reliability after the latest judgement, `F` (cannot be judged) while there is none. */
export function reliabilityOf(source: Id | undefined, assessments: ReadonlyMap<Id, Assessment>): string {
  if (source === undefined) return 'F';
  const [latest] = currentAssessments(assessmentsAbout(assessments).get(source) ?? [], 'reliability');
  return latest?.judgement.scale === 'reliability' ? latest.judgement.value : 'F';
}

/** Gives an exhibit's credibility after the latest judgement, `6` (cannot be judged) while there is none. */
export function credibilityOf(exhibit: Id, assessments: ReadonlyMap<Id, Assessment>): string {
  const [latest] = currentAssessments(assessmentsAbout(assessments).get(exhibit) ?? [], 'credibility');
  return latest?.judgement.scale === 'credibility' ? latest.judgement.value : '6';
}
