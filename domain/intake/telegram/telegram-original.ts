import type { DroppedFile } from '#domain/intake/importer.ts';
import { type JsonPiece, splitJson } from '#domain/json-stream.ts';
import { chatPlan, insideChat } from './telegram-chats.ts';

type Range = readonly [from: number, to: number];

/** One of an account's two lists of chats. */
interface List {
  /** The comma before it, its name with the bracket, the name of the list with its bracket. */
  readonly comma: number | undefined;
  readonly heads: Range[];
  readonly tails: Range[];
  readonly chats: { readonly comma: number | undefined; readonly range: Range }[];
}

/**
 * Gives the bytes to keep of an account's export when some of its chats (by their number in the file, from 0) were chosen: those
 * chats, the brackets around them and the commas between, cut out in the order of the file, so that together they are an
 * export of the same form with nothing else in it. Undefined for the export of a single chat: all of it is kept.
 */
export async function keptRanges(
  file: DroppedFile,
  chosen: ReadonlySet<number>,
): Promise<readonly Range[] | undefined> {
  const { lists, begin, end } = await outlineOf(file);
  if (lists.length === 0) return undefined;
  const kept: Range[] = [...begin];
  let ordinal = -1;
  let hasList = false;
  for (const list of lists) {
    const chats = list.chats.filter(() => {
      ordinal += 1;
      return chosen.has(ordinal);
    });
    if (chats.length === 0) continue;
    if (hasList) kept.push(...byte(list.comma));
    hasList = true;
    kept.push(...list.heads);
    for (const [n, { comma, range }] of chats.entries()) kept.push(...(n > 0 ? byte(comma) : []), range);
    kept.push(...list.tails);
  }
  return [...kept, ...end];
}

/** Says from a file's beginning whether it is the export of one chat: its messages stand at the top, before any list of chats. */
export async function isSingleChat(file: DroppedFile): Promise<boolean> {
  const plan = (path: readonly string[]) => (path.length === 0 ? 'enter' : path.length === 1 ? chatPlan(path) : 'pass');
  for await (const pieces of splitJson(file.bytes(), plan)) {
    const opened = pieces.find((piece) => piece.is === 'opened' && piece.path.length === 1);
    if (opened?.is === 'opened') return opened.path[0] === 'messages';
  }
  return false;
}

function byte(at: number | undefined): Range[] {
  return at === undefined ? [] : [[at, at + 1]];
}

interface Outline {
  readonly lists: List[];
  readonly begin: Range[];
  readonly end: Range[];
}

async function outlineOf(file: DroppedFile): Promise<Outline> {
  const outline: Outline = { lists: [], begin: [], end: [] };
  // Subtle: a chat's own bytes are passed over as one: where it begins and ends is all that is asked.
  const plan = (path: readonly string[]) =>
    path.length < 3 && insideChat(path)?.[0] === undefined ? chatPlan(path) : 'pass';
  for await (const pieces of splitJson(file.bytes(), plan)) for (const piece of pieces) note(piece, outline);
  return outline;
}

function note(piece: JsonPiece, { lists, begin, end }: Outline): void {
  const list = lists.at(-1);
  switch (piece.is) {
    case 'opened':
      if (piece.path.length === 0) begin.push([piece.from, piece.from + 1]);
      else if (piece.path.length === 1)
        lists.push({ comma: piece.comma, heads: [[piece.lead, piece.from + 1]], tails: [], chats: [] });
      else list?.heads.push([piece.lead, piece.from + 1]);
      return;
    case 'passed':
      if (piece.path.length === 3) list?.chats.push({ comma: piece.comma, range: [piece.from, piece.to] });
      return;
    case 'closed':
      if (!piece.cut) (piece.path.length === 0 ? end : list?.tails)?.push([piece.to - 1, piece.to]);
      return;
    default:
  }
}
