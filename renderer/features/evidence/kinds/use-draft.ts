import { useEffect, useRef, useState } from 'react';
import { sameJson } from '#domain/json.ts';

type Entries<Value> = Readonly<Record<string, Value>>;

const QUIET_MS = 1000;

/**
 * Gives entries by key (shots, regions) while somebody writes in them: what is shown at once, and the function that sets it.
 * `save` gets what was written when the writing pauses for a second, when `flush` is called, and when the view goes away; it is
 * given a function that puts only the entries that were touched into the entries as they stand then.
 */
export function useDraft<Value>(
  stored: Entries<Value>,
  save: (write: (now: Entries<Value>) => Record<string, Value>) => Promise<void>,
): { entries: Entries<Value>; set: (next: Entries<Value>) => void; flush: () => Promise<void> } {
  const [draft, setDraft] = useState<{ base: Entries<Value>; next: Entries<Value> } | null>(null);
  const latest = useRef({ draft, save, stored });
  useEffect(() => {
    latest.current = { draft, save, stored };
  });
  const [flush] = useState(() => async () => {
    const { draft: written, save: write } = latest.current;
    if (!written) return;
    latest.current.draft = null;
    await write((now) => withEdits(written.base, written.next, now));
    // Subtle: what was typed while this was being saved is kept, on top of what is saved now.
    setDraft((current) => (current === written ? null : current && { base: written.next, next: current.next }));
  });
  useEffect(() => {
    if (!draft) return;
    const timer = setTimeout(() => void flush(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [draft, flush]);
  useEffect(() => {
    const leave = () => void flush();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [flush]);
  return {
    entries: draft?.next ?? stored,
    set: (next) => setDraft({ base: draft?.base ?? stored, next }),
    flush,
  };
}

/** Gives the entries as they stand now with what was changed between `base` and `next`; everything else stays as it is. */
export function withEdits<Value>(
  base: Entries<Value>,
  next: Entries<Value>,
  now: Entries<Value>,
): Record<string, Value> {
  const touched = [...new Set([...Object.keys(base), ...Object.keys(next)])].filter(
    (key) => !sameJson(base[key], next[key]),
  );
  const untouched = Object.entries(now).filter(([key]) => !touched.includes(key));
  const written = touched.flatMap((key) => {
    const value = next[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries([...untouched, ...written]);
}
