import type { ListedMessage } from '#domain/intake/telegram/telegram-listing.ts';
import type { Chat } from './chat.ts';

/** Messages are asked for so many at once. */
const PAGE = 64;
/** More than this are not held. */
const MOST = 4096;

/** The messages of a chat that were in sight lately, as they come from its worker. */
export class RowCache {
  readonly #chat: Chat;
  readonly #rows = new Map<number, ListedMessage>();
  readonly #asked = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  constructor(chat: Chat) {
    this.#chat = chat;
  }

  get(place: number): ListedMessage | undefined {
    return this.#rows.get(place);
  }

  /** Asks for those of some messages that are not here and not under way. */
  want(places: readonly number[]): void {
    const missing = places.filter((place) => !this.#asked.has(place));
    for (let at = 0; at < missing.length; at += PAGE) {
      const some = missing.slice(at, at + PAGE);
      for (const place of some) this.#asked.add(place);
      void this.#chat.rows(some).then((rows) => this.#take(rows));
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes whenever messages have come. */
  readonly version = (): number => this.#version;

  #take(rows: readonly ListedMessage[]): void {
    for (const row of rows) this.#rows.set(row.n, row);
    for (const place of this.#rows.keys()) {
      if (this.#rows.size <= MOST) break;
      this.#rows.delete(place);
      this.#asked.delete(place);
    }
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
