import type { JournalEntry } from '#domain/journal.ts';

/** What is needed of a journal entry to tell whether two journals have it both. */
export type EntryMark = Pick<JournalEntry, 'device' | 'seq' | 'hash' | 'at' | 'by'>;

/** What one of two journals has that the other has not: how many entries, and the last of them. */
export interface OnlyThere {
  entries: number;
  last: { at: string; by: string };
}

/** How two journals of one case stand to each other; null where a side has nothing of its own. */
export interface Comparison {
  here: OnlyThere | null;
  file: OnlyThere | null;
  /** Devices whose chains part: both sides have an entry of one number, and it is not the same. */
  parted: string[];
}

/**
 * Compares the journal on this device with the one of a file, entry by entry, by their hashes. With nothing only here and something only
 * in the file, the file goes on from the case here, and all that was done here is in it.
 */
export function compareJournals(here: Iterable<EntryMark>, file: Iterable<EntryMark>): Comparison {
  const rest = new Map([...file].map((entry) => [`${entry.device} ${entry.seq}`, entry]));
  const parted = new Set<string>();
  const onlyHere: EntryMark[] = [];
  for (const entry of here) {
    const key = `${entry.device} ${entry.seq}`;
    const there = rest.get(key);
    if (there?.hash === entry.hash) {
      rest.delete(key);
      continue;
    }
    onlyHere.push(entry);
    if (there) parted.add(entry.device);
  }
  return { here: summed(onlyHere), file: summed(rest.values()), parted: [...parted] };
}

function summed(entries: Iterable<EntryMark>): OnlyThere | null {
  let last: EntryMark | null = null;
  let count = 0;
  for (const entry of entries) {
    count += 1;
    if (!last || last.at < entry.at) last = entry;
  }
  return last && { entries: count, last: { at: last.at, by: last.by } };
}
