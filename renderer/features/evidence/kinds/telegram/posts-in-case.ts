import { useMemo } from 'react';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { parseTelegramLink } from '#domain/telegram-link.ts';
import { useTable } from '#store/use-case.ts';

/** The chat and number of an imported post, by its key; undefined for one that was described by hand. */
export function placeInChat(key: string | undefined): { readonly chat: string; readonly message: number } | undefined {
  const [, chat, message] = /^(telegram:.+)\/(-?\d+)$/.exec(key ?? '') ?? [];
  return chat === undefined ? undefined : { chat, message: Number(message) };
}

/** Gives the exhibit made of the post that a reply names by its key or its address; undefined when the case has none. */
export function useReplied(reply: string | undefined): Exhibit | undefined {
  const exhibits = useTable('exhibits');
  return useMemo(() => {
    const key = reply === undefined ? undefined : placeInChat(reply) ? reply : keyOfLink(reply);
    if (key === undefined) return undefined;
    return [...exhibits.values()].find((exhibit) => exhibit.key === key && exhibit.gone === undefined);
  }, [exhibits, reply]);
}

function keyOfLink(link: string): string | undefined {
  const reading = parseTelegramLink(link);
  return reading.ok && reading.link.kind === 'private-post'
    ? `telegram:channel:${reading.link.channel}/${reading.link.post}`
    : undefined;
}

/** Gives the other exhibits of a post's album, in the order of their numbers. */
export function useAlbum(exhibit: Exhibit<'telegram'>): readonly Exhibit[] {
  const exhibits = useTable('exhibits');
  const { album } = exhibit.body;
  const chat = placeInChat(exhibit.key)?.chat;
  return useMemo(() => {
    if (album === undefined || chat === undefined) return [];
    const others = [...exhibits.values()].flatMap((other) =>
      other.kind === 'telegram' &&
      other.id !== exhibit.id &&
      other.gone === undefined &&
      other.body.album === album &&
      placeInChat(other.key)?.chat === chat
        ? [other]
        : [],
    );
    return others.sort((a, b) => (a.body.message ?? 0) - (b.body.message ?? 0));
  }, [exhibits, exhibit.id, album, chat]);
}
