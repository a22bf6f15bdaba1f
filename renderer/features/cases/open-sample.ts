import type { Id } from '#domain/id.ts';
import { makeCase } from '#store/cases.ts';

/** Sets out the sample case anew and gives its id. */
export function openSample(): Promise<Id> {
  return makeCase({ title: 'Tinzaouaten, July 2024', summary: '', language: 'en', likelihood: 'icd-203' });
}
