import { $insertNodeToNearestRoot } from '@lexical/utils';
import { $getNodeByKey, $getSelection, $isRangeSelection, $isTextNode, type LexicalNode } from 'lexical';
import type { Citation } from '#domain/note/document.ts';
import { $createCitationNode } from './nodes/CitationNode.tsx';
import type { Trigger } from './use-trigger.ts';

/** Selects what was typed for a trigger, sign included; false when the text has changed since. Only within an update. */
export function $selectTrigger({ key, from, to, sign }: Trigger): boolean {
  const node = $getNodeByKey(key);
  if (!$isTextNode(node) || !node.getTextContent().slice(from).startsWith(sign)) return false;
  node.select(from, Math.min(to, node.getTextContentSize()));
  return true;
}

/** Puts a citation where the caret is, in place of what is selected. Only within an update. */
export function $insertCitations(citations: readonly Citation[]): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  selection.insertNodes(citations.map((citation) => $createCitationNode(citation)));
}

/** Puts a block where the caret is and the caret after it. Only within an update. */
export function $insertBlock(node: LexicalNode): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && !selection.isCollapsed()) selection.removeText();
  $insertNodeToNearestRoot(node);
}
