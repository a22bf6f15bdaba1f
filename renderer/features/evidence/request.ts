import { useEffect, useSyncExternalStore } from 'react';

/** Something that one feature asks for and another, which it does not know, does. */
export class Request<T> {
  #answers: readonly ((what: T) => void)[] = [];
  readonly #listeners = new Set<() => void>();

  /** Asks the answerer that came last; gives false when nobody answers. */
  ask(what: T): boolean {
    const answer = this.#answers.at(-1);
    answer?.(what);
    return answer !== undefined;
  }

  /** Says whether somebody answers now. */
  get isAnswered(): boolean {
    return this.#answers.length > 0;
  }

  /** Answers from now on; gives the function that ends it. */
  readonly answer = (answer: (what: T) => void): (() => void) => {
    this.#publish([...this.#answers, answer]);
    return () => this.#publish(this.#answers.filter((other) => other !== answer));
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #publish(next: readonly ((what: T) => void)[]): void {
    this.#answers = next;
    for (const listener of this.#listeners) listener();
  }
}

/** Answers a request for as long as the component is mounted; give the same function while nothing changes. */
export function useAnswer<T>(request: Request<T>, answer: (what: T) => void): void {
  useEffect(() => request.answer(answer), [request, answer]);
}

/** Says whether somebody answers a request, and renders again when that changes. */
export function useAnswered<T>(request: Request<T>): boolean {
  return useSyncExternalStore(request.subscribe, () => request.isAnswered);
}
