import { parseTelegramLink } from '#domain/telegram-link.ts';
import type { TelegramBody } from './kinds/telegram.ts';

/**
 * Gives the post with its link set. A link that names a channel or a post fills in handle, id and number where nothing else
 * stands there yet, or where what stands there came from the link before.
 */
export function withLink(body: TelegramBody, link: string | undefined): TelegramBody {
  const told = tells(link);
  const before = tells(body.link);
  const { channel } = body;
  const handle = follow(channel?.handle, before.handle, told.handle);
  const id = follow(channel?.id, before.id, told.id);
  const name = channel?.name ?? '';
  const isKnown = name !== '' || handle !== undefined || id !== undefined;
  return {
    ...body,
    link,
    channel: isKnown ? { name, handle, id } : undefined,
    message: follow(body.message, before.message, told.message),
  };
}

/** What was typed by hand stays; what is empty or came from the link before follows the link. */
function follow<Value>(now: Value | undefined, before: Value | undefined, told: Value | undefined): Value | undefined {
  return now === undefined || now === before ? told : now;
}

interface Told {
  handle?: string;
  id?: string;
  message?: number;
}

function tells(link: string | undefined): Told {
  const reading = parseTelegramLink(link ?? '');
  if (!reading.ok) return {};
  switch (reading.link.kind) {
    case 'handle':
      return { handle: reading.link.handle };
    case 'post':
      return { handle: reading.link.handle, message: reading.link.post };
    case 'private-channel':
      return { id: reading.link.channel };
    case 'private-post':
      return { id: reading.link.channel, message: reading.link.post };
    case 'invite':
      return {};
  }
}
