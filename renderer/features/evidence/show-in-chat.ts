import type { Id } from '#domain/id.ts';
import { requestFor } from './request.ts';

/** A chat that was taken in, to be shown from its kept original: at the message that an exhibit was made of, or from its beginning. */
export interface ShowingInChat {
  readonly import: Id;
  /** The chat, by its key across exports. */
  readonly chat: string;
  readonly message?: number | undefined;
}

/** Asked by views of posts and by the list of past imports, answered by the intake. */
export const showingInChat = requestFor<ShowingInChat>();
