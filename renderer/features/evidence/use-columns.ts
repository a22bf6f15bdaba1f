import { type RefObject, useEffect, useState } from 'react';

/** Gives how many columns of at least `width` pixels fit into an element, one at the least, as its size changes. */
export function useColumns(element: RefObject<HTMLElement | null>, width: number): number {
  const [columns, setColumns] = useState(1);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setColumns(Math.max(1, Math.floor(entry.contentRect.width / width)));
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, width]);
  return columns;
}
