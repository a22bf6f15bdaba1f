import type { Id } from '#domain/id.ts';
import { requestFor } from './request.ts';

/** Exhibits that repeat something, and what they repeat when that is known already. */
export interface Repeating {
  exhibits: readonly Id[];
  of?: Id | undefined;
}

/** Asked wherever exhibits are shown, answered by the dialog for derivations. */
export const repeating = requestFor<Repeating>();
