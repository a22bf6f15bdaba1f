import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getSelection,
  $isDecoratorNode,
  $isNodeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { KeyboardEvent } from 'react';

/**
 * Reaches what stands in an embedded block from the keyboard: the arrows select the block, Enter goes to its first button
 * (the cover of a graphic picture, say).
 */
export function registerEmbedKeys(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => {
      const selection = $getSelection();
      const [node, ...others] = $isNodeSelection(selection) ? selection.getNodes() : [];
      if (!$isDecoratorNode(node) || node.isInline() || others.length > 0) return false;
      const button = editor.getElementByKey(node.getKey())?.querySelector('button');
      if (!button) return false;
      event?.preventDefault();
      button.focus();
      return true;
    },
    COMMAND_PRIORITY_LOW,
  );
}

/** What an embedded block gets so that keys pressed in it are its own; Escape comes back to the text. */
export function useEmbedKeys(): { onKeyDown: (event: KeyboardEvent) => void } {
  const [editor] = useLexicalComposerContext();
  return {
    onKeyDown: (event) => {
      // Subtle: the editor around it would take Enter, Tab and Backspace for keys typed into the text.
      event.stopPropagation();
      if (event.key !== 'Escape') return;
      event.preventDefault();
      editor.getRootElement()?.focus();
    },
  };
}
