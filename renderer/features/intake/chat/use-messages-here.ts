import { useMemo } from 'react';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { postText } from '#domain/evidence/kinds/telegram.ts';
import type { ListedMessage } from '#domain/intake/telegram/telegram-listing.ts';
import { TITLED } from '#domain/intake/telegram/telegram-same.ts';
import { useTable } from '#store/use-case.ts';

/** Gives the exhibit that was made of a message. */
export type HereOf = (message: Pick<ListedMessage, 'id' | 'text'>) => Exhibit | undefined;

/**
 * Finds the exhibits that were made of messages of a chat; of several editions the latest that is not in the trash. Between pages,
 * which name no ids of chats, and JSON a message is known by the chat's title and its own number when the words are the same.
 */
export function useMessagesHere(chatKey: string, title: string): HereOf {
  const exhibits = useTable('exhibits');
  return useMemo(() => {
    const here = new Map<number, Exhibit>();
    const titled = new Map<number, Exhibit>();
    const start = `${chatKey}/`;
    const add = (to: Map<number, Exhibit>, id: number, exhibit: Exhibit) => {
      if (exhibit.gone === undefined || !to.has(id)) to.set(id, exhibit);
    };
    for (const exhibit of exhibits.values()) {
      const { key } = exhibit;
      if (key?.startsWith(start)) add(here, Number(key.slice(start.length)), exhibit);
      else if (isOfOtherForm(exhibit, chatKey, title)) add(titled, exhibit.body.message ?? Number.NaN, exhibit);
    }
    return ({ id, text }) => {
      const other = titled.get(id);
      return here.get(id) ?? (other && hasWords(other, text) ? other : undefined);
    };
  }, [exhibits, chatKey, title]);
}

/** Says whether an exhibit came from pages where this is JSON, or the other way round, of a chat of the same title. */
function isOfOtherForm(exhibit: Exhibit, chatKey: string, title: string): exhibit is Exhibit<'telegram'> {
  if (exhibit.kind !== 'telegram' || !exhibit.key?.startsWith('telegram:')) return false;
  const { channel, message } = exhibit.body;
  if (message === undefined || channel?.name === undefined || channel.name.trim() !== title.trim()) return false;
  return exhibit.key.startsWith(TITLED) !== chatKey.startsWith(TITLED);
}

/** What is listed of a message begins with its text; below it stand the names of files, places, answers. */
function hasWords(exhibit: Exhibit, listed: string): boolean {
  if (exhibit.kind !== 'telegram') return false;
  const plain = (text: string) =>
    text
      .normalize('NFC')
      .replaceAll(/[\u2028\u2029]/g, '\n')
      .trim();
  return plain(listed).startsWith(plain(postText(exhibit.body.text)));
}
