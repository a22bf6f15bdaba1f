import type { ListedMessage, ListingFilter } from '#domain/intake/telegram/telegram-listing.ts';
import { IntakeFailed } from '#features/intake/intake.ts';
import type { ActionProgress } from '#ui/use-action.ts';
import type { ChatAnswered, ChatAsked, ChatPlace, OpenedChat } from './chat-protocol.ts';

type Answer = Exclude<ChatAnswered, { type: 'progress' }>;
type Question = ChatAsked extends infer Asked ? (Asked extends ChatAsked ? Omit<Asked, 'ask'> : never) : never;

/** One chat of an export, read in a worker of its own and held there for as long as it is browsed. */
export class Chat {
  readonly #worker = new Worker(new URL('./chat-worker.ts', import.meta.url), { type: 'module' });
  readonly #asked = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  #asks = 0;
  #report: (progress: ActionProgress) => void = () => undefined;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<ChatAnswered>) => {
      if (data.type === 'progress') return this.#report(data);
      const waiting = this.#asked.get(data.ask);
      this.#asked.delete(data.ask);
      if (data.type !== 'failed') waiting?.resolve(data);
      else waiting?.reject(data.code === null ? new Error(data.message) : new IntakeFailed(data.code, data.message));
    };
    this.#worker.onerror = (event) => {
      for (const { reject } of this.#asked.values()) reject(new Error(event.message));
      this.#asked.clear();
    };
  }

  /** Reads the chat. Aborting ends the worker. */
  async open(
    place: ChatPlace,
    { signal, report }: { signal: AbortSignal; report: (progress: ActionProgress) => void },
  ): Promise<OpenedChat> {
    this.#report = report;
    const stop = () => {
      this.end();
      for (const { reject } of this.#asked.values()) reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    const answer = await this.#ask({ type: 'open', place });
    signal.removeEventListener('abort', stop);
    return answer.type === 'opened' ? answer.chat : unexpected(answer);
  }

  /** Gives the places of the messages that pass; null when all do. Never resolves when a newer filter was asked meanwhile. */
  async filter(filter: ListingFilter): Promise<Uint32Array | null> {
    const answer = await this.#ask({ type: 'filter', filter });
    return answer.type === 'filtered' ? answer.places : unexpected(answer);
  }

  /** Gives the messages at some places, as a list shows them. */
  async rows(places: readonly number[]): Promise<readonly ListedMessage[]> {
    const answer = await this.#ask({ type: 'rows', places });
    return answer.type === 'rows' ? answer.rows : unexpected(answer);
  }

  /** Gives a message as it stands in its file. */
  async source(place: number): Promise<string> {
    const answer = await this.#ask({ type: 'source', place });
    return answer.type === 'source' ? answer.text : unexpected(answer);
  }

  /** Ends the worker. */
  end(): void {
    this.#worker.terminate();
  }

  #ask(question: Question): Promise<Answer> {
    this.#asks += 1;
    const ask = this.#asks;
    return new Promise((resolve, reject) => {
      this.#asked.set(ask, { resolve, reject });
      this.#worker.postMessage({ ask, ...question });
    });
  }
}

function unexpected({ type }: Answer): never {
  throw new Error(`The chat's worker answered ${type} to something else.`);
}
