import { createContext, useContext } from 'react';
import type { Excerpt } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';

/** Something in the case that can be opened: in full (in the middle) or beside the work (in the evidence panel). */
export type Target =
  | { table: 'exhibits'; id: Id; excerpt?: Excerpt | undefined }
  | { table: 'claims' | 'questions' | 'notes' | 'sources'; id: Id };

/** The views of a case that show many things. */
export type ViewName = 'notes' | 'evidence' | 'intake' | 'questions' | 'sources' | 'tags' | 'journal' | 'trash';

/** How views of a case ask the frame to show something. */
export interface Workbench {
  /** Opens in full, as its own view. */
  readonly open: (target: Target) => void;
  /** Opens in the panel beside what is being worked on; null goes back to the evidence list there. */
  readonly openBeside: (target: Target | null) => void;
  readonly beside: Target | null;
  readonly openView: (view: ViewName) => void;
  /** Opens the evidence view showing only exhibits with this tag or source. */
  readonly openEvidence: (filter: { tag?: Id; source?: Id }) => void;
}

export const WorkbenchContext = createContext<Workbench | null>(null);

/** The frame around the view. Only for views inside a case. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error('This view stands outside the frame of a case.');
  return workbench;
}

/** What is dragged when exhibits or claims are dragged: the payload is `{"ids": [...]}`. */
export const dragTypes = {
  exhibits: 'application/x-casebound-exhibit',
  claims: 'application/x-casebound-claim',
} as const;
