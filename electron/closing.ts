/**
 * Holds a window open until its unsaved work is flushed. `wanted` is called at each wish to close and says whether the
 * window may close now; the first time it asks the window to flush (`ask`) and, when `ready` is called or `limit`
 * milliseconds are over, closes it (`close`).
 */
export class Closing {
  #state: 'open' | 'flushing' | 'flushed' = 'open';
  #timer: NodeJS.Timeout | undefined;
  readonly #ask: () => void;
  readonly #close: () => void;
  readonly #limit: number;

  constructor(window: { ask: () => void; close: () => void; limit: number }) {
    this.#ask = window.ask;
    this.#close = window.close;
    this.#limit = window.limit;
  }

  wanted(): boolean {
    if (this.#state === 'flushed') return true;
    if (this.#state === 'open') {
      this.#state = 'flushing';
      this.#timer = setTimeout(() => this.ready(), this.#limit);
      this.#ask();
    }
    return false;
  }

  ready(): void {
    if (this.#state !== 'flushing') return;
    clearTimeout(this.#timer);
    this.#state = 'flushed';
    this.#close();
  }
}
