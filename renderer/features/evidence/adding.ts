import type { KindName } from '#domain/evidence/kinds.ts';
import { requestFor } from './request.ts';

/** How the form for adding an exhibit is to open: for a kind, or with what was left unsaved on this device; else as it is. */
export interface Adding {
  readonly kind?: KindName;
  readonly with?: 'left';
}

/** Asked by buttons and commands, answered by the form for adding an exhibit. */
export const adding = requestFor<Adding>();
