import { diffIndices } from 'node-diff3';
import { sameJson } from '#domain/json.ts';
import type { Citation, NoteDocument } from './document.ts';
import { type Block, blocks } from './walk.ts';

/** A stretch of words that both versions have, or only one of them. */
export interface WordChange {
  what: 'same' | 'added' | 'removed';
  parts: Part[];
}
/** A word with the space around it kept apart, or a citation. */
export type Part = string | Citation;

/**
 * One block of the comparison, in the order of the later version; removed blocks stand where they were. A moved block
 * stands at its new place. `words` are the words of both versions; all `same` where only the form changed.
 */
export interface BlockChange {
  what: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  key: string;
  kind: string;
  words: WordChange[];
}

/** Compares two versions of a note block by block, by the blocks' ids, and changed blocks word by word. */
export function compareDocuments(before: NoteDocument, after: NoteDocument): BlockChange[] {
  const old = keyed(blocks(before));
  const now = keyed(blocks(after));
  const stayed = new Set(longestCommonOrder([...old.keys()], [...now.keys()]));

  const changes: BlockChange[] = [];
  const oldKeys = [...old.keys()];
  let next = 0;
  const sayRemoved = () => {
    for (; next < oldKeys.length; next += 1) {
      const key = oldKeys[next];
      const block = key === undefined ? undefined : old.get(key);
      if (key === undefined || stayed.has(key)) return;
      if (block && !now.has(key))
        changes.push({ what: 'removed', key, kind: block.kind, words: whole('removed', block) });
    }
  };

  for (const [key, block] of now) {
    sayRemoved();
    if (stayed.has(key)) next += 1;
    const was = old.get(key);
    if (!was) {
      changes.push({ what: 'added', key, kind: block.kind, words: whole('added', block) });
    } else {
      const same = sameJson(was.node, block.node);
      const words = same ? whole('same', block) : compareWords(parts(was), parts(block));
      changes.push({ what: !stayed.has(key) ? 'moved' : same ? 'same' : 'changed', key, kind: block.kind, words });
    }
  }
  sayRemoved();
  return changes;
}

/** Compares two runs of words; `same` and `removed` together are the first, `same` and `added` the second. */
export function compareWords(before: readonly Part[], after: readonly Part[]): WordChange[] {
  const changes: WordChange[] = [];
  const say = (what: WordChange['what'], some: readonly Part[]) => {
    if (some.length > 0) changes.push({ what, parts: [...some] });
  };
  let at = 0;
  for (const { buffer1, buffer2 } of diffIndices(before.map(partKey), after.map(partKey))) {
    const [from, length] = buffer1;
    const [fromAfter, lengthAfter] = buffer2;
    say('same', before.slice(at, from));
    say('removed', before.slice(from, from + length));
    say('added', after.slice(fromAfter, fromAfter + lengthAfter));
    at = from + length;
  }
  say('same', before.slice(at));
  return changes;
}

/** Splits a block into words, the spaces and marks between them, and citations; joined they are the block again. */
export function parts(block: Block): Part[] {
  return block.runs.flatMap((run): Part[] =>
    'text' in run ? (run.text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []) : [run.citation],
  );
}

function partKey(part: Part): string {
  return typeof part === 'string' ? part : `\uFFFC${part.to} ${part.target} ${JSON.stringify(part.excerpt ?? null)}`;
}

function whole(what: WordChange['what'], block: Block): WordChange[] {
  const all = parts(block);
  return all.length > 0 ? [{ what, parts: all }] : [];
}

function keyed(all: Block[]): Map<string, Block> {
  const map = new Map<string, Block>();
  const nameless = new Map<string, number>();
  for (const block of all) {
    let key = block.id;
    if (key === undefined || map.has(key)) {
      const name = `${block.kind} ${block.runs.map((run) => ('text' in run ? run.text : partKey(run.citation))).join('')}`;
      const nth = nameless.get(name) ?? 0;
      nameless.set(name, nth + 1);
      key = `${name} ${nth}`;
    }
    map.set(key, block);
  }
  return map;
}

/** The longest run of keys that both lists have in the same order (longest increasing subsequence, patience sorting). */
function longestCommonOrder(before: readonly string[], after: readonly string[]): string[] {
  const place = new Map(before.map((key, index) => [key, index]));
  const common = after.flatMap((key) => {
    const at = place.get(key);
    return at === undefined ? [] : [{ key, at }];
  });
  const ends: number[] = [];
  const previous: number[] = [];
  common.forEach(({ at }, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((common[ends[middle] ?? -1]?.at ?? -1) < at) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const order: string[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const entry = common[index];
    if (entry) order.push(entry.key);
  }
  return order.reverse();
}

/** Tells whether two texts say the same: the same blocks in the same order with the same words and citations. */
export function saysTheSame(one: NoteDocument, other: NoteDocument): boolean {
  const told = (document: NoteDocument) =>
    blocks(document).map((block) => `${block.kind}\n${parts(block).map(partKey).join('')}`);
  const [a, b] = [told(one), told(other)];
  return a.length === b.length && a.every((block, index) => block === b[index]);
}
