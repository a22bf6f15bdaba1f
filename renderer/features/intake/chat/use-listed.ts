import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ListedMessage, ListingFilter } from '#domain/intake/telegram/telegram-listing.ts';
import type { Chat } from './chat.ts';
import { RowCache } from './row-cache.ts';

/** The places of the messages that pass a filter, in their order; null when all do. The former ones until the new ones are known. */
export function useFiltered(chat: Chat, filter: ListingFilter): Uint32Array | null {
  const [places, setPlaces] = useState<Uint32Array | null>(null);
  useEffect(() => {
    let isOver = false;
    void chat.filter(filter).then((found) => {
      if (!isOver) setPlaces(found);
    });
    return () => {
      isOver = true;
    };
  }, [chat, filter]);
  return places;
}

/** Gives the messages at some places, as far as they have come from the worker; asks for those that have not. */
export function useRows(chat: Chat, wanted: readonly number[]): (place: number) => ListedMessage | undefined {
  const [cache] = useState(() => new RowCache(chat));
  useSyncExternalStore(cache.subscribe, cache.version);
  useEffect(() => cache.want(wanted), [cache, wanted]);
  return (place) => cache.get(place);
}
