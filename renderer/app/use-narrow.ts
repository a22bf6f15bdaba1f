import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 999px)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Says whether the window is too narrow for three panes side by side, so that the panel becomes a drawer. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
