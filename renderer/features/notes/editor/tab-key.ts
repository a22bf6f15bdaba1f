import { $isCodeNode } from '@lexical/code';
import { $isListItemNode } from '@lexical/list';
import { $findMatchingParent } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  defineExtension,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import { $inTable } from './table-keys.ts';

/** How deep lists go. */
const deepest = 6;

/**
 * Tab moves a list item in, Shift-Tab out, wherever the caret is in it. Tables and code have a Tab of their own; everywhere
 * else it goes on to what stands beside the text, so that nobody is caught in it.
 */
export const TabKeyExtension = defineExtension({
  name: '@casebound/tab-key',
  register: (editor) =>
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return false;
        const at = selection.anchor.getNode();
        const item = $findMatchingParent(at, $isListItemNode);
        if (item) {
          event.preventDefault();
          if (event.shiftKey || item.getIndent() < deepest)
            editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined);
          return true;
        }
        return !$inTable() && $findMatchingParent(at, $isCodeNode) === null;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
});
