import type { ListedMessage, ListedSender, ListingFilter } from '#domain/intake/telegram/telegram-listing.ts';
import type { GivenFile } from '#features/intake/dropped-files.ts';

/** A chat to be browsed: the files it is in, which of them is read and by which importer, and which part of it it is. */
export interface ChatPlace {
  readonly files: readonly GivenFile[];
  readonly main: string;
  readonly importer: string;
  readonly part: string;
}

/** What the window holds of a chat: numbers for every message, in their order, and no texts. */
export interface OpenedChat {
  /** A message's key is this, a slash and its id. */
  readonly key: string;
  readonly ids: Float64Array<ArrayBuffer>;
  /** Local times as if they were UTC, in epoch milliseconds; NaN where there is none. */
  readonly walls: Float64Array<ArrayBuffer>;
  /** 1 for what is said, 0 for service messages and what holds nothing. */
  readonly said: Uint8Array<ArrayBuffer>;
  readonly senders: readonly ListedSender[];
}

/** What the window asks of a chat's worker; `ask` comes back with the answer. A newer `filter` ends the one before, unanswered. */
export type ChatAsked = { readonly ask: number } & (
  | { readonly type: 'open'; readonly place: ChatPlace }
  | { readonly type: 'filter'; readonly filter: ListingFilter }
  | { readonly type: 'rows'; readonly places: readonly number[] }
  | { readonly type: 'source'; readonly place: number }
);

/** What the worker answers. */
export type ChatAnswered =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | ({ readonly ask: number } & (
      | { readonly type: 'opened'; readonly chat: OpenedChat }
      | { readonly type: 'filtered'; readonly places: Uint32Array<ArrayBuffer> | null }
      | { readonly type: 'rows'; readonly rows: readonly ListedMessage[] }
      | { readonly type: 'source'; readonly text: string }
      | { readonly type: 'failed'; readonly code: string | null; readonly message: string }
    ));
