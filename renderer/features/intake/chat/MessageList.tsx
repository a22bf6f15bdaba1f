// biome-ignore-all lint/a11y/useSemanticElements: a list of hundreds of thousands cannot be a native one
// biome-ignore-all lint/a11y/useFocusableInteractive: the list holds the focus and names its active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the list takes the keys for its active row
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { movedIndex } from '#ui/row-selection.ts';
import styles from './MessageList.module.css';
import { MessageRow } from './MessageRow.tsx';
import type { MessageSelection } from './message-selection.ts';
import { useMessageWords } from './message-words.ts';
import type { ReadChat } from './use-chat.ts';
import { useRows } from './use-listed.ts';
import type { HereOf } from './use-messages-here.ts';

export interface MessageListProps {
  readonly read: ReadChat;
  /** The places shown, in their order; null for all. */
  readonly places: Uint32Array | null;
  readonly here: HereOf;
  readonly selection: MessageSelection;
  readonly onSelectionChange: (selection: MessageSelection) => void;
  /** The place that the keyboard is on. */
  readonly active: number | null;
  readonly onActiveChange: (place: number) => void;
}

const rowHeight = 48;
/** Browsers draw nothing beyond some 33 million pixels. */
export const mostRows = 600_000;

/**
 * The messages of a chat, of which only those in sight are made. Arrows, Home, End and the page keys move; Space and a click on
 * the box choose; Shift with either chooses the range, without service messages; Ctrl-A chooses all shown, Escape none.
 */
export function MessageList(props: MessageListProps) {
  const { read, places, here, selection, onSelectionChange, active, onActiveChange } = props;
  const { t } = useTranslation('chat');
  const words = useMessageWords();
  const { ids, walls, said } = read.opened;
  const count = Math.min(mostRows, places?.length ?? ids.length);
  const placeAt = (index: number) => (places ? (places[index] ?? -1) : index);
  const activeIndex = useMemo(() => {
    if (active === null) return -1;
    return places ? places.indexOf(active) : active;
  }, [active, places]);
  const scroller = useRef<HTMLDivElement>(null);
  const baseId = useId();
  const [anchor, setAnchor] = useState<number | null>(null);

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // Subtle: the active row is always made, or `aria-activedescendant` would name nothing after scrolling away.
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      return activeIndex < 0 || activeIndex >= count || rows.includes(activeIndex)
        ? rows
        : [...rows, activeIndex].sort((a, b) => a - b);
    },
  });
  const hasShown = useRef(false);
  useEffect(() => {
    // A message to begin with stands in the middle, with its neighbours around it.
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: hasShown.current ? 'auto' : 'center' });
    hasShown.current = true;
  }, [virtualizer, activeIndex]);

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const wanted = useMemo(() => {
    const some = [];
    for (let index = first; index <= Math.min(last, first + 200); index += 1)
      some.push(places ? (places[index] ?? -1) : index);
    if (activeIndex >= 0 && active !== null) some.push(active);
    return some.filter((place) => place >= 0 && place < ids.length);
  }, [first, last, places, active, activeIndex, ids.length]);
  const rowOf = useRows(read.chat, wanted);
  const top = virtualizer.range?.startIndex ?? 0;

  const isNewDay = (index: number) => {
    const [now, before] = [walls[placeAt(index)] ?? Number.NaN, walls[placeAt(index - 1)] ?? Number.NaN];
    return index === 0 || Math.floor(now / 86_400_000) !== Math.floor(before / 86_400_000);
  };
  const goTo = (index: number) => onActiveChange(placeAt(index));
  const selectRange = (to: number) => {
    const start = anchor ?? (activeIndex < 0 ? to : activeIndex);
    setAnchor(start);
    const chosen: number[] = [];
    for (let index = Math.min(start, to); index <= Math.max(start, to); index += 1)
      if (said[placeAt(index)] === 1) chosen.push(placeAt(index));
    onSelectionChange(selection.with(chosen, true));
  };
  const toggle = (index: number) => {
    const place = placeAt(index);
    setAnchor(index);
    onSelectionChange(selection.with([place], !selection.has(place)));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const mod = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const to = event.altKey ? undefined : movedIndex(event.key, activeIndex, count, page);
    if (to !== undefined) {
      if (event.shiftKey) selectRange(to);
      else setAnchor(null);
      goTo(to);
    } else if (event.key === ' ' && !mod && activeIndex >= 0) {
      if (event.shiftKey) selectRange(activeIndex);
      else toggle(activeIndex);
    } else if (mod && !event.altKey && event.key.toLowerCase() === 'a') {
      onSelectionChange(selection.with(saidOf(places, said), true));
    } else if (event.key === 'Escape' && selection.count > 0) {
      onSelectionChange(selection.with(selection.places(), false));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onRowClick = (index: number, event: MouseEvent) => {
    if (event.shiftKey) selectRange(index);
    else if (isOnBox(event) || event.ctrlKey || event.metaKey) toggle(index);
    goTo(index);
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={t('messages')}
      aria-multiselectable="true"
      aria-activedescendant={activeIndex < 0 || activeIndex >= count ? undefined : `${baseId}-${activeIndex}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (activeIndex < 0 && count > 0) goTo(top);
      }}
      className={styles.list}
    >
      <div role="presentation" className={styles.whole} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const place = placeAt(index);
          const message = rowOf(place);
          const isSelected = selection.has(place);
          return (
            <div
              key={place}
              id={`${baseId}-${index}`}
              role="option"
              aria-selected={isSelected}
              aria-setsize={count}
              aria-posinset={index + 1}
              data-active={index === activeIndex || undefined}
              data-day={isNewDay(index) || undefined}
              onClick={(event) => onRowClick(index, event)}
              onDoubleClick={(event) => {
                if (!isOnBox(event)) toggle(index);
              }}
              className={styles.row}
              style={{ height: rowHeight, insetBlockStart: start }}
            >
              <MessageRow
                message={message}
                words={words}
                showsDay={index === top || isNewDay(index)}
                isSelected={isSelected}
                here={message && here(message)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The places among those shown of what is said; service messages are chosen one by one. */
export function saidOf(places: Uint32Array | null, said: Uint8Array): number[] {
  const found: number[] = [];
  if (places) for (const place of places) if (said[place] === 1) found.push(place);
  if (!places) for (let place = 0; place < said.length; place += 1) if (said[place] === 1) found.push(place);
  return found;
}

function isOnBox({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('[data-box]') !== null;
}
