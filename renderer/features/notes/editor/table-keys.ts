import {
  $computeTableMap,
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findCellNode,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableSelection,
  type TableCellHeaderState,
  TableCellHeaderStates,
} from '@lexical/table';
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { assertNever } from '#domain/assert-never.ts';

/** What can be done to the table the caret stands in. */
export type TableAct =
  | 'row-above'
  | 'row-below'
  | 'column-before'
  | 'column-after'
  | 'delete-row'
  | 'delete-column'
  | 'delete-table'
  | 'header-row'
  | 'header-column';

/** The keys that do it; the toolbar shows them. */
export const tableKeys: Record<TableAct, string> = {
  'row-above': 'Alt+Shift+ArrowUp',
  'row-below': 'Alt+Shift+ArrowDown',
  'column-before': 'Alt+Shift+ArrowLeft',
  'column-after': 'Alt+Shift+ArrowRight',
  'delete-row': 'Alt+Shift+Backspace',
  'delete-column': 'Alt+Shift+Delete',
  'delete-table': '',
  'header-row': '',
  'header-column': '',
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
        return;
      }
      case 'header-row':
        $toggleHeader(TableCellHeaderStates.ROW);
        return;
      case 'header-column':
        $toggleHeader(TableCellHeaderStates.COLUMN);
        return;
      default:
        assertNever(act);
    }
  });
}

/** Makes the row or column of the caret's cell a header, or an ordinary one again when the cell is in a header already. */
function $toggleHeader(which: TableCellHeaderState): void {
  const cell = $findCellNode($getSelection()?.getNodes()[0] ?? $getRoot());
  const table = cell && $findTableNode(cell);
  if (!table) return;
  const [map, { startRow, startColumn }] = $computeTableMap(table, cell, cell);
  const places = which === TableCellHeaderStates.ROW ? (map[startRow] ?? []) : map.map((row) => row[startColumn]);
  const next = cell.hasHeaderState(which) ? TableCellHeaderStates.NO_STATUS : which;
  for (const place of places) place?.cell.setHeaderStyles(next, which);
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
