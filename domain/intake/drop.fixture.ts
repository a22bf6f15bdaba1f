import type { Choice, Drop, DroppedFile, Importer, Item, Recognised, Survey } from './importer.ts';
import { WHOLE } from './survey-items.ts';

/** Makes a drop out of texts and bytes by path; the bytes come in small pieces, as a disk gives them. */
export function dropOf(files: Readonly<Record<string, string | Uint8Array>>): Drop {
  return new Map(Object.entries(files).map(([path, content]) => [path, fileOf(path, content)]));
}

function fileOf(path: string, content: string | Uint8Array): DroppedFile {
  const bytes = new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return {
    path,
    size: bytes.length,
    async *bytes(from = 0, to = bytes.length) {
      for (let at = from; at < Math.min(to, bytes.length); at += 60_000) {
        yield bytes.slice(at, Math.min(at + 60_000, to, bytes.length));
      }
    },
  };
}

/** Asks an importer whether a file of a drop is of its sort, with the bytes that it is allowed to see. */
export async function recognised(importer: Importer, drop: Drop, path: string): Promise<Recognised | undefined> {
  const file = drop.get(path);
  if (!file) throw new Error(`no ${path} in the drop`);
  let head = new Uint8Array(0);
  for await (const piece of file.bytes(0, 65_536)) head = new Uint8Array([...head, ...piece]);
  return importer.recognise(head, file, drop);
}

/** Reads all of a file of a drop: its survey, then its items, parted by sort. Fails when the file is not recognised. */
export async function readAll(importer: Importer, drop: Drop, path: string, choice?: Partial<Choice>) {
  const found = await recognised(importer, drop, path);
  if (!found) throw new Error(`${path} was not recognised`);
  const survey: Survey = await importer.survey(found, drop, () => undefined);
  const items: Item[] = [];
  const all = { parts: new Set([WHOLE]), ...choice };
  for await (const item of importer.read(found, drop, all, () => undefined)) items.push(item);
  return {
    found,
    survey,
    drafts: items.flatMap((item) => ('draft' in item ? [item.draft] : [])),
    notes: items.flatMap((item) => ('note' in item ? [item.note] : [])),
    findings: items.flatMap((item) => ('finding' in item ? [item.finding] : [])),
  };
}

/** Gives the only element; fails when there is none or another beside it. */
export function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined || list.length !== 1) throw new Error(`one was expected, there are ${list.length}`);
  return first;
}
