import type { Claim } from '#domain/claim.ts';
import type { Id } from '#domain/id.ts';
import type { Question } from '#domain/question.ts';
import { useAlive, useTable } from '#store/use-case.ts';

/** The living questions in their order. */
export function useQuestions(): Question[] {
  return [...useAlive('questions')].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The living claims of a question, in the order they were made; those without a living question under `undefined`. */
export function useClaimsByQuestion(): ReadonlyMap<Id | undefined, Claim[]> {
  const claims = useAlive('claims');
  const questions = useTable('questions');
  const found = new Map<Id | undefined, Claim[]>();
  for (const claim of claims) {
    const question = claim.question === undefined ? undefined : questions.get(claim.question);
    const key = question && question.gone === undefined ? question.id : undefined;
    found.set(key, [...(found.get(key) ?? []), claim]);
  }
  return found;
}
