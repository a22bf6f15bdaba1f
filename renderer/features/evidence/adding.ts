import type { KindName } from '#domain/evidence/kinds.ts';
import { requestFor } from './request.ts';

/** Asked by buttons and commands, answered by the form for adding an exhibit; without a kind it opens where it was left. */
export const adding = requestFor<{ kind?: KindName | undefined }>();
