import { type DragEvent, useState } from 'react';
import type { Id } from '#domain/id.ts';
import { draggedIds, dragIds } from '#features/cases/dragged-ids.ts';
import { dragTypes } from '#features/cases/workbench.ts';

/** What an element gets so that a claim can be dragged from it. */
export function dragsClaim(claim: { id: Id; label: string }) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      dragIds(event.dataTransfer, dragTypes.claims, [claim.id], claim.label);
    },
  };
}

/** Gives what an element gets so that exhibits can be dropped on it, with `data-dropping` while they hang above it. */
export function useExhibitDrop(onDrop: (exhibits: readonly Id[]) => void) {
  const [over, setOver] = useState(0);
  const holds = (event: DragEvent) => event.dataTransfer.types.includes(dragTypes.exhibits);
  return {
    'data-dropping': over > 0 ? '' : undefined,
    onDragEnter: (event: DragEvent) => {
      if (holds(event)) setOver((now) => now + 1);
    },
    onDragLeave: (event: DragEvent) => {
      if (holds(event)) setOver((now) => Math.max(0, now - 1));
    },
    onDragOver: (event: DragEvent) => {
      if (!holds(event)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'link';
    },
    onDrop: (event: DragEvent) => {
      setOver(0);
      if (!holds(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const dropped = draggedIds(event.dataTransfer, dragTypes.exhibits);
      if (dropped.length > 0) onDrop(dropped);
    },
  };
}
