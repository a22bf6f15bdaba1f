import { useCallback, useMemo, useSyncExternalStore } from 'react';

/**
 * A remembered choice of how the tool looks or behaves: nothing of a case, nothing that may not be lost. `read` takes
 * whatever JSON was stored and gives the value, or undefined when it is not one.
 */
export interface Preference<Value> {
  readonly key: string;
  readonly fallback: Value;
  readonly read: (stored: unknown) => Value | undefined;
}

const listeners = new Set<() => void>();
/** What could not be stored (storage full or refused) still holds until the window closes. */
const unstored = new Map<string, string>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function rawValue(key: string): string | null {
  const kept = unstored.get(key);
  if (kept !== undefined) return kept;
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // Storage is refused: the fallback holds, as on a first start.
  }
}

function parse<Value>(preference: Preference<Value>, raw: string | null): Value {
  if (raw === null) return preference.fallback;
  try {
    return preference.read(JSON.parse(raw)) ?? preference.fallback;
  } catch {
    return preference.fallback; // Not JSON: written by something else, or broken.
  }
}

/** Reads a preference outside React. */
export function getPreference<Value>(preference: Preference<Value>): Value {
  return parse(preference, rawValue(preference.key));
}

/** Remembers a preference and tells everything that shows it. */
export function setPreference<Value>(preference: Preference<Value>, value: Value): void {
  const raw = JSON.stringify(value);
  try {
    localStorage.setItem(preference.key, raw);
    unstored.delete(preference.key);
  } catch {
    unstored.set(preference.key, raw);
  }
  for (const listener of listeners) listener();
}

/** A preference and the function that changes it. Define the preference once, outside the component. */
export function usePreference<Value>(preference: Preference<Value>): [Value, (value: Value) => void] {
  // Subtle: the stored text is what is compared; a parsed object would be new each time and render for ever.
  const raw = useSyncExternalStore(subscribe, () => rawValue(preference.key));
  const value = useMemo(() => parse(preference, raw), [preference, raw]);
  const set = useCallback((next: Value) => setPreference(preference, next), [preference]);
  return [value, set];
}

/** Calls back after any preference changed, here or in another window. Gives the function that ends it. */
export function watchPreferences(listener: () => void): () => void {
  return subscribe(listener);
}

/** Reads one of the given words. */
export function oneOf<Word extends string>(...words: readonly Word[]): (stored: unknown) => Word | undefined {
  return (stored) => words.find((word) => word === stored);
}

/** Reads true or false. */
export function trueOrFalse(stored: unknown): boolean | undefined {
  return typeof stored === 'boolean' ? stored : undefined;
}
