import { useEffect, useSyncExternalStore } from 'react';

/** Something that one feature asks for and another, which it does not know, does. */
class Request<T> {
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

  /** Answers for as long as the component is mounted; give the same function while nothing changes. Null answers nothing. */
  useAnswer(answer: ((what: T) => void) | null): void {
    const add = this.answer;
    useEffect(() => (answer ? add(answer) : undefined), [add, answer]);
  }

  /** Says whether somebody answers now, and renders again when that changes. */
  useAnswered(): boolean {
    return useSyncExternalStore(this.subscribe, () => this.#answers.length > 0);
  }

  #publish(next: readonly ((what: T) => void)[]): void {
    this.#answers = next;
    for (const listener of this.#listeners) listener();
  }
}

/** Makes a request that views can ask and answer. */
export function requestFor<T>(): Request<T> {
  return new Request<T>();
}
