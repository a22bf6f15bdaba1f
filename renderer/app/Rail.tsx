import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkbench, type ViewName } from '#features/cases/workbench.ts';
import { byOrder, NotesList } from '#features/notes/NotesList.tsx';
import { TagList } from '#features/tags/TagList.tsx';
import { trashOf } from '#store/trash.ts';
import { useAlive, useAliveSoon, useCaseState } from '#store/use-case.ts';
import { Count } from '#ui/Count.tsx';
import styles from './Rail.module.css';
import type { Place } from './routes.ts';

/** The views of the case with how much is in each. */
export function Rail({ place }: { readonly place: Place }) {
  const { t, i18n } = useTranslation('frame');
  const workbench = useWorkbench();
  const notes = useAlive('notes');
  const exhibits = useAliveSoon('exhibits');
  const counts: Record<ViewName, number | null> = {
    notes: notes.length,
    evidence: exhibits.length,
    intake: exhibits.filter((e) => e.inbox === 'waiting').length || null,
    questions: useAlive('questions').length,
    sources: useAlive('sources').length,
    tags: useAlive('tags').length,
    journal: null,
    trash: trashOf(useDeferredValue(useCaseState())).length || null,
  };
  const number = new Intl.NumberFormat(i18n.language);
  const views: ViewName[] = ['notes', 'evidence', 'intake', 'questions', 'sources', 'tags', 'journal', 'trash'];
  return (
    <div className={styles.rail}>
      <nav aria-label={t('views')}>
        {views.map((view) => {
          const count = counts[view];
          return (
            <button
              key={view}
              type="button"
              className={styles.view}
              aria-current={place.view === view ? 'page' : undefined}
              onClick={() => workbench.openView(view)}
            >
              <span>{t(view)}</span>
              {count !== null && <Count text={number.format(count)} />}
            </button>
          );
        })}
      </nav>
      <NotesList
        current={place.view === 'notes' ? (place.target?.id ?? notes.toSorted(byOrder)[0]?.id ?? null) : null}
      />
      <TagList />
    </div>
  );
}
