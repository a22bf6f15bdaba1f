import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableSelection,
} from '@lexical/table';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';

/** What can be done to the table the caret stands in. */
export type TableAct =
  | 'row-above'
  | 'row-below'
  | 'column-before'
  | 'column-after'
  | 'delete-row'
  | 'delete-column'
  | 'delete-table';

/** The keys that do it; the toolbar shows them. */
export const tableKeys: Record<TableAct, string> = {
  'row-above': 'Alt+Shift+ArrowUp',
  'row-below': 'Alt+Shift+ArrowDown',
  'column-before': 'Alt+Shift+ArrowLeft',
  'column-after': 'Alt+Shift+ArrowRight',
  'delete-row': 'Alt+Shift+Backspace',
  'delete-column': 'Alt+Shift+Delete',
  'delete-table': '',
};

/** Whether the caret or the selected cells are in a table. Only within a read or update. */
export function $inTable(): boolean {
  const selection = $getSelection();
  if ($isTableSelection(selection)) return true;
  return $isRangeSelection(selection) && $findTableNode(selection.anchor.getNode()) !== null;
}

/** Does it, as one step of undo. Does nothing outside a table. */
export function actOnTable(editor: LexicalEditor, act: TableAct): void {
  editor.update(() => {
    if (!$inTable()) return;
    switch (act) {
      case 'row-above':
        $insertTableRowAtSelection(false);
        return;
      case 'row-below':
        $insertTableRowAtSelection(true);
        return;
      case 'column-before':
        $insertTableColumnAtSelection(false);
        return;
      case 'column-after':
        $insertTableColumnAtSelection(true);
        return;
      case 'delete-row':
        $deleteTableRowAtSelection();
        return;
      case 'delete-column':
        $deleteTableColumnAtSelection();
        return;
      case 'delete-table': {
        const node = $getSelection()?.getNodes()[0];
        if (node) $findTableNode(node)?.remove();
      }
    }
  });
}

const byKey = new Map(
  Object.entries(tableKeys).flatMap(([act, keys]) =>
    keys === '' ? [] : [[keys.replace('Alt+Shift+', ''), act] as const],
  ),
);
const isAct = (act: string | undefined): act is TableAct => act !== undefined && act in tableKeys;

/** Adds and removes rows and columns from the keyboard. */
export const TableKeysExtension = defineExtension({
  name: '@casebound/table-keys',
  register: (editor) =>
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return false;
        const act = byKey.get(event.key);
        if (!isAct(act) || !$inTable()) return false;
        event.preventDefault();
        actOnTable(editor, act);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
});
