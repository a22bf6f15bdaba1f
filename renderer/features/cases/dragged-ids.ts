import { z } from 'zod';
import { type Id, idSchema } from '#domain/id.ts';
import type { dragTypes } from './workbench.ts';

const payload = z.object({ ids: z.array(idSchema) });

/** Gives the ids that a drop brings; none when it brings something else or was made by another program. */
export function draggedIds(data: DataTransfer, type: (typeof dragTypes)[keyof typeof dragTypes]): Id[] {
  const text = data.getData(type);
  if (text === '') return [];
  try {
    return payload.safeParse(JSON.parse(text)).data?.ids ?? [];
  } catch (error) {
    // Not JSON: another program uses the same type name.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Puts ids into a drag, and their labels as text for drops outside. */
export function dragIds(
  data: DataTransfer,
  type: (typeof dragTypes)[keyof typeof dragTypes],
  ids: readonly Id[],
  text: string,
): void {
  data.setData(type, JSON.stringify({ ids }));
  data.setData('text/plain', text);
  data.effectAllowed = 'copyLink';
}
