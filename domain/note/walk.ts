import { blockId, type Citation, citationOf, type NoteDocument, type NoteNode } from './document.ts';

/** A stretch of a block's text, or a citation standing in it. */
export type Run = { text: string } | { citation: Citation };

/**
 * One block as merging, history and backlinks count them: a top-level block, a list item, or a table row. `id` is
 * undefined only in text that never went through the editor.
 */
export interface Block {
  id: string | undefined;
  kind: string;
  runs: Run[];
  node: NoteNode;
}

/** Stands for a citation where a block is read as plain text (U+FFFC, object replacement character). */
export const citationMark = '\uFFFC';

/** Gives the blocks of a note in reading order; a list gives its items (nested ones too), a table its rows. */
export function blocks(document: NoteDocument): Block[] {
  return document.root.children.flatMap(blocksOf);
}

function blocksOf(node: NoteNode): Block[] {
  if (node.type === 'list' || node.type === 'table') return (node.children ?? []).flatMap(blocksOf);
  const own: Block = { id: blockId(node), kind: node.type, runs: runsOf(node), node };
  if (node.type !== 'listitem') return [own];
  const nested = (node.children ?? []).filter((child) => child.type === 'list').flatMap(blocksOf);
  // Subtle: Lexical keeps a nested list in a list item of its own, which says nothing itself.
  return own.runs.length === 0 && nested.length > 0 ? nested : [own, ...nested];
}

function runsOf(node: NoteNode): Run[] {
  const runs: Run[] = [];
  const say = (text: string) => {
    const last = runs.at(-1);
    if (last && 'text' in last) last.text += text;
    else if (text !== '') runs.push({ text });
  };
  const walk = (at: NoteNode) => {
    const citation = citationOf(at);
    if (citation) runs.push({ citation });
    else if (typeof at.text === 'string') say(at.text);
    else if (at.type === 'linebreak') say('\n');
    else if (at.type === 'claim-block' && typeof at.claim === 'string') {
      runs.push({ citation: { to: 'claim', target: at.claim } });
    } else if (at.type === 'exhibit-image' && typeof at.exhibit === 'string') {
      runs.push({ citation: { to: 'exhibit', target: at.exhibit } });
    } else {
      (at.children ?? []).forEach((child, index) => {
        if (node.type === 'listitem' && at === node && child.type === 'list') return;
        if (index > 0 && isBlockInside(child)) say('\n');
        walk(child);
        if (at.type === 'tablerow' && index < (at.children?.length ?? 0) - 1) say('\t');
      });
    }
  };
  walk(node);
  return runs;
}

function isBlockInside(node: NoteNode): boolean {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'quote' || node.type === 'list';
}

/** Gives a block as plain text; a citation is one {@link citationMark}, or what `name` calls it. */
export function blockText(block: Block, name: (citation: Citation) => string = () => citationMark): string {
  return block.runs.map((run) => ('text' in run ? run.text : name(run.citation))).join('');
}

/** Gives a note as plain text, its blocks parted by empty lines. */
export function plainText(document: NoteDocument, name?: (citation: Citation) => string): string {
  return blocks(document)
    .map((block) => blockText(block, name))
    .join('\n\n');
}

const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’\-.,:][\p{L}\p{N}\p{M}]+)*/gu;

/** Counts the words of a text in any script; Han and kana characters count one each, numbers as written count one. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

/** A citation with the sentence it stands in; the sentence's own citations are {@link citationMark}s. */
export interface CitationInText {
  citation: Citation;
  block: string | undefined;
  sentence: string;
}

/** Gives every citation of a note in reading order with the sentence it stands in; embedded claims and pictures count. */
export function citations(document: NoteDocument): CitationInText[] {
  return blocks(document).flatMap((block) => {
    const cited = block.runs.flatMap((run) => ('citation' in run ? [run.citation] : []));
    if (cited.length === 0) return [];
    let next = 0;
    return sentences(blockText(block)).flatMap((sentence) => {
      const here = cited.slice(next, next + countMarks(sentence));
      next += here.length;
      return here.map((citation) => ({ citation, block: block.id, sentence: sentence.trim() }));
    });
  });
}

function countMarks(text: string): number {
  return text.split(citationMark).length - 1;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Splits a text into sentences that together are the text again (Unicode UAX 29). A citation set right behind a full
 * stop, without a space, belongs to the sentence that the full stop ends.
 */
export function sentences(text: string): string[] {
  // Subtle: the rules know nothing of chips. One that hangs on a word is read as an accent on it, any other as a capital.
  const readable = text.replace(/(?<=[^\s\uFFFC]\uFFFC*)\uFFFC/gu, '\u0301').replaceAll(citationMark, 'X');
  return Array.from(segmenter.segment(readable), ({ segment, index }) => text.slice(index, index + segment.length));
}

/** A heading with its level (1 to 6) and text. */
export interface Heading {
  id: string | undefined;
  level: number;
  text: string;
}

/** Gives the headings of a note in reading order. */
export function headings(document: NoteDocument): Heading[] {
  return blocks(document)
    .filter((block) => block.kind === 'heading')
    .map((block) => ({
      id: block.id,
      level: Number(String(block.node.tag).slice(1)),
      text: blockText(block, () => '').trim(),
    }));
}

/** What a note amounts to. */
export interface NoteCounts {
  words: number;
  citations: number;
  exhibits: number;
  claims: number;
}

/** Counts the words and citations of a note, and how many different exhibits and claims it cites. */
export function countNote(document: NoteDocument): NoteCounts {
  const all = blocks(document);
  const cited = all.flatMap((block) => block.runs.flatMap((run) => ('citation' in run ? [run.citation] : [])));
  const different = (to: Citation['to']) => new Set(cited.filter((one) => one.to === to).map((one) => one.target)).size;
  return {
    words: all.reduce(
      (sum, block) => sum + block.runs.reduce((n, run) => n + ('text' in run ? countWords(run.text) : 0), 0),
      0,
    ),
    citations: cited.length,
    exhibits: different('exhibit'),
    claims: different('claim'),
  };
}
