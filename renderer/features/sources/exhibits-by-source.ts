import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { grouping } from '#domain/group-by.ts';

/** Gives the exhibits of a case, trashed ones included, by their source. */
export const exhibitsBySource = grouping<Exhibit>((exhibit) => exhibit.source);
