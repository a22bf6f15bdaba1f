import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { beginFileSave } from './save-file.ts';

const schema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(480).max(20_000),
  height: z.int().min(320).max(20_000),
  maximized: z.boolean(),
});

/** Where the window stood and how large it was when it was last closed, in device-independent pixels. */
export type WindowState = z.infer<typeof schema>;

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * The state kept in a file; null where there is none, where it does not read, and where no more than a corner of that
 * window would be seen on the screens there are now (`areas`).
 */
export async function readWindowState(path: string, areas: Area[]): Promise<WindowState | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = schema.safeParse(jsonOrNull(text));
  if (!parsed.success) return null;
  return areas.some((area) => seenOn(parsed.data, area)) ? parsed.data : null;
}

/** Keeps the state, whole or not at all. Fails with a DesktopError. */
export async function writeWindowState(path: string, state: WindowState): Promise<void> {
  const save = await beginFileSave(path);
  await save.write(new TextEncoder().encode(JSON.stringify(state)));
  await save.finish();
}

/** Enough of the window is on the area to see it, its upper edge included: by that it is moved. */
function seenOn(state: WindowState, area: Area): boolean {
  const across = Math.min(state.x + state.width, area.x + area.width) - Math.max(state.x, area.x);
  const edgeIsOn = state.y >= area.y - 10 && state.y <= area.y + area.height - 100;
  return across >= 200 && edgeIsOn;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // cut short or not ours: as good as none
  }
}
