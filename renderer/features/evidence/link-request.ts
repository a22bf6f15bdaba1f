import type { Excerpt } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';
import { requestFor } from './request.ts';

/** Exhibits to be linked to a claim that is still to be chosen, with the part meant when it is one exhibit's. */
export interface Linking {
  exhibits: readonly Id[];
  excerpt?: Excerpt | undefined;
  /** The reason to begin with. */
  because?: string | undefined;
}

/** Asked by lists and views of exhibits, answered by the claims. */
export const linking = requestFor<Linking>();
