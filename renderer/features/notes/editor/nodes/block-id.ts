import { CodeNode } from '@lexical/code';
import { HorizontalRuleNode } from '@lexical/extension';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableNode, TableRowNode } from '@lexical/table';
import {
  $getNodeByKey,
  $getState,
  $isRootNode,
  $setState,
  createState,
  defineExtension,
  type Klass,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  ParagraphNode,
  stringValue,
} from 'lexical';
import { newId } from '#domain/id.ts';
import { ClaimBlockNode } from './ClaimBlockNode.tsx';
import { ExhibitImageNode } from './ExhibitImageNode.tsx';

/** The id by which merging, history and backlinks know a block; empty until the block has been given one. */
export const blockIdState = createState('id', { parse: stringValue(), resetOnCopyNode: true });

const blocks: Klass<LexicalNode>[] = [
  ParagraphNode,
  HeadingNode,
  QuoteNode,
  CodeNode,
  ListNode,
  ListItemNode,
  TableNode,
  TableRowNode,
  HorizontalRuleNode,
  ClaimBlockNode,
  ExhibitImageNode,
];

/** Whether this node carries a block id: list items, table rows, and whatever stands at the top level. */
function $isBlock(node: LexicalNode): boolean {
  return node instanceof ListItemNode || node instanceof TableRowNode || $isRootNode(node.getParent());
}

/**
 * Gives every top-level block, list item and table row an id of its own: a fresh one where it has none, or where a split,
 * a paste or a duplicate repeats one. Cutting and pasting keeps the id, as the block has only moved.
 */
export const BlockIdExtension = defineExtension({
  name: '@casebound/block-id',
  register: (editor) => {
    const owners = new Map<string, NodeKey>();
    const $keep = (node: LexicalNode) => {
      if (!$isBlock(node)) return;
      const id = $getState(node, blockIdState);
      const owner = id === '' ? undefined : owners.get(id);
      const rival = owner === undefined || owner === node.getKey() ? null : $getNodeByKey(owner);
      const taken = rival?.isAttached() && $getState(rival, blockIdState) === id;
      const own = id === '' || taken ? newId() : id;
      if (own !== id) $setState(node, blockIdState, own);
      owners.set(own, node.getKey());
    };
    return mergeRegister(...blocks.map((klass) => editor.registerNodeTransform(klass, $keep)));
  },
});
