/** Which messages of a chat are chosen, by their places; replaced, never altered. */
export class MessageSelection {
  readonly #chosen: Uint8Array;
  readonly count: number;

  private constructor(chosen: Uint8Array, count: number) {
    this.#chosen = chosen;
    this.count = count;
  }

  /** Nothing chosen of so many messages. */
  static none(messages: number): MessageSelection {
    return new MessageSelection(new Uint8Array(messages), 0);
  }

  has(place: number): boolean {
    return this.#chosen[place] === 1;
  }

  /** Gives the selection with some messages put in, or taken out. */
  with(places: Iterable<number>, isChosen: boolean): MessageSelection {
    const next = this.#chosen.slice();
    let count = this.count;
    const value = isChosen ? 1 : 0;
    for (const place of places) {
      if (place < 0 || place >= next.length || next[place] === value) continue;
      next[place] = value;
      count += isChosen ? 1 : -1;
    }
    return new MessageSelection(next, count);
  }

  /** The chosen places, in their order. */
  *places(): Generator<number> {
    for (let n = 0; n < this.#chosen.length; n += 1) if (this.#chosen[n] === 1) yield n;
  }
}
