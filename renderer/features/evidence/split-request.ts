import type { Id } from '#domain/id.ts';
import { requestFor } from './request.ts';

/** The exhibit whose text is to be parted into quotes and sentences; none where a text is to be pasted first. */
export interface Splitting {
  exhibit?: Id | undefined;
}

/** Asked by the intake, a command, and every exhibit that is an article; answered by the dialog for articles. */
export const splitting = requestFor<Splitting>();
