import { JournalView } from '#features/journal/JournalView.tsx';
import { TrashView } from '#features/journal/TrashView.tsx';
import { NotesView } from '#features/notes/NotesView.tsx';
import { SourcesView } from '#features/sources/SourcesView.tsx';
import { SourceView } from '#features/sources/SourceView.tsx';
import { TagsView } from '#features/tags/TagsView.tsx';
import type { EvidenceFilter, Place } from './routes.ts';

/** The view in the middle. */
export function Work({ place }: { readonly place: Place; readonly filter: EvidenceFilter }) {
  switch (place.view) {
    case 'notes':
      return <NotesView note={place.target?.id ?? null} />;
    case 'sources':
      return place.target ? <SourceView id={place.target.id} /> : <SourcesView />;
    case 'tags':
      return <TagsView />;
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
