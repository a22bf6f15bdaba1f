import { useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Id } from '#domain/id.ts';
import { useOpenCase } from '#store/use-case.ts';
import { followNote, type Loaded, loadNote, NoteWriting, type Saving, saveNotes, writingOf } from './note-writing.ts';

/**
 * A note that is open here: being written by this window, only followed because another window writes it, or shown as it
 * lies because it cannot be read.
 */
export type OpenNote =
  | { state: 'loading' }
  | { state: 'writing'; writing: NoteWriting }
  | { state: 'following'; loaded: Extract<Loaded, { state: 'readable' }> }
  | { state: 'unreadable'; loaded: Extract<Loaded, { state: 'unreadable' }> }
  | { state: 'failed'; error: unknown };

/** How long another window's lock may take to be let go before we say that we only follow, in milliseconds. */
const patience = 120;

/**
 * Opens a note for writing; while another window writes it, follows that and takes over when it lets go. `onUnsaved` is told
 * when the note was left and its text could not be put on disk yet.
 */
export function useNote(note: Id, onUnsaved: () => void): OpenNote {
  const opened = useOpenCase();
  const [open, setOpen] = useState<OpenNote>({ state: 'loading' });
  const fail = useCallback((error: unknown) => setOpen({ state: 'failed', error }), []);

  const leave = useEffectEvent(async (writing: NoteWriting) => {
    await writing.close();
    if (typeof writing.saving !== 'string') onUnsaved();
  });

  useEffect(() => {
    // Subtle: left a moment ago, its text may still be on the way to the disk; the window still holds its lock.
    const still = writingOf(note);
    if (still) {
      still.takeUp();
      setOpen({ state: 'writing', writing: still });
      return () => void leave(still);
    }
    const leaving = new AbortController();
    let stopFollowing = () => {};
    let writing: NoteWriting | null = null;

    const write = async () => {
      stopFollowing();
      const loaded = await loadNote(opened, note);
      if (leaving.signal.aborted) return;
      if (loaded.state === 'unreadable') return setOpen({ state: 'unreadable', loaded });
      writing = new NoteWriting(opened, note, loaded);
      setOpen({ state: 'writing', writing });
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
        if (!writing) return;
        void leave(writing);
        await writing.closed;
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
