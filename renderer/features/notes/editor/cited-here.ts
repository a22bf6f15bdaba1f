import { $findMatchingParent } from '@lexical/utils';
import {
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
} from 'lexical';
import type { Citation } from '#domain/note/document.ts';
import { citationMark, sentences } from '#domain/note/walk.ts';
import { linkingClaim } from '#features/claims/requests.ts';
import { linking } from '#features/evidence/link-request.ts';
import { $isCitationNode } from './nodes/CitationNode.tsx';

/** What is cited in the sentences that the selection or the caret touches, and the selected words. */
export interface CitedHere {
  citations: Citation[];
  /** The selected words without their citations, on one line; empty where only a caret stands. */
  words: string;
}

/** Gives what is cited where the person is; null when the caret is not in the text. Only within a read or update. */
export function $citedHere(): CitedHere | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const touched = [start.getNode(), ...selection.getNodes(), end.getNode()].map($blockOf);
  const citations = [...new Set(touched)].flatMap((block) => (block ? $citedWithin(block, start, end) : []));
  const words = selection.getTextContent().replaceAll(citationMark, '').replace(/\s+/gu, ' ').trim();
  return { citations, words: selection.isCollapsed() ? '' : words };
}

function $blockOf(node: LexicalNode): ElementNode | null {
  const block = $findMatchingParent(node, (one) => $isElementNode(one) && !one.isInline());
  return $isElementNode(block) ? block : null;
}

/** A leaf of a block with the place where it begins in the block's text. */
interface Leaf {
  node: LexicalNode;
  at: number;
  text: string;
}

function $citedWithin(block: ElementNode, start: PointType, end: PointType): Citation[] {
  const leaves: Leaf[] = [];
  let length = 0;
  const walk = (node: LexicalNode) => {
    if ($isElementNode(node)) {
      if (node === block || node.isInline()) node.getChildren().forEach(walk);
      return;
    }
    const text = $isCitationNode(node) ? citationMark : $isLineBreakNode(node) ? '\n' : $textOf(node);
    leaves.push({ node, at: length, text });
    length += text.length;
  };
  walk(block);
  const from = $placeOf(start, leaves) ?? 0;
  const to = $placeOf(end, leaves) ?? length;
  let at = 0;
  return sentences(leaves.map(({ text }) => text).join('')).flatMap((sentence) => {
    const [begins, ends] = [at, at + sentence.length];
    at = ends;
    // Subtle: a caret behind the last full stop still stands in the last sentence; a selection ending where one begins does not touch it.
    const isTouched = from === to ? from >= begins && (from < ends || ends === length) : from < ends && to > begins;
    if (!isTouched) return [];
    return leaves.flatMap((leaf) =>
      leaf.at >= begins && leaf.at < ends && $isCitationNode(leaf.node) ? [leaf.node.getCitation()] : [],
    );
  });
}

function $textOf(node: LexicalNode): string {
  return $isTextNode(node) ? node.getTextContent() : '';
}

/** Where a point is in the text of its block; undefined when it is in another block. */
function $placeOf(point: PointType, leaves: readonly Leaf[]): number | undefined {
  const node = point.getNode();
  if (point.type === 'text') {
    const leaf = leaves.find((one) => one.node.is(node));
    return leaf && leaf.at + point.offset;
  }
  if (!$isElementNode(node)) return undefined;
  const child = node.getChildAtIndex(point.offset);
  if (child) return leaves.find((one) => one.node.is(child) || child.isParentOf(one.node))?.at;
  const last = leaves.findLast((one) => node.isParentOf(one.node));
  return last && last.at + last.text.length;
}

/** Opens the dialog that links exhibits to a claim, with what is cited here and the selected words as the reason. */
export function linkHere(editor: LexicalEditor): void {
  const here = editor.read($citedHere);
  if (!here) return;
  const exhibits = here.citations.filter(({ to }) => to === 'exhibit');
  const ids = [...new Set(exhibits.map(({ target }) => target))];
  const claim = here.citations.find(({ to }) => to === 'claim')?.target;
  const excerpt = exhibits.length === 1 ? exhibits[0]?.excerpt : undefined;
  if (claim === undefined) linking.ask({ exhibits: ids, excerpt, because: here.words });
  else linkingClaim.ask({ claim, exhibits: ids, excerpt, because: here.words });
}
