import { useCallback, useEffect, useRef, useState } from 'react';

/** A failure that was foreseen: whoever throws it gives it a `code` that the window has words for. */
export interface ExpectedFailure extends Error {
  readonly code: string;
}

/** Says whether an error was foreseen, and so is shown where the person acted; all others are bugs. */
export function isExpectedFailure(error: unknown): error is ExpectedFailure {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** How far a doing has come: `total` is unknown until it is counted. */
export interface ActionProgress {
  readonly done: number;
  readonly total?: number | undefined;
  /** What is being done just now, as in a file's name. */
  readonly at?: string | undefined;
}

/** What the doing gets beside its own arguments. */
export interface ActionTools {
  /** Aborted by Cancel and when the view goes away. */
  readonly signal: AbortSignal;
  readonly report: (progress: ActionProgress) => void;
}

export interface ActionState {
  readonly busy: boolean;
  readonly error: ExpectedFailure | null;
  readonly progress: ActionProgress | null;
  /** Stops the doing that runs; what it did before stays as the doing leaves it. */
  readonly cancel: () => void;
  /** Takes the error away. */
  readonly dismiss: () => void;
}

interface Running {
  readonly busy: boolean;
  readonly error: ExpectedFailure | null;
  readonly progress: ActionProgress | null;
  readonly bug: { readonly thrown: unknown } | null;
}

const IDLE: Running = { busy: false, error: null, progress: null, bug: null };

/**
 * The one place where a doing's errors are caught. `run(...)` starts the doing, unless it is still running, and
 * gives true when it came to its end. An error with a `code` stays in `state.error` until the next run; an abort is
 * no error; any other error is thrown to the nearest failure screen.
 */
export function useAction<Args extends readonly unknown[]>(
  doing: (tools: ActionTools, ...args: Args) => Promise<void>,
): [run: (...args: Args) => Promise<boolean>, state: ActionState] {
  const [running, setRunning] = useState<Running>(IDLE);
  const latest = useRef(doing);
  const controller = useRef<AbortController | null>(null);

  useEffect(() => {
    latest.current = doing;
  });
  useEffect(() => () => controller.current?.abort(), []);

  const run = useCallback(async (...args: Args) => {
    if (controller.current) return false;
    const own = new AbortController();
    controller.current = own;
    setRunning({ ...IDLE, busy: true });
    const report = (progress: ActionProgress) => setRunning({ ...IDLE, busy: true, progress });
    try {
      await latest.current({ signal: own.signal, report }, ...args);
      setRunning(IDLE);
      return true;
    } catch (thrown) {
      if (own.signal.aborted && isAbort(thrown, own.signal)) setRunning(IDLE);
      else if (isExpectedFailure(thrown)) setRunning({ ...IDLE, error: thrown });
      else setRunning({ ...IDLE, bug: { thrown } });
      return false;
    } finally {
      controller.current = null;
    }
  }, []);

  const cancel = useCallback(() => controller.current?.abort(), []);
  const dismiss = useCallback(() => setRunning((now) => ({ ...now, error: null })), []);

  if (running.bug) throw running.bug.thrown;
  const { busy, error, progress } = running;
  return [run, { busy, error, progress, cancel, dismiss }];
}

// Subtle: a DOMException carries a numeric `code`, so an abort is never mistaken for an expected failure.
function isAbort(thrown: unknown, signal: AbortSignal): boolean {
  return thrown === signal.reason || (thrown instanceof Error && thrown.name === 'AbortError');
}
