import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Target, ViewName, Workbench } from '#features/cases/workbench.ts';

const views: Record<Target['table'], ViewName> = {
  exhibits: 'evidence',
  claims: 'questions',
  notes: 'notes',
  sources: 'sources',
  questions: 'questions',
};

/** Where the work stands: the view and, when one thing is open in full, the thing. */
export interface Place {
  view: ViewName;
  target: Target | null;
}

const viewNames: readonly ViewName[] = [
  'notes',
  'evidence',
  'intake',
  'questions',
  'sources',
  'tags',
  'journal',
  'trash',
];

/** Reads the address within a case: `/notes/<id>`, `/questions/claim/<id>`. Anything else is the notes view. */
export function placeOf(path: string): Place {
  const [, , , view, first, second] = path.split('?')[0]?.split('/') ?? [];
  const name = viewNames.find((known) => known === view) ?? 'notes';
  if (!first) return { view: name, target: null };
  if (name === 'questions') {
    if (first === 'claim' && second) return { view: name, target: { table: 'claims', id: second } };
    return { view: name, target: { table: 'questions', id: first } };
  }
  if (name === 'evidence') return { view: name, target: { table: 'exhibits', id: first } };
  if (name === 'notes' || name === 'sources') return { view: name, target: { table: name, id: first } };
  return { view: name, target: null };
}

/** Gives the address of a thing within a case. */
export function pathOf(caseId: string, target: Target): string {
  const step = target.table === 'claims' ? 'claim/' : '';
  return `/case/${caseId}/${views[target.table]}/${step}${target.id}`;
}

/** What the evidence view was asked to show only. */
export interface EvidenceFilter {
  tag?: string;
  source?: string;
}

/** The frame's own state: the place by the address, what is open beside, and what the evidence view was asked to show. */
export function useWorkbenchState(
  caseId: string,
  showPanel: () => void,
): Workbench & { place: Place; filter: EvidenceFilter } {
  const [path, go] = useLocation();
  const [beside, setBeside] = useState<Target | null>(null);
  const [opened, setOpened] = useState<Target | null>(null);
  const [filter, setFilter] = useState<EvidenceFilter>({});
  return useMemo(() => {
    const place = placeOf(path);
    // The excerpt to open at is not in the address; it holds as long as the thing it belongs to is open.
    const target = place.target && opened && opened.id === place.target.id ? opened : place.target;
    return {
      place: { ...place, target },
      filter,
      beside,
      open: (next) => {
        setOpened(next);
        go(pathOf(caseId, next));
      },
      openBeside: (next) => {
        setBeside(next);
        if (next) showPanel();
      },
      openView: (view) => {
        setFilter({});
        go(`/case/${caseId}/${view}`);
      },
      openEvidence: (next) => {
        setFilter(next);
        go(`/case/${caseId}/evidence`);
      },
    };
  }, [path, go, beside, opened, filter, caseId, showPanel]);
}
