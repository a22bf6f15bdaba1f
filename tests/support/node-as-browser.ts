import 'fake-indexeddb/auto';

/** What Node lacks of a browser for the store to run: IndexedDB (above) and locks that are always free to whoever asks. */
const locks = {
  async request(
    _name: string,
    ...rest: [unknown, (lock: object) => unknown] | [(lock: object) => unknown]
  ): Promise<unknown> {
    const hold = rest.length === 2 ? rest[1] : rest[0];
    return hold({});
  },
};

if (!('locks' in (globalThis.navigator ?? {}))) {
  Object.defineProperty(globalThis, 'navigator', { value: { language: 'en', locks }, configurable: true });
}
