import { earliest } from '#domain/moment.ts';
import type { Part } from './importer.ts';
import type { ExportedChat } from './telegram-chats.ts';
import type { TelegramMessage } from './telegram-message.ts';
import type { ExportTime } from './telegram-time.ts';

/** Counts the messages of a chat for its survey. */
export class Tally {
  readonly #chat: ExportedChat;
  readonly #counts: Record<string, number> = { message: 0 };
  #first: ExportTime | undefined;
  #last: ExportTime | undefined;

  constructor(chat: ExportedChat) {
    this.#chat = chat;
  }

  add({ type, media, posted }: TelegramMessage): void {
    this.#count(type);
    if (media.some(({ sort }) => sort === 'photo')) this.#count('photo');
    if (media.some(({ sort }) => sort === 'video_file' || sort === 'video_message')) this.#count('video');
    if (!posted) return;
    if (!this.#first || order(posted) < order(this.#first)) this.#first = posted;
    if (!this.#last || order(posted) > order(this.#last)) this.#last = posted;
  }

  #count(sort: string): void {
    this.#counts[sort] = (this.#counts[sort] ?? 0) + 1;
  }

  part(): Part {
    const { part, name, type } = this.#chat;
    return {
      id: part,
      title: name ?? type ?? part,
      counts: this.#counts,
      ...(this.#first ? { first: this.#first.moment } : {}),
      ...(this.#last ? { last: this.#last.moment } : {}),
    };
  }
}

function order({ instant, moment }: ExportTime): number {
  return instant ?? earliest(moment);
}
