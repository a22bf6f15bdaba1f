import type { Excerpt } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';
import { requestFor } from './request.ts';

/** Exhibits to be cited where the person writes, with the part meant when it is one exhibit's. */
export interface Citing {
  ids: readonly Id[];
  excerpt?: Excerpt | undefined;
}

/** Asked by lists and views of exhibits, answered by the note that was written in last. */
export const citing = requestFor<Citing>();
