import { useMemo } from 'react';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { useTable } from '#store/use-case.ts';

/** The exhibits that were made of messages of a chat, by the message's id; of several editions the latest that is not in the trash. */
export function useMessagesHere(chatKey: string): ReadonlyMap<number, Exhibit> {
  const exhibits = useTable('exhibits');
  return useMemo(() => {
    const here = new Map<number, Exhibit>();
    const start = `${chatKey}/`;
    for (const exhibit of exhibits.values()) {
      if (!exhibit.key?.startsWith(start)) continue;
      const id = Number(exhibit.key.slice(start.length));
      if (exhibit.gone === undefined || !here.has(id)) here.set(id, exhibit);
    }
    return here;
  }, [exhibits, chatKey]);
}
