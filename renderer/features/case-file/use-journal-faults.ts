import { useEffect, useState } from 'react';
import type { Id } from '#domain/id.ts';
import type { JournalFault } from '#domain/journal.ts';
import { checkJournal } from '#store/journal.ts';

/** Where a case's journal does not hold together, checked once when the view opens; null until that is known. */
export function useJournalFaults(caseId: Id): readonly JournalFault[] | null {
  const [checked, setChecked] = useState<{ readonly faults: JournalFault[] } | { readonly thrown: unknown } | null>(
    null,
  );
  useEffect(() => {
    let left = false;
    checkJournal(caseId).then(
      (faults) => !left && setChecked({ faults }),
      (thrown: unknown) => !left && setChecked({ thrown }),
    );
    return () => {
      left = true;
    };
  }, [caseId]);
  if (checked && 'thrown' in checked) throw checked.thrown;
  return checked?.faults ?? null;
}
