import { useEffect, useState } from 'react';
import type { Id } from '#domain/id.ts';
import { watchJournal } from '#store/journal.ts';

/** How many entries a case's journal has, kept up to date. */
export function useJournalCount(caseId: Id): number {
  const [count, setCount] = useState(0);
  useEffect(() => watchJournal(caseId, setCount), [caseId]);
  return count;
}
