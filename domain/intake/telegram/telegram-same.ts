import { postText, type TelegramBody } from '#domain/evidence/kinds/telegram.ts';

/** How the key of a chat begins that only its title is known of. */
export const TITLED = 'telegram:titled:';

/**
 * Gives what lets a message from pages, which name no chat id, and the same message from JSON recognise each other: the chat's
 * title, the message's id and, as the edition, its words. `held` is how it is found among what the case holds, else how it asks
 * for the other one: two from pages, or two from JSON, never meet this way. Undefined where title or id is not known.
 */
export function sameByTitle(
  key: string,
  { channel, message, text, poll }: TelegramBody,
  as: 'held' | 'asking',
): { readonly key: string; readonly edition: string } | undefined {
  if (!key.startsWith('telegram:') || message === undefined || !channel?.name) return undefined;
  const isFromPages = key.startsWith(TITLED);
  const side = isFromPages === (as === 'held') ? 'pages' : 'ids';
  const words = postText(text)
    .replaceAll(/[\u2028\u2029\n]/g, '\n')
    .trim();
  return {
    key: `same:${side}:${channel.name.trim()}/${message}`,
    edition: JSON.stringify([words, poll?.question ?? '']),
  };
}
