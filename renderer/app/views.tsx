import { JournalView } from '#features/journal/JournalView.tsx';
import { TrashView } from '#features/journal/TrashView.tsx';
import type { EvidenceFilter, Place } from './routes.ts';

/** The view in the middle. */
export function Work({ place }: { readonly place: Place; readonly filter: EvidenceFilter }) {
  switch (place.view) {
    case 'journal':
      return <JournalView />;
    case 'trash':
      return <TrashView />;
    default:
      return null;
  }
}

/** What stands beside the work: the evidence, or what was opened from it. */
export function Beside() {
  return null;
}
