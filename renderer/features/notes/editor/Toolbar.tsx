import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $findMatchingParent } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/Button.tsx';
import { Menu } from '#ui/Menu.tsx';
import {
  $blockKind,
  type BlockKind,
  blockKinds,
  insertRule,
  setBlockKind,
  setDirection,
  typeSign,
} from './block-acts.ts';
import { linkHere } from './cited-here.ts';
import { insertTable } from './insert.ts';
import { askForLink } from './LinkCard.tsx';
import styles from './Toolbar.module.css';
import { $inTable, actOnTable, type TableAct, tableKeys } from './table-keys.ts';

const formats = ['bold', 'italic', 'underline', 'strikethrough', 'highlight', 'code'] as const;
const formatKeys: Partial<Record<TextFormatType, string>> = { bold: 'Mod+B', italic: 'Mod+I', underline: 'Mod+U' };

export interface ToolbarProps {
  readonly onFind: () => void;
  readonly onHistory: () => void;
}

/** The acts on the text, above it. */
export function Toolbar({ onFind, onHistory }: ToolbarProps) {
  const { t } = useTranslation('notes');
  const [editor] = useLexicalComposerContext();
  const { kind, pressed, inTable } = useCaretState(editor);
  const format = (type: TextFormatType) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, type);
  const toggle = (to: BlockKind) => setBlockKind(editor, kind === to ? 'text' : to);

  return (
    <div role="toolbar" aria-label={t('toolbar')} className={styles.toolbar}>
      <Menu
        label={t('block')}
        trigger={<Button variant="quiet">{kind === null ? t('block') : t(`block-${kind}`)} ▾</Button>}
        groups={[
          {
            id: 'blocks',
            acts: blockKinds.map((to) => ({
              id: to,
              label: t(`block-${to}`),
              run: () => setBlockKind(editor, to),
            })),
          },
        ]}
      />
      <Mark label={t('format-bold')} isOn={pressed.includes('bold')} run={() => format('bold')}>
        <b>B</b>
      </Mark>
      <Mark label={t('format-italic')} isOn={pressed.includes('italic')} run={() => format('italic')}>
        <i>/</i>
      </Mark>
      <Mark label={t('block-quote')} isOn={kind === 'quote'} run={() => toggle('quote')}>
        {t('quote')}
      </Mark>
      <Mark label={t('block-bullets')} isOn={kind === 'bullets'} run={() => toggle('bullets')}>
        {t('list')}
      </Mark>
      {inTable ? (
        <Menu
          label={t('table')}
          trigger={<Button variant="quiet">{t('table')} ▾</Button>}
          groups={[
            {
              id: 'table',
              acts: tableActs.map((act) => ({
                id: act,
                label: t(`table-${act}`),
                keys: tableKeys[act] || undefined,
                run: () => actOnTable(editor, act),
              })),
            },
          ]}
        />
      ) : (
        <Mark label={t('table')} run={() => insertTable(editor)}>
          {t('table')}
        </Mark>
      )}
      <Mark label={t('cite-exhibit')} run={() => typeSign(editor, '@')}>
        @ {t('exhibit')}
      </Mark>
      <Mark label={t('cite-claim')} run={() => typeSign(editor, '!')}>
        ! {t('claim')}
      </Mark>
      <Menu
        label={t('more')}
        trigger={<Button variant="quiet">{t('more')} ▾</Button>}
        groups={[
          {
            id: 'formats',
            acts: formats.slice(2).map((type) => ({
              id: type,
              label: t(`format-${type}`),
              keys: formatKeys[type],
              run: () => void format(type),
            })),
          },
          {
            id: 'insert',
            acts: [
              { id: 'link-evidence', label: t('link-evidence-from'), run: () => linkHere(editor) },
              { id: 'link', label: t('link'), keys: 'Mod+Shift+K', run: () => askForLink(editor) },
              { id: 'unlink', label: t('unlink'), run: () => void editor.dispatchCommand(TOGGLE_LINK_COMMAND, null) },
              { id: 'rule', label: t('rule'), run: () => insertRule(editor) },
              { id: 'tag', label: t('cite-tag'), run: () => typeSign(editor, '#') },
              { id: 'claim-block', label: t('embed-claim'), run: () => typeSign(editor, '!!') },
              { id: 'picture', label: t('embed-picture'), run: () => typeSign(editor, '@@') },
            ],
          },
          {
            id: 'direction',
            label: t('direction'),
            acts: [
              { id: 'auto', label: t('direction-auto'), run: () => setDirection(editor, null) },
              { id: 'rtl', label: t('direction-rtl'), run: () => setDirection(editor, 'rtl') },
              { id: 'ltr', label: t('direction-ltr'), run: () => setDirection(editor, 'ltr') },
            ],
          },
          {
            id: 'note',
            acts: [
              {
                id: 'undo',
                label: t('undo-typing'),
                keys: 'Mod+Z',
                run: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
              },
              {
                id: 'redo',
                label: t('redo-typing'),
                keys: 'Mod+Shift+Z',
                run: () => void editor.dispatchCommand(REDO_COMMAND, undefined),
              },
              { id: 'find', label: t('find'), keys: 'Mod+F', run: onFind },
              { id: 'history', label: t('history'), run: onHistory },
            ],
          },
        ]}
      />
    </div>
  );
}

const tableActs: TableAct[] = [
  'row-above',
  'row-below',
  'column-before',
  'column-after',
  'header-row',
  'header-column',
  'delete-row',
  'delete-column',
  'delete-table',
];

interface MarkProps {
  readonly label: string;
  readonly isOn?: boolean;
  readonly run: () => void;
  readonly children: React.ReactNode;
}

/** A word of the toolbar. The focus stays in the text, so that the selection does. */
function Mark({ label, isOn, run, children }: MarkProps) {
  return (
    <button
      type="button"
      className={styles.mark}
      title={label}
      aria-label={label}
      aria-pressed={isOn}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {children}
    </button>
  );
}

interface CaretState {
  kind: BlockKind | null;
  pressed: string[];
  inTable: boolean;
  inLink: boolean;
}

/** What the caret stands in; renders again only when that changes, not with every key. */
function useCaretState(editor: LexicalEditor): CaretState {
  const subscribe = useCallback((changed: () => void) => editor.registerUpdateListener(changed), [editor]);
  const told = useSyncExternalStore(subscribe, () => editor.getEditorState().read($caretState));
  const [kind, inTable, inLink, ...pressed] = told.split(' ');
  return {
    kind: blockKinds.find((one) => one === kind) ?? null,
    inTable: inTable === 'table',
    inLink: inLink === 'link',
    pressed,
  };
}

function $caretState(): string {
  const selection = $getSelection();
  const range = $isRangeSelection(selection) ? selection : null;
  const inLink = range !== null && $findMatchingParent(range.anchor.getNode(), $isLinkNode) !== null;
  const on = formats.filter((format) => range?.hasFormat(format));
  return [$blockKind() ?? '-', $inTable() ? 'table' : '-', inLink ? 'link' : '-', ...on].join(' ');
}
