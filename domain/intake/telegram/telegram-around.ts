import { sameJson } from '#domain/json.ts';
import type { ExportedChat, PlacedMessage } from './telegram-chats.ts';
import type { Surroundings } from './telegram-draft.ts';
import { textOf } from './telegram-fields.ts';
import type { TelegramMessage } from './telegram-message.ts';

/** A message with what stands around it in its chat. */
export type PlacedInChat = PlacedMessage & Omit<Surroundings, 'files'>;

/** An album has at most this many parts. */
const MOST_IN_ALBUM = 10;

/** Follows one chat from its first message on and says of each to which topic and which album it belongs. */
export class ChatCourse {
  readonly chat: ExportedChat;
  readonly #topics = new Map<number, number>();
  readonly #titles = new Map<number, string>();
  #held: PlacedInChat | undefined;
  #size = 1;

  constructor(chat: ExportedChat) {
    this.chat = chat;
  }

  /** Takes the next message in; gives the one before it, about which all is known now. */
  next(placed: PlacedMessage): PlacedInChat | undefined {
    const { message } = placed;
    const topic = this.#topicOf(message);
    const title = topic === undefined ? undefined : this.#titles.get(topic);
    const around = topic === undefined ? {} : { topic: { id: topic, ...(title === undefined ? {} : { title }) } };
    const before = this.#held;
    const together = before !== undefined && this.#size < MOST_IN_ALBUM && isAlbum(before.message, message);
    this.#size = together ? this.#size + 1 : 1;
    const album = together ? (before.album ?? before.message.id) : undefined;
    this.#held = { ...placed, ...around, ...(album === undefined ? {} : { album }) };
    return before && together ? { ...before, album: album ?? before.message.id } : before;
  }

  /** Gives the last message, when there are no more. */
  end(): PlacedInChat | undefined {
    const last = this.#held;
    this.#held = undefined;
    return last;
  }

  /**
   * No message says its topic: the chain of replies leads to the service message that made it, whose id is the topic's. Where a
   * link of the chain is not in the export nothing is said; so for messages of the general topic.
   */
  #topicOf({ id, action, reply, all }: TelegramMessage): number | undefined {
    if (action?.name === 'topic_created') {
      const title = textOf(all, 'title');
      if (title !== undefined) this.#titles.set(id, title);
      this.#topics.set(id, id);
      return id;
    }
    const topic = reply && !reply.peer ? this.#topics.get(reply.message) : undefined;
    if (topic === undefined) return undefined;
    this.#topics.set(id, topic);
    const renamed = action?.name === 'topic_edit' ? textOf(all, 'new_title') : undefined;
    if (renamed !== undefined) this.#titles.set(topic, renamed);
    return topic;
  }
}

/** Exports do not say what was posted as one: files of one sender in the same second, one after the other, are taken for it. */
function isAlbum(a: TelegramMessage, b: TelegramMessage): boolean {
  if (a.posted?.wall === undefined || a.posted.wall !== b.posted?.wall) return false;
  if (a.type !== 'message' || b.type !== 'message' || sortOf(a) === undefined || sortOf(a) !== sortOf(b)) return false;
  return sameJson(a.sender, b.sender) && sameJson(a.forwarded, b.forwarded) && sameJson(a.reply, b.reply);
}

/** Pictures and films go together, so do sounds, so do other files; nothing else is put into albums. */
function sortOf({ media }: TelegramMessage): string | undefined {
  switch (media[0]?.sort) {
    case 'photo':
    case 'video_file':
      return 'seen';
    case 'audio_file':
      return 'heard';
    case 'document':
      return 'file';
    default:
      return undefined;
  }
}
