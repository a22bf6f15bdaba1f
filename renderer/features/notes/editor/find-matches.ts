import { $getRoot, $isElementNode, $isLineBreakNode, $isTextNode, type LexicalNode, type NodeKey } from 'lexical';
import { citationMark } from '#domain/note/walk.ts';

/** A place in the text: a text node and an offset in it, in UTF-16 units. */
export interface Spot {
  key: NodeKey;
  offset: number;
}
export interface Match {
  from: Spot;
  to: Spot;
}

/** Gives a text with each UTF-16 unit brought to its plain lower-case letter, so that places in both are the same. */
export function foldUnits(text: string): string {
  let folded = '';
  for (const unit of text) {
    if (unit.length > 1) folded += unit;
    else folded += (unit.normalize('NFD')[0] ?? unit).toLowerCase()[0] ?? unit;
  }
  return folded;
}

/** Finds a text in the note, in reading order, case and accents aside; never across blocks. Only within a read or update. */
export function $findMatches(wanted: string): Match[] {
  const needle = foldUnits(wanted);
  if (needle === '') return [];
  const matches: Match[] = [];
  let text = '';
  let pieces: { key: NodeKey; start: number; length: number }[] = [];
  const flush = () => {
    const folded = foldUnits(text);
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
      const from = spotAt(pieces, at, 'start');
      const to = spotAt(pieces, at + needle.length, 'end');
      if (from && to) matches.push({ from, to });
    }
    text = '';
    pieces = [];
  };
  const walk = (node: LexicalNode) => {
    if ($isTextNode(node)) {
      pieces.push({ key: node.getKey(), start: text.length, length: node.getTextContentSize() });
      text += node.getTextContent();
    } else if ($isElementNode(node)) {
      if (!node.isInline()) flush();
      for (const child of node.getChildren()) walk(child);
      if (!node.isInline()) flush();
    } else text += $isLineBreakNode(node) ? '\n' : citationMark;
  };
  walk($getRoot());
  flush();
  return matches;
}

function spotAt(
  pieces: { key: NodeKey; start: number; length: number }[],
  at: number,
  side: 'start' | 'end',
): Spot | null {
  const piece = pieces.find(({ start, length }) =>
    side === 'start' ? at >= start && at < start + length : at > start && at <= start + length,
  );
  return piece ? { key: piece.key, offset: at - piece.start } : null;
}
