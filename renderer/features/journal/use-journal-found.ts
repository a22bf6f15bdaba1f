import { useEffect, useRef, useState } from 'react';
import type { Id } from '#domain/id.ts';
import type { JournalEntry } from '#domain/journal.ts';
import { journalPage } from '#store/journal.ts';

/** How many entries are looked through at once: one can be about thousands of records. */
const stretch = 500;

/** What is shown of the journal, and how many entries pass the filter. */
export interface JournalFound {
  readonly entries: readonly JournalEntry[];
  readonly count: number;
  /** Whether the whole journal was looked through; until then more may be found. */
  readonly whole: boolean;
}

interface Asked {
  readonly caseId: Id;
  /** How many entries the journal has now; it is looked through again when it grew. */
  readonly total: number;
  /** How many entries are shown at most. */
  readonly wanted: number;
  /** In lower case; empty where all entries are shown. */
  readonly words: string;
  /** Gives the words of an entry, as the view shows them. */
  readonly wordsOf: (entry: JournalEntry) => string;
}

const NOTHING_YET: JournalFound = { entries: [], count: 0, whole: false };

/**
 * Gives the entries of a case's journal, newest first, that have the words. While the journal is looked through, what was found
 * for the same words stays. A failed reading is thrown to the nearest failure screen.
 */
export function useJournalFound({ caseId, total, wanted, words, wordsOf }: Asked): JournalFound {
  const [found, setFound] = useState<JournalFound & { readonly words: string }>({ ...NOTHING_YET, words });
  const [failed, setFailed] = useState<{ readonly thrown: unknown } | null>(null);
  // Subtle: the words of entries change with every record that is renamed; that alone does not look through the journal again.
  const latestWordsOf = useRef(wordsOf);
  useEffect(() => {
    latestWordsOf.current = wordsOf;
  });
  useEffect(() => {
    let left = false;
    const show = (next: JournalFound) => {
      if (left) return;
      setFound((now) => (next.whole || now.words !== words || !now.whole ? { ...next, words } : now));
    };
    const read = async () => {
      if (total === 0) return;
      if (words === '') {
        show({ entries: await journalPage(caseId, Math.min(wanted, total)), count: total, whole: true });
        return;
      }
      const entries: JournalEntry[] = [];
      let count = 0;
      let last: JournalEntry | undefined;
      do {
        const page = await journalPage(caseId, stretch, last);
        for (const entry of page) {
          if (!latestWordsOf.current(entry).toLocaleLowerCase().includes(words)) continue;
          count += 1;
          if (entries.length < wanted) entries.push(entry);
        }
        last = page.length === stretch ? page.at(-1) : undefined;
        show({ entries: [...entries], count, whole: last === undefined });
      } while (last && !left);
    };
    read().catch((thrown: unknown) => {
      if (!left) setFailed({ thrown });
    });
    return () => {
      left = true;
    };
  }, [caseId, total, wanted, words]);
  if (failed) throw failed.thrown;
  return found.words === words ? found : NOTHING_YET;
}
