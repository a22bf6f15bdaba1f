import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Id } from '#domain/id.ts';
import { useOpenCase } from '#store/use-case.ts';
import { followNote, type Loaded, loadNote, NoteWriting, type Saving, saveNotes } from './note-writing.ts';

/**
 * A note that is open here: being written by this window, only followed because another window writes it, or shown as it
 * lies because it cannot be read.
 */
export type OpenNote =
  | { state: 'loading' }
  | { state: 'writing'; loaded: Extract<Loaded, { state: 'readable' }>; writing: NoteWriting }
  | { state: 'following'; loaded: Extract<Loaded, { state: 'readable' }> }
  | { state: 'unreadable'; loaded: Extract<Loaded, { state: 'unreadable' }> }
  | { state: 'failed'; error: unknown };

/** How long another window's lock may take to be let go before we say that we only follow, in milliseconds. */
const patience = 120;

/** Opens a note for writing; while another window writes it, follows that and takes over when it lets go. */
export function useNote(note: Id): OpenNote {
  const opened = useOpenCase();
  const [open, setOpen] = useState<OpenNote>({ state: 'loading' });
  const fail = useCallback((error: unknown) => setOpen({ state: 'failed', error }), []);

  useEffect(() => {
    const leaving = new AbortController();
    let stopFollowing = () => {};
    let writing: NoteWriting | null = null;

    const write = async () => {
      stopFollowing();
      const loaded = await loadNote(opened, note);
      if (leaving.signal.aborted) return;
      if (loaded.state === 'unreadable') return setOpen({ state: 'unreadable', loaded });
      writing = new NoteWriting(opened, note, loaded);
      setOpen({ state: 'writing', loaded, writing });
    };
    const follow = () => {
      stopFollowing = followNote(opened, note, (loaded) =>
        setOpen(loaded.state === 'unreadable' ? { state: 'unreadable', loaded } : { state: 'following', loaded }),
      );
    };

    const waiting = setTimeout(follow, patience);
    navigator.locks
      .request(`note:${note}`, { signal: leaving.signal }, async () => {
        clearTimeout(waiting);
        await write();
        await new Promise<void>((resolve) => {
          if (leaving.signal.aborted) resolve();
          leaving.signal.addEventListener('abort', () => resolve(), { once: true });
        });
        await writing?.close();
      })
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) fail(error);
      });
    return () => {
      clearTimeout(waiting);
      stopFollowing();
      leaving.abort();
    };
  }, [opened, note, fail]);
  return open;
}

/** How the saving of a note stands. */
export function useSaving(writing: NoteWriting): Saving {
  return useSyncExternalStore(writing.subscribe, () => writing.saving);
}

/** Saves what is being written whenever the window is hidden, left or about to go. Mounted where notes are written. */
export function useSaveOnLeaving(): void {
  useEffect(() => {
    const save = () => void saveNotes();
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') save();
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', save);
    window.addEventListener('blur', save);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', save);
      window.removeEventListener('blur', save);
    };
  }, []);
}
