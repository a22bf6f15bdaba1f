import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast';
import type { NoteDocument, NoteNode } from './document.ts';
import { paragraphOf, rootOf, textOf } from './document.ts';
import { splitFrontMatter } from './front-matter.ts';
import { BlockReader, plainWords, type Told } from './markdown-blocks.ts';
import { markdownTree } from './markdown-tree.ts';

/** A note as Markdown tells it. Citations are named in it, not yet found: settle-citations.ts does that. */
export interface ReadNote {
  /** Undefined when the file gives none. */
  readonly title: string | undefined;
  readonly document: NoteDocument;
  /** The footnotes by name, each as the words of its paragraphs. */
  readonly footnotes: ReadonlyMap<string, string>;
  /** What could not come in as it stands. */
  readonly told: readonly Told[];
}

/**
 * Reads Markdown as notes: the other way of {@link noteMarkdown}. A heading of the first level is a note's title, and where a
 * text begins with one and has several, it holds several notes. HTML is text, but for the few marks that notes are written with;
 * pictures are told by their addresses, never looked for. Never fails; `id` gives each block its id.
 */
export function readMarkdown(source: string, id: () => string): ReadNote[] {
  const front = splitFrontMatter(source);
  const line = source.slice(0, source.length - front.body.length).split('\n').length - 1;
  const whole = markdownTree(front.body);
  const notes = notesIn(front.body, whole).map((part) => readNote(part.source, line + part.line, id));
  const [first = readNote('', line, id), ...rest] = notes;
  return [withFrontMatter(first, front, id), ...rest];
}

function withFrontMatter(note: ReadNote, front: ReturnType<typeof splitFrontMatter>, id: () => string): ReadNote {
  if (front.raw === undefined) return note;
  const { children } = note.document.root;
  const isSame = front.title === undefined || note.title === undefined || front.title === note.title;
  const own = front.title ?? note.title;
  // Subtle: front matter and heading may call the note differently; then the heading stays what it is in the file.
  const heading = isSame ? [] : [headingOf(note.title ?? '', id())];
  const kept = front.saysMore ? [codeOf(front.raw, 'yaml', id())] : [];
  return { ...note, title: own, document: { root: rootOf([...kept, ...heading, ...children]) } };
}

function headingOf(text: string, id: string): NoteNode {
  const { textFormat: _format, textStyle: _style, ...element } = paragraphOf([textOf(text)], id);
  return { ...element, type: 'heading', tag: 'h1' };
}

function codeOf(text: string, language: string, id: string): NoteNode {
  const { textFormat: _format, textStyle: _style, ...element } = paragraphOf([textOf(text)], id);
  return { ...element, type: 'code', language };
}

interface Part {
  readonly source: string;
  /** How many lines of the file stand before it. */
  readonly line: number;
}

/** Parts a text at its titles where it begins with one. Each part has the link addresses of the whole. */
function notesIn(source: string, { children }: Root): Part[] {
  const isTitle = (node: RootContent | undefined) => node?.type === 'heading' && node.depth === 1;
  const titles = children.filter(isTitle);
  if (!isTitle(children[0]) || titles.length < 2) return [{ source, line: 0 }];
  const defined = children.filter((node): node is Definition => node.type === 'definition');
  const starts = titles.map((node) => node.position?.start.offset ?? 0);
  return starts.map((start, n) => {
    const end = starts[n + 1] ?? source.length;
    const before = source.slice(0, start);
    const elsewhere = defined.filter(({ position }) => {
      const at = position?.start.offset ?? 0;
      return at < start || at >= end;
    });
    const more = elsewhere.map(({ position }) => source.slice(position?.start.offset, position?.end.offset));
    return { source: [source.slice(start, end), ...more].join('\n\n'), line: before.split('\n').length - 1 };
  });
}

function readNote(source: string, line: number, id: () => string): ReadNote {
  const { children } = markdownTree(source);
  const [first] = children;
  const isTitled = first?.type === 'heading' && first.depth === 1;
  const reader = new BlockReader({ source, line, id, isTitled, definitions: definitionsIn(children) });
  const footnotes = children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition');
  const blocks = (isTitled ? children.slice(1) : children).flatMap((node) => reader.blocks(node));
  return {
    title: isTitled ? plainWords(first) : undefined,
    document: { root: rootOf(blocks.length > 0 ? blocks : [paragraphOf([], id())]) },
    footnotes: new Map(footnotes.map((node) => [node.identifier, node.children.map(plainWords).join('\n')])),
    told: reader.told,
  };
}

function definitionsIn(children: readonly RootContent[]): Map<string, Definition> {
  const all = new Map<string, Definition>();
  for (const node of children)
    if (node.type === 'definition' && !all.has(node.identifier)) all.set(node.identifier, node);
  return all;
}
