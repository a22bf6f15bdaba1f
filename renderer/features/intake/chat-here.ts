import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Part } from '#domain/intake/importer.ts';

/** What the case holds of the chats of an export, as far as it is worth telling before they are taken in. */
export interface ChatHere {
  /** How many exhibits came without the files that lie among the given ones now. */
  readonly missing: number;
  /** Exhibits of pasted links to messages of these chats, by the channel's own number; or, by no more than a name, perhaps. */
  readonly linked: readonly string[];
  readonly perhapsLinked: readonly string[];
}

/** Looks the messages of chats up among what the case holds. Names are not identities: what only has an equal name is told apart. */
export function chatHere(parts: readonly Part[], exhibits: Iterable<Exhibit>): ChatHere {
  const chats = parts.flatMap(({ title, chat }) =>
    chat ? [{ ...chat, title: letters(title), filed: new Set(chat.filed.map((id) => `${chat.key}/${id}`)) }] : [],
  );
  const linked: string[] = [];
  const perhapsLinked: string[] = [];
  let missing = 0;
  for (const exhibit of exhibits) {
    const { key, label, gone } = exhibit;
    if (gone !== undefined || key === undefined || exhibit.kind !== 'telegram') continue;
    if (chats.some(({ filed }) => filed.has(key)) && isBare(exhibit)) missing += 1;
    const { channel, message } = exhibit.body;
    if (!key.startsWith('telegram:link:') || message === undefined || !channel) continue;
    const mine = chats.filter(({ ids }) => ids.includes(message));
    if (mine.some((chat) => chat.key === `telegram:channel:${channel.id}`)) linked.push(label);
    else if (mine.some(({ title }) => title !== '' && title === letters(channel.handle ?? '')))
      perhapsLinked.push(label);
  }
  return { missing, linked, perhapsLinked };
}

/** Says that an exhibit has no file of its own, and never had one that was taken away. */
function isBare({ assets, stamps }: Exhibit): boolean {
  return (
    Object.values(assets).every(({ role }) => role !== 'original') &&
    Object.keys(stamps).every((path) => !path.startsWith('assets/'))
  );
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
