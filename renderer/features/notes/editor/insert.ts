import { $createTableNodeWithDimensions } from '@lexical/table';
import { $insertNodeToNearestRoot } from '@lexical/utils';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { Citation } from '#domain/note/document.ts';
import { $blockAtCaret } from './block-acts.ts';
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

/** Puts a block where the caret is, in place of the paragraph when that is empty, and a paragraph behind it to go on in. */
export function $insertBlock(node: LexicalNode): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && !selection.isCollapsed()) selection.removeText();
  const block = $blockAtCaret();
  $insertNodeToNearestRoot(node);
  if ($isParagraphNode(block) && block.isEmpty() && block.isAttached() && block.getNextSibling() === node)
    block.remove();
  const after = node.getNextSibling();
  if ($isElementNode(after) && !after.isShadowRoot()) after.selectStart();
  else {
    const paragraph = $createParagraphNode();
    node.insertAfter(paragraph);
    paragraph.select();
  }
}

/** Puts a table of three by three under a header row where the caret is, and the caret into its first cell. */
export function insertTable(editor: LexicalEditor): void {
  editor.update(() => {
    const table = $createTableNodeWithDimensions(3, 3, { rows: true, columns: false });
    $insertBlock(table);
    const cell = table.getFirstChild<ElementNode>()?.getFirstChild();
    if ($isElementNode(cell)) cell.selectStart();
  });
}
