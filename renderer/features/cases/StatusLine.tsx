import { type ReactNode, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';

let place: HTMLElement | null = null;
const listeners = new Set<() => void>();

function setPlace(element: HTMLElement | null): void {
  place = element;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where the view's own state is told, at the left of the status bar. Mounted once, by the frame. */
export function StatusPlace({ className }: { readonly className: string }) {
  return <div ref={setPlace} className={className} />;
}

/** Tells something of the view's state in the status bar, for as long as it is mounted. */
export function StatusLine({ children }: { readonly children: ReactNode }) {
  const element = useSyncExternalStore(subscribe, () => place);
  return element ? createPortal(children, element) : null;
}
