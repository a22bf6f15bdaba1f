import { type DragEvent, useState } from 'react';
import { z } from 'zod';
import type { Id } from '#domain/id.ts';
import { idSchema } from '#domain/id.ts';
import { dragTypes } from '#features/cases/workbench.ts';

const payload = z.object({ ids: z.array(idSchema) });

/** What an element gets so that a claim can be dragged from it. */
export function dragsClaim(claim: { id: Id; label: string }) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(dragTypes.claims, JSON.stringify({ ids: [claim.id] }));
      event.dataTransfer.setData('text/plain', claim.label);
      event.dataTransfer.effectAllowed = 'copyLink';
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
      event.dataTransfer.dropEffect = 'link';
    },
    onDrop: (event: DragEvent) => {
      setOver(0);
      if (!holds(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const dropped = readIds(event.dataTransfer.getData(dragTypes.exhibits));
      if (dropped.length > 0) onDrop(dropped);
    },
  };
}

/** A drag may come from anywhere: what is not a list of ids is nothing. */
function readIds(text: string): readonly Id[] {
  try {
    return payload.safeParse(JSON.parse(text)).data?.ids ?? [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
