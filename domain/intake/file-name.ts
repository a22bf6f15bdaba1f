import type { Drop } from './importer.ts';

/** Gives the last step of a path. Both `/` and `\` part steps: a name from another system must not carry a folder along. */
export function nameOf(path: string): string {
  return path.slice(lastSlash(path) + 1);
}

/** Gives the folder of a path with its slash; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, lastSlash(path) + 1);
}

/** Gives a name without its last ending, and that ending in small letters (empty where there is none). */
export function splitEnding(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.');
  return dot <= 0
    ? { stem: name, ending: '' }
    : { stem: name.slice(0, dot), ending: name.slice(dot + 1).toLowerCase() };
}

function lastSlash(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
}

const bySpelling = new WeakMap<Drop, ReadonlyMap<string, readonly string[]>>();

/**
 * Finds a dropped file by its path: the exact one, else the only one whose path differs in nothing but Unicode normal form
 * (a sidecar written on one system, its film on another). Of two such twins neither is chosen.
 */
export function findPath(drop: Drop, path: string): string | undefined {
  if (drop.has(path)) return path;
  let spelled = bySpelling.get(drop);
  if (!spelled) {
    const groups = new Map<string, string[]>();
    for (const key of drop.keys()) {
      const group = groups.get(key.normalize('NFC'));
      if (group) group.push(key);
      else groups.set(key.normalize('NFC'), [key]);
    }
    bySpelling.set(drop, groups);
    spelled = groups;
  }
  const found = spelled.get(path.normalize('NFC')) ?? [];
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Groups files under those whose names they begin with: for each file, the longest beginning (cut at a dot) that `owner` gives
 * an existing file for. `Film.en.vtt` belongs to the file that `owner('Film.en')`, else `owner('Film')`, names. What follows
 * the beginning must look like endings: `Film. Part 2.mp4` does not belong to `Film`.
 */
export function groupByStem(drop: Drop, owner: (stem: string) => string | undefined): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of drop.keys()) {
    const first = folderOf(path).length;
    for (let dot = path.lastIndexOf('.'); dot > first; dot = path.lastIndexOf('.', dot - 1)) {
      if (!/^[\w.-]{1,60}$/.test(path.slice(dot + 1))) break;
      const main = owner(path.slice(0, dot));
      if (main === undefined) continue;
      if (main === path) break;
      const group = groups.get(main);
      if (group) group.push(path);
      else groups.set(main, [path]);
      break;
    }
  }
  return groups;
}
