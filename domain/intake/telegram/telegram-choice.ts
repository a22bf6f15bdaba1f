import type { Choice } from '#domain/intake/importer.ts';
import { earliest, latest } from '#domain/moment.ts';
import { messageKey, type TelegramChat } from './telegram-draft.ts';
import type { TelegramMessage } from './telegram-message.ts';
import { saidSorts } from './telegram-sorts.ts';

/** Says whether a message is among those chosen: named, where names were, and not known to be outside the dates. */
export function isChosen(message: TelegramMessage, chat: TelegramChat, { keys, from, to }: Choice): boolean {
  if (keys && !keys.has(messageKey(chat, message.id))) return false;
  const moment = message.posted?.moment;
  if (!moment) return true;
  return !(from !== undefined && latest(moment) < from) && !(to !== undefined && earliest(moment) > to);
}

/** Says whether a message is of a sort to take; one that was named is. */
export function isTaken({ type }: TelegramMessage, { keys, sorts = saidSorts }: Choice): boolean {
  return keys !== undefined || sorts.has(type);
}
