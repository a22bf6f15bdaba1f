import type { TelegramMessage } from './telegram-message.ts';

type Sorts = ReadonlySet<string>;

/** What a chat's messages are that people said; a type that is not known here may be something that was said. */
export const saidSorts: Sorts = new Set<TelegramMessage['type']>(['message', 'unknown']);

/** The same, and what Telegram tells of by itself: who joined, what was pinned. */
export const saidAndServiceSorts: Sorts = new Set<TelegramMessage['type']>(['message', 'unknown', 'service']);
