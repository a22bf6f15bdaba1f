import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';
import styles from './toasts.module.css';
import { useAction } from './use-action.ts';

/** A short word about what was done. It leaves by itself, so nothing may be said only here. */
export interface Toast {
  readonly text: string;
  /** What can still be done about it, usually “Undo”. */
  readonly action?: { readonly label: string; readonly run: () => void | Promise<void> } | undefined;
  readonly tone?: 'plain' | 'problem';
  /** Follows what the toast is about: calls back when it has nothing to say any more; gives the function that ends it. */
  readonly until?: ((over: () => void) => () => void) | undefined;
}

interface ShownToast extends Toast {
  readonly id: number;
}

const STAYS_MS = 6000;
const MOST_AT_ONCE = 4;

let shown: readonly ShownToast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly ShownToast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows a toast for six seconds, longer while it is pointed at or focused. Gives a function that removes it. */
export function showToast(toast: Toast): () => void {
  lastId += 1;
  const id = lastId;
  publish([...shown, { ...toast, id }].slice(-MOST_AT_ONCE));
  return () => publish(shown.filter((other) => other.id !== id));
}

/** Takes away all toasts but those of problems: what they offer belongs to a place that is left. */
export function clearToasts(): void {
  publish(shown.filter((toast) => toast.tone === 'problem'));
}

interface ToastWords {
  readonly dismissLabel: string;
  /** What a toast says when what it offered failed. */
  readonly failedText: string;
}

/** The place where toasts show, at the foot of the window. Mount it once. */
export function Toasts(words: ToastWords) {
  const toasts = useSyncExternalStore(subscribe, () => shown);
  return (
    // Subtle: the attribute keeps toasts within reach while a dialog hides everything else, and pressing one closes nothing.
    <div role="status" aria-live="polite" className={styles.place} data-react-aria-top-layer="true">
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} {...words} />
      ))}
    </div>
  );
}

function ToastView({ toast, dismissLabel, failedText }: ToastWords & { readonly toast: ShownToast }) {
  const [held, setHeld] = useState<ReadonlySet<'pointer' | 'focus'>>(new Set());
  const [act, { busy, error }] = useAction(async () => toast.action?.run());
  const isHeld = held.size > 0 || busy || error !== null;
  const hold = (by: 'pointer' | 'focus') => setHeld((now) => new Set([...now, by]));
  const release = (by: 'pointer' | 'focus') => setHeld((now) => new Set([...now].filter((other) => other !== by)));
  const { id, until } = toast;
  const leave = useCallback(() => publish(shown.filter((other) => other.id !== id)), [id]);

  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(leave, STAYS_MS);
    return () => clearTimeout(timer);
  }, [isHeld, leave]);
  useEffect(() => until?.(leave), [until, leave]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing and focusing only hold the toast; its buttons act
    <div
      className={classes(styles.toast, (toast.tone === 'problem' || error !== null) && styles.problem)}
      onPointerEnter={() => hold('pointer')}
      onPointerLeave={() => release('pointer')}
      onFocus={() => hold('focus')}
      onBlur={() => release('focus')}
    >
      <span dir="auto" className={styles.text}>
        {error ? `${failedText} ${error.message}` : toast.text}
      </span>
      {toast.action && (
        <Button variant="link" onPress={() => void act().then((done) => done && leave())}>
          {toast.action.label}
        </Button>
      )}
      <IconButton label={dismissLabel} onPress={leave}>
        ×
      </IconButton>
    </div>
  );
}
