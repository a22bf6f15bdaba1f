/** How far a change that takes long has come. */
export interface WritingProgress {
  readonly done: number;
  readonly total: number;
}

let progress: WritingProgress | null = null;
const listeners = new Set<() => void>();

/** How far the change that is being written in this window has come; null while there is none, or only a short one. */
export function writingProgress(): WritingProgress | null {
  return progress;
}

/** Calls back whenever {@link writingProgress} gives something else. */
export function onWriting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says how far a change has come. */
export function tellWriting(next: WritingProgress | null): void {
  if (next === progress) return;
  progress = next;
  for (const listener of listeners) listener();
}
