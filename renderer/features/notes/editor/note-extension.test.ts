import { buildEditorFromExtensions } from '@lexical/extension';
import { $createParagraphNode, $createTextNode, $getRoot, $getState, $isElementNode, type LexicalNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import { newId } from '#domain/id.ts';
import {
  type NoteDocument,
  type NoteNode,
  noteDocumentSchema,
  paragraphOf,
  rootOf,
  textOf,
} from '#domain/note/document.ts';
import { blocks } from '#domain/note/walk.ts';
import { blockIdState } from './nodes/block-id.ts';
import { callCitations } from './nodes/names.ts';
import { noteExtension } from './note-extension.ts';
import { fromEditor } from './note-text.ts';

function editorOf(document: NoteDocument) {
  return buildEditorFromExtensions(noteExtension(document, () => {}));
}
const idsOf = (document: NoteDocument) => blocks(document).map((block) => block.id);
const item = (id: string, text: string): NoteNode => ({
  type: 'listitem',
  value: 1,
  version: 1,
  $: { id },
  children: [textOf(text)],
});

describe('the ids of blocks', () => {
  test('stay as they are when a note is opened', () => {
    const document = { root: rootOf([paragraphOf([textOf('one')], newId()), paragraphOf([textOf('two')], newId())]) };
    const editor = editorOf(document);
    editor.update(() => {}, { discrete: true });
    expect(fromEditor(editor.getEditorState())).toEqual(document);
  });
  test('are given where they are missing, to list items and table rows too', () => {
    const bare = {
      root: rootOf([{ type: 'list', listType: 'bullet', children: [item('', 'a')].map(({ $: _, ...rest }) => rest) }]),
    };
    const editor = editorOf({ root: rootOf([...bare.root.children]) });
    editor.update(() => {}, { discrete: true });
    const after = fromEditor(editor.getEditorState());
    expect(idsOf(after)[0]).toMatch(/^[0-9a-f-]{36}$/);
  });
  test('are fresh for the second half of a split and for a copy, and kept by a move', () => {
    const [a, b] = [newId(), newId()];
    const editor = editorOf({ root: rootOf([paragraphOf([textOf('one two')], a), paragraphOf([textOf('three')], b)]) });
    editor.update(() => {}, { discrete: true });
    const $first = () => {
      const node = $getRoot().getFirstChildOrThrow();
      if (!$isElementNode(node)) throw new Error('expected a paragraph');
      return node;
    };
    editor.update(() => void $first().select(0, 0).insertParagraph(), { discrete: true });
    const split = idsOf(fromEditor(editor.getEditorState()));
    expect(new Set(split).size).toBe(3);
    expect(split).toContain(a);
    editor.update(
      () => {
        const copy = $createParagraphNode().append($createTextNode('copied'));
        const json = { ...copy.exportJSON(), $: { id: b } };
        $getRoot().append($createParagraphNode().updateFromJSON(json));
      },
      { discrete: true },
    );
    const copied = idsOf(fromEditor(editor.getEditorState()));
    expect(new Set(copied).size).toBe(4);
    expect(copied.indexOf(b)).toBe(2);
    editor.update(
      () => {
        const last = $getRoot().getChildAtIndex(2);
        if (last) $getRoot().getFirstChildOrThrow().insertBefore(last);
      },
      { discrete: true },
    );
    expect(idsOf(fromEditor(editor.getEditorState()))[0]).toBe(b);
    editor.read(() =>
      $getRoot()
        .getChildren()
        .forEach((node: LexicalNode) => {
          expect($getState(node, blockIdState)).not.toBe('');
        }),
    );
  });
});

describe('what the editor does not know', () => {
  const strange: NoteNode = {
    type: 'map-block',
    version: 7,
    place: { lat: 19.9, lon: -0.2 },
    $: { id: 'm' },
    children: [textOf('in it')],
  };
  const inline: NoteNode = { type: 'footnote', text: 'see there', version: 1 };
  test('is written back exactly as it was read', () => {
    const document: NoteDocument = {
      root: rootOf([
        paragraphOf([textOf('before '), inline, textOf(' after')], newId()),
        strange,
        {
          type: 'list',
          listType: 'bullet',
          start: 1,
          tag: 'ul',
          version: 1,
          direction: null,
          format: '',
          indent: 0,
          $: { id: newId() },
          children: [item(newId(), 'kept'), strange],
        },
        { type: 'table', version: 1, children: [{ type: 'tablerow', version: 1, children: [strange] }] },
      ]),
    };
    const editor = editorOf(document);
    editor.update(() => void $getRoot().append($createParagraphNode()), { discrete: true });
    const after = fromEditor(editor.getEditorState());
    expect(after.root.children.slice(0, 4)).toEqual(document.root.children);
    expect(noteDocumentSchema.safeParse(after).success).toBe(true);
  });
});

test('citations and embedded records go through the editor unchanged', () => {
  const sha256 = 'ab'.repeat(32);
  const cited: NoteNode[] = [
    { type: 'citation', version: 1, to: 'exhibit', target: newId(), excerpt: { type: 'time', from: 3, to: 8.5 } },
    { type: 'citation', version: 1, to: 'tag', target: newId() },
  ];
  const document: NoteDocument = {
    root: rootOf([
      paragraphOf([textOf('seen '), ...cited], newId()),
      { type: 'claim-block', version: 1, claim: newId(), $: { id: newId() } },
      { type: 'exhibit-image', version: 1, exhibit: newId(), asset: sha256, $: { id: newId() } },
    ]),
  };
  callCitations((cited) => `<${cited.to}>`);
  const editor = editorOf(document);
  editor.update(() => {}, { discrete: true });
  expect(fromEditor(editor.getEditorState())).toEqual(document);
  expect(editor.read(() => $getRoot().getTextContent())).toContain('seen <exhibit><tag>');
});
