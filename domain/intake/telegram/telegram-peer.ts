import type { Json } from '#domain/json.ts';

/** Someone or something with an id in Telegram; `id` is bare, in decimal digits. A supergroup is a channel to Telegram. */
export interface Peer {
  readonly kind: 'user' | 'chat' | 'channel';
  readonly id: string;
}

/** How an export writes ids: `user123` since 2.7.2 (2021-04), before that numbers. */
export type IdForm = 'texts' | 'numbers';

/** Between 2.4.1 and 2.7.2 numbers were moved up, so that they say what they name. */
const USER_SHIFT = 4_294_967_296;
const GROUP_SHIFT = 8_589_934_592;

const KINDS: Readonly<Record<string, Peer['kind']>> = { user: 'user', chat: 'chat', channel: 'channel' };

/** Says in which form an id is written; undefined where none is. */
export function idForm(value: Json | undefined): IdForm | undefined {
  if (typeof value === 'number') return 'numbers';
  return typeof value === 'string' && /^(?:user|chat|channel)\d+$/.test(value) ? 'texts' : undefined;
}

/**
 * Reads who sent, was forwarded or is replied to: `user123`, `chat123`, `channel123`; a bare number is a user's (1.4.8 to
 * 2.4.0), a shifted one a user's or a group's. `chat` is the chat itself, whose own shifted number says no kind. Undefined
 * when it is none of these.
 */
export function readPeer(value: Json | undefined, chat?: Peer): Peer | undefined {
  if (typeof value === 'string') {
    const [, name = '', id = ''] = /^(user|chat|channel)0*(\d+)$/.exec(value) ?? [];
    const kind = KINDS[name];
    return kind ? { kind, id } : undefined;
  }
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0) return undefined;
  if (value >= GROUP_SHIFT) {
    const id = String(value - GROUP_SHIFT);
    return chat?.id === id && chat.kind !== 'user' ? chat : { kind: 'channel', id };
  }
  return { kind: 'user', id: String(value >= USER_SHIFT ? value - USER_SHIFT : value) };
}

/** The types of chats that Telegram Desktop writes, and to what sort of peer each belongs. */
const CHAT_TYPES: Readonly<Record<string, Peer['kind']>> = {
  saved_messages: 'user',
  replies: 'user',
  verification_codes: 'user',
  personal_chat: 'user',
  bot_chat: 'user',
  private_group: 'chat',
  private_supergroup: 'channel',
  public_supergroup: 'channel',
  private_channel: 'channel',
  public_channel: 'channel',
};

/** Says whether this is the type of a chat as Telegram Desktop writes it. */
export function isChatType(value: Json | undefined): value is string {
  return typeof value === 'string' && Object.hasOwn(CHAT_TYPES, value);
}

/** Says whether what is posted there speaks for the chat as a whole. */
export function isBroadcast(type: string | undefined): boolean {
  return type === 'private_channel' || type === 'public_channel';
}

/**
 * Reads the id of a chat from its type and number. Files that write senders as numbers (`form`) have shifted chat ids; in
 * later ones a number above the shift is simply large. Undefined when the type or the id is none.
 */
export function chatPeer(type: Json | undefined, id: Json | undefined, form: IdForm | undefined): Peer | undefined {
  if (!isChatType(type) || typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) return undefined;
  const kind = CHAT_TYPES[type];
  if (!kind) return undefined;
  if (form === 'texts') return { kind, id: String(id) };
  if (kind !== 'user' && id >= GROUP_SHIFT) return { kind, id: String(id - GROUP_SHIFT) };
  // Subtle: today's own numbers reach into the first shift; only beside senders in numbers is it one.
  return { kind, id: String(form === 'numbers' && id >= USER_SHIFT ? id - USER_SHIFT : id) };
}

/** Gives what a peer is called across exports: `telegram:channel:1234567890`. */
export function peerKey({ kind, id }: Peer): string {
  return `telegram:${kind}:${id}`;
}

/** Gives the peer as today's exports write it: `channel1234567890`. */
export function peerText({ kind, id }: Peer): string {
  return kind + id;
}

/** Gives the address of a message for those who may see it; only channels and supergroups have one, and no message from before a migration. */
export function messageLink(peer: Peer, message: number): string | undefined {
  return peer.kind === 'channel' && message > 0 ? `https://t.me/c/${peer.id}/${message}` : undefined;
}
