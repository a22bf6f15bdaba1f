import { caretFromPoint } from '@lexical/clipboard';
import {
  $getNearestNodeFromDOMNode,
  $getRoot,
  $isDecoratorNode,
  $isElementNode,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  DRAGOVER_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import type { Citation } from '#domain/note/document.ts';
import { draggedIds } from '#features/cases/dragged-ids.ts';
import { dragTypes } from '#features/cases/workbench.ts';
import { $insertCitations } from './insert.ts';

const kinds = [
  [dragTypes.exhibits, 'exhibit'],
  [dragTypes.claims, 'claim'],
] as const;

/** Gives what a drag carries to be cited; empty for any other drag. */
export function citationsIn(data: DataTransfer): Citation[] {
  return kinds.flatMap(([type, to]) => draggedIds(data, type).map((target) => ({ to, target })));
}

/** Lets exhibits and claims be dropped into the text: they are cited where they fall. */
export function registerCitationDrop(editor: LexicalEditor): () => void {
  const isOurs = (event: DragEvent) => kinds.some(([type]) => event.dataTransfer?.types.includes(type));
  return mergeRegister(
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        if (!isOurs(event) || !editor.isEditable()) return false;
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
        $selectAt(event.clientX, event.clientY);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        if (!isOurs(event) || !event.dataTransfer || !editor.isEditable()) return false;
        event.preventDefault();
        const citations = citationsIn(event.dataTransfer);
        if (citations.length === 0) return true;
        $selectAt(event.clientX, event.clientY);
        $insertCitations(citations);
        editor.focus();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** Puts the caret where the pointer is; at the end of the note when that is beneath the text. */
function $selectAt(x: number, y: number): void {
  const caret = caretFromPoint(x, y);
  const node = caret && $getNearestNodeFromDOMNode(caret.node);
  if ($isTextNode(node)) node.select(caret?.offset, caret?.offset);
  else if ($isDecoratorNode(node) && node.isInline()) node.selectNext(0, 0);
  else if ($isElementNode(node) && node.getKey() !== 'root') node.selectEnd();
  else $getRoot().selectEnd();
}
