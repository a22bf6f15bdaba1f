import type { Part } from '#domain/intake/importer.ts';
import { earliest } from '#domain/moment.ts';
import type { ExportedChat } from './telegram-chats.ts';
import { Numbers } from './telegram-listing-columns.ts';
import type { TelegramMessage } from './telegram-message.ts';
import type { ExportTime } from './telegram-time.ts';

/** Counts the messages of a chat for its survey. */
export class Tally {
  readonly #chat: ExportedChat;
  readonly #counts: Record<string, number> = { message: 0 };
  #first: ExportTime | undefined;
  #last: ExportTime | undefined;
  readonly #ids = new Numbers();
  readonly #filed: number[] = [];

  constructor(chat: ExportedChat) {
    this.#chat = chat;
  }

  /** Counts a message; `hasFile` says that a file of it lies among those given. */
  add({ id, type, media, posted }: TelegramMessage, hasFile: boolean): void {
    this.#ids.push(id);
    if (hasFile) this.#filed.push(id);
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
    const { key, part, name, type } = this.#chat;
    return {
      id: part,
      title: name ?? type ?? part,
      counts: this.#counts,
      ...(this.#first ? { first: this.#first.moment } : {}),
      ...(this.#last ? { last: this.#last.moment } : {}),
      chat: { key, ids: this.#ids.all(), filed: this.#filed },
    };
  }
}

function order({ instant, moment }: ExportTime): number {
  return instant ?? earliest(moment);
}
