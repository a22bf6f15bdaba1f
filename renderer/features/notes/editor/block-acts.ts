import { $createCodeNode, $isCodeNode } from '@lexical/code';
import { INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/extension';
import {
  $isListItemNode,
  $isListNode,
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findMatchingParent } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';

/** What a block can be made into. */
export const blockKinds = ['text', 'h1', 'h2', 'h3', 'bullets', 'numbers', 'checks', 'quote', 'code'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Makes the blocks of the selection into something else, as one step of undo. */
export function setBlockKind(editor: LexicalEditor, kind: BlockKind): void {
  switch (kind) {
    case 'bullets':
      editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
      return;
    case 'numbers':
      editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined);
      return;
    case 'checks':
      editor.dispatchCommand(INSERT_CHECK_LIST_COMMAND, undefined);
      return;
    default:
      editor.update(() => {
        if ($listKind() !== null) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
        $setBlocksType($getSelection(), () => $create(kind));
      });
  }
}

function $create(kind: Exclude<BlockKind, 'bullets' | 'numbers' | 'checks'>): ElementNode {
  switch (kind) {
    case 'text':
      return $createParagraphNode();
    case 'quote':
      return $createQuoteNode();
    case 'code':
      return $createCodeNode();
    default:
      return $createHeadingNode(kind);
  }
}

function $listKind(): BlockKind | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
  const list = item?.getParent();
  if (!$isListNode(list)) return null;
  const type = list.getListType();
  return type === 'bullet' ? 'bullets' : type === 'number' ? 'numbers' : 'checks';
}

/** Gives what the block at the caret is, null where it is none of these. Only within a read or update. */
export function $blockKind(): BlockKind | null {
  const list = $listKind();
  if (list !== null) return list;
  const block = $blockAtCaret();
  if ($isHeadingNode(block)) {
    const tag = block.getTag();
    return tag === 'h1' || tag === 'h2' ? tag : 'h3';
  }
  if ($isQuoteNode(block)) return 'quote';
  if ($isCodeNode(block)) return 'code';
  return $isParagraphNode(block) ? 'text' : null;
}

/** Gives the innermost block that holds the caret. Only within a read or update. */
export function $blockAtCaret(): ElementNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const found = $findMatchingParent(selection.anchor.getNode(), (node) => $isElementNode(node) && !node.isInline());
  return $isElementNode(found) ? found : null;
}

/** Turns the blocks of the selection right-to-left, left-to-right, or back to following their own letters. */
export function setDirection(editor: LexicalEditor, direction: 'ltr' | 'rtl' | null): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    for (const node of selection.getNodes()) {
      const block = $findMatchingParent(node, (one) => $isElementNode(one) && !one.isInline() && !one.isShadowRoot());
      if ($isElementNode(block)) block.setDirection(direction);
    }
  });
}

/** Puts a rule across the page where the caret is. */
export function insertRule(editor: LexicalEditor): void {
  editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND, undefined);
}

/** Types a sign that opens a list to choose from, with a space before it where one is needed. */
export function typeSign(editor: LexicalEditor, sign: string): void {
  editor.focus(() => {
    editor.update(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      const { anchor } = selection;
      const before = anchor.type === 'text' ? anchor.getNode().getTextContent().slice(0, anchor.offset) : '';
      const beside = anchor.type === 'element' && anchor.offset > 0;
      selection.insertText((before === '' && !beside) || /\s$/.test(before) ? sign : ` ${sign}`);
    });
  });
}
