import type { EditorState, SerializedEditorState } from 'lexical';
import { type NoteDocument, type NoteNode, noteDocumentSchema } from '#domain/note/document.ts';

const knownTypes = new Set([
  'root',
  'paragraph',
  'heading',
  'quote',
  'code',
  'list',
  'listitem',
  'table',
  'tablerow',
  'tablecell',
  'horizontalrule',
  'text',
  'linebreak',
  'tab',
  'link',
  'autolink',
  'citation',
  'claim-block',
  'exhibit-image',
]);
const holdsBlocks = new Set(['root', 'tablecell']);
/** These hold only their own kind; a stranger among their children makes the whole a stranger. */
const childrenOf: Record<string, string> = { list: 'listitem', table: 'tablerow', tablerow: 'tablecell' };

/** Gives a note's text in the form the editor takes: what this version does not know is set in inert wrappers. */
export function forEditor(document: NoteDocument): NoteDocument {
  return {
    ...document,
    root: { ...document.root, children: document.root.children.map((child) => known(child, 'root')) },
  };
}

/** Gives the editor's text as it is written down: wrappers are taken off, so strangers come out exactly as they went in. */
export function fromEditor(state: EditorState): NoteDocument {
  const serialized: SerializedEditorState = state.toJSON();
  const { root, ...rest } = noteDocumentSchema.parse(serialized);
  return { ...rest, root: { ...root, children: root.children.map(unwrapped) } };
}

function known(node: NoteNode, parent: string): NoteNode {
  if (!isKnown(node)) {
    const type = holdsBlocks.has(parent) ? 'unknown-block' : 'unknown-inline';
    return { type, version: 1, raw: node };
  }
  return node.children ? { ...node, children: node.children.map((child) => known(child, node.type)) } : node;
}

function isKnown(node: NoteNode): boolean {
  if (!knownTypes.has(node.type)) return false;
  const only = childrenOf[node.type];
  return only === undefined || (node.children ?? []).every((child) => child.type === only && isKnown(child));
}

function unwrapped(node: NoteNode): NoteNode {
  if (node.type === 'unknown-block' || node.type === 'unknown-inline') {
    const { raw } = node;
    if (!isNode(raw)) throw new Error('The editor lost what it was given to keep.');
    return raw;
  }
  return node.children ? { ...node, children: node.children.map(unwrapped) } : node;
}

function isNode(value: unknown): value is NoteNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
