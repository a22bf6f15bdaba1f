// biome-ignore-all lint/a11y/noStaticElementInteractions: the roles are there, chosen while running: listbox and option, or grid and row
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the roles are chosen while running, and the properties with them
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the list takes the keys for its active row
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtual and scroll as this does
// biome-ignore-all lint/a11y/useFocusableInteractive: the list holds the focus and names its active row
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { idsBetween, movedIndex, withToggled } from './row-selection.ts';
import styles from './VirtualList.module.css';

/** How a row is shown just now. */
export interface RowState {
  readonly index: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
}

export interface VirtualListProps<Item> {
  /** What is listed, in words for screen readers. */
  readonly label: string;
  /** `listbox` when rows are only read and chosen; `grid` when a row holds buttons or links. */
  readonly role?: 'listbox' | 'grid';
  readonly items: readonly Item[];
  /** A string that is the item's own and stays so. */
  readonly idOf: (item: Item) => string;
  /** Pixels; every row has the same height. To change it, give the list another `key`. */
  readonly rowHeight: number;
  /** How many rows stand side by side, each as wide as the others; one without it. */
  readonly columns?: number;
  readonly renderRow: (item: Item, state: RowState) => ReactNode;
  /** What else a row's element gets: dragging, a context menu. */
  readonly rowProps?: (item: Item) => HTMLAttributes<HTMLDivElement>;
  readonly selection: ReadonlySet<string>;
  readonly onSelectionChange: (selection: ReadonlySet<string>) => void;
  /** Enter or a double click opens in the `panel`; with Ctrl or ⌘ in `full`. */
  readonly onOpen?: (item: Item, where: 'panel' | 'full') => void;
  /** The row the keyboard is on, when the caller holds it; otherwise the list does. */
  readonly activeId?: string | null;
  readonly onActiveChange?: (id: string) => void;
  /** Any other key pressed on the active row, as in C to cite. Call `preventDefault` on what is handled. */
  readonly onRowKey?: (item: Item, event: KeyboardEvent<HTMLDivElement>) => void;
}

/**
 * A list of any length, of which only the rows in sight are made. It is one stop of the Tab key. Arrows, Home, End and
 * the page keys move; Space selects; Shift with a move selects the range; Ctrl-A selects all, Escape nothing.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, role = 'listbox', items, idOf, rowHeight, columns = 1, renderRow, rowProps } = props;
  const { selection, onSelectionChange } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const baseId = useId();
  const ids = useMemo(() => items.map(idOf), [items, idOf]);
  const [ownActiveId, setOwnActiveId] = useState<string | null>(null);
  const [anchorId, setAnchorId] = useState<string | null>(null);
  const activeId = props.activeId === undefined ? ownActiveId : props.activeId;
  const active = useMemo(() => (activeId === null ? -1 : ids.indexOf(activeId)), [ids, activeId]);

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    lanes: columns,
    // Subtle: the active row is always made, or `aria-activedescendant` would name nothing after scrolling away.
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      return active < 0 || rows.includes(active) ? rows : [...rows, active].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active, { align: 'auto' });
  }, [virtualizer, active]);

  const goTo = (index: number) => {
    const id = ids[index];
    if (id === undefined) return;
    setOwnActiveId(id);
    props.onActiveChange?.(id);
  };
  const selectRange = (to: number) => {
    const from = anchorId === null ? active : ids.indexOf(anchorId);
    const start = from < 0 ? to : from;
    setAnchorId(ids[start] ?? null);
    onSelectionChange(idsBetween(ids, start, to));
  };
  const toggle = (index: number) => {
    const id = ids[index];
    if (id === undefined) return;
    setAnchorId(id);
    onSelectionChange(withToggled(selection, id));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    const mod = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const to = event.altKey ? undefined : movedIndex(event.key, active, items.length, page, columns);
    const item = items[active];
    if (to !== undefined) {
      if (event.shiftKey) selectRange(to);
      goTo(to);
    } else if (event.key === ' ' && !mod && active >= 0) {
      if (event.shiftKey) selectRange(active);
      else toggle(active);
    } else if (event.key === 'Enter' && item !== undefined && props.onOpen) {
      props.onOpen(item, mod ? 'full' : 'panel');
    } else if (mod && !event.altKey && event.key.toLowerCase() === 'a') {
      onSelectionChange(new Set(ids));
    } else if (event.key === 'Escape' && selection.size > 0) {
      onSelectionChange(new Set());
    } else {
      if (item !== undefined) props.onRowKey?.(item, event);
      return;
    }
    event.preventDefault();
  };

  const onRowClick = (index: number, event: MouseEvent) => {
    const id = ids[index];
    if (id === undefined) return;
    if (event.shiftKey) selectRange(index);
    else if (event.ctrlKey || event.metaKey) toggle(index);
    else {
      setAnchorId(id);
      onSelectionChange(new Set([id]));
    }
    goTo(index);
  };

  const isGrid = role === 'grid';
  return (
    <div
      ref={scroller}
      role={role}
      aria-label={label}
      aria-multiselectable="true"
      aria-rowcount={isGrid ? items.length : undefined}
      aria-activedescendant={active < 0 ? undefined : `${baseId}-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && active < 0) goTo(virtualizer.range?.startIndex ?? 0);
      }}
      className={styles.scroller}
    >
      <div role="presentation" className={styles.whole} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, lane }) => {
          const item = items[index];
          const id = ids[index];
          if (item === undefined || id === undefined) return null;
          const state = { index, isActive: index === active, isSelected: selection.has(id) };
          const row = renderRow(item, state);
          return (
            <div
              {...rowProps?.(item)}
              key={id}
              id={`${baseId}-${index}`}
              role={isGrid ? 'row' : 'option'}
              aria-selected={state.isSelected}
              aria-setsize={isGrid ? undefined : items.length}
              aria-posinset={isGrid ? undefined : index + 1}
              aria-rowindex={isGrid ? index + 1 : undefined}
              data-active={state.isActive || undefined}
              onClick={(event) => onRowClick(index, event)}
              onDoubleClick={(event) => props.onOpen?.(item, event.ctrlKey || event.metaKey ? 'full' : 'panel')}
              className={styles.row}
              style={{
                height: rowHeight,
                width: `${100 / columns}%`,
                insetInlineStart: `${(100 * lane) / columns}%`,
                insetBlockStart: start,
              }}
            >
              {isGrid ? (
                <div role="gridcell" className={styles.cell}>
                  {row}
                </div>
              ) : (
                row
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
