import { claimKeys } from '#features/notes/editor/SelectionToolbar.tsx';
import { tableKeys } from '#features/notes/editor/table-keys.ts';
import type { en } from './key-messages.ts';

type Words = keyof typeof en;

/** Keys that belong to a place and not to a command, with the words for what they do. */
export interface KeyGroup {
  readonly label: Words;
  readonly rows: readonly (readonly [words: Words, ...keys: string[]])[];
}

/** The keys of lists, rows, the text, films and pictures, in the order one meets them. */
export const keyGroups: readonly KeyGroup[] = [
  {
    label: 'list',
    rows: [
      ['list-move', 'ArrowDown', 'ArrowUp'],
      ['list-ends', 'Home', 'End'],
      ['list-page', 'PageDown', 'PageUp'],
      ['list-open', 'Enter'],
      ['list-full', 'Mod+Enter'],
      ['list-select', 'Space'],
      ['list-extend', 'Shift+ArrowDown', 'Shift+ArrowUp'],
      ['list-all', 'Mod+A'],
      ['list-none', 'Escape'],
    ],
  },
  {
    label: 'exhibits',
    rows: [
      ['exhibits-cite', 'C'],
      ['exhibits-link', 'L'],
      ['exhibits-tag', 'T'],
      ['exhibits-repeats', 'R'],
      ['exhibits-graphic', 'G'],
      ['exhibits-trash', 'Delete'],
    ],
  },
  {
    label: 'claims',
    rows: [
      ['list-open', 'Enter'],
      ['list-full', 'Mod+Enter'],
      ['claims-link', 'L'],
      ['claims-unlink', 'Delete'],
    ],
  },
  {
    label: 'note',
    rows: [
      ['note-exhibit', '@'],
      ['note-claim', '!'],
      ['note-tag', '#'],
      ['note-insert', '/'],
      ['note-bold', 'Mod+B', 'Mod+I', 'Mod+U'],
      ['note-make-claim', claimKeys],
      ['note-link', 'Mod+Shift+K'],
      ['note-find', 'Mod+F'],
      ['note-row', tableKeys['row-above'], tableKeys['row-below']],
      ['note-column', tableKeys['column-before'], tableKeys['column-after']],
      ['note-cut', tableKeys['delete-row'], tableKeys['delete-column']],
      ['note-order', 'Alt+ArrowUp', 'Alt+ArrowDown'],
      ['note-trash', 'Delete'],
    ],
  },
  {
    label: 'film',
    rows: [
      ['film-play', 'J', 'K', 'L'],
      ['film-frame', ',', '.'],
      ['film-shot', 'Alt+N'],
      ['film-ends', 'Alt+I', 'Alt+O'],
      ['film-order', 'Alt+ArrowUp', 'Alt+ArrowDown'],
    ],
  },
  {
    label: 'picture',
    rows: [
      ['picture-zoom', '+', '-', '0'],
      ['picture-turn', 'R', 'Shift+R'],
      ['picture-move', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
      ['picture-region', 'Enter'],
      ['region-move', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
      ['region-size', 'Shift+ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowDown', 'Shift+ArrowUp'],
    ],
  },
];
