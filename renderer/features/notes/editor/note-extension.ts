import { ClipboardDOMImportExtension } from '@lexical/clipboard';
import { CodeExtension } from '@lexical/code';
import {
  ClickAfterLastBlockExtension,
  HorizontalRuleExtension,
  NodeSelectionDataSelectedExtension,
} from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { AutoLinkExtension, autoLinkEmailMatcher, autoLinkUrlMatcher, LinkExtension } from '@lexical/link';
import { CheckListExtension, ListExtension, WordListImportExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { TableExtension } from '@lexical/table';
import { configExtension, defineExtension } from 'lexical';
import type { NoteDocument } from '#domain/note/document.ts';
import { cleanPaste, UnstyledTextExtension } from './clean-paste.ts';
import { MarkdownExtension } from './markdown.ts';
import { BlockIdExtension } from './nodes/block-id.ts';
import { CitationNode } from './nodes/CitationNode.tsx';
import { ClaimBlockNode } from './nodes/ClaimBlockNode.tsx';
import { ExhibitImageNode } from './nodes/ExhibitImageNode.tsx';
import { UnknownBlockNode, UnknownInlineNode } from './nodes/UnknownNode.tsx';
import { forEditor } from './note-text.ts';
import { TabKeyExtension } from './tab-key.ts';
import { TableKeysExtension } from './table-keys.ts';
import { theme } from './theme.ts';

const embeds = [CitationNode, ClaimBlockNode, ExhibitImageNode, UnknownBlockNode, UnknownInlineNode];

/** Everything a note can hold and how it is typed, without the window: what tests build a headless editor from. */
export const NoteTextExtension = defineExtension({
  name: '@casebound/note-text',
  nodes: embeds,
  dependencies: [
    RichTextExtension,
    configExtension(HistoryExtension, { delay: 600, maxDepth: 500 }),
    configExtension(ListExtension, { hasStrictIndent: true }),
    CheckListExtension,
    configExtension(TableExtension, { hasCellBackgroundColor: false, hasHorizontalScroll: true }),
    CodeExtension,
    HorizontalRuleExtension,
    configExtension(LinkExtension, { validateUrl: isOpenable }),
    configExtension(AutoLinkExtension, { matchers: [autoLinkUrlMatcher, autoLinkEmailMatcher] }),
    ClickAfterLastBlockExtension,
    configExtension(NodeSelectionDataSelectedExtension, { nodes: embeds }),
    ClipboardDOMImportExtension,
    WordListImportExtension,
    BlockIdExtension,
    MarkdownExtension,
    TableKeysExtension,
    TabKeyExtension,
    UnstyledTextExtension,
  ],
  theme,
});

/** Gives the editor of one note: its text to begin with, and whom to tell how many pictures a paste left out. */
export function noteExtension(document: NoteDocument, onPicturesLeftOut: (count: number) => void) {
  return defineExtension({
    name: '@casebound/note',
    namespace: 'casebound-note',
    dependencies: [NoteTextExtension, cleanPaste(onPicturesLeftOut)],
    $initialEditorState: JSON.stringify(forEditor(document)),
    onError: (error) => {
      throw error;
    },
  });
}

/** Only addresses that the shell would open: no `javascript:`, no `file:`. */
export function isOpenable(address: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(address);
}
