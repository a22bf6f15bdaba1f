import type { Definition, List, ListItem, Nodes, RootContent, Table } from 'mdast';
import { type NoteNode, paragraphOf, textOf } from './document.ts';
import { InlineReader } from './markdown-inline.ts';

/** Something in Markdown that a note cannot hold as it stands; its words are in the note. */
export interface Told {
  readonly what: 'picture' | 'form';
  /** Counted from 1 in the whole file. */
  readonly line: number;
  readonly detail: string;
}

export interface ReadingOf {
  readonly source: string;
  /** How many lines of the file stand before the source. */
  readonly line: number;
  readonly id: () => string;
  /** The text has a title of its own, so its headings stand one level lower than in a note. */
  readonly isTitled: boolean;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** Deeper than this a text is taken as it stands: no note may be nested without end. */
const DEEPEST = 24;

/** Makes the blocks of a note out of those of a Markdown text. */
export class BlockReader {
  readonly told: Told[] = [];
  readonly #of: ReadingOf;
  readonly #inline: InlineReader;

  constructor(of: ReadingOf) {
    this.#of = of;
    this.#inline = new InlineReader(of.source, of.definitions, (what, node, detail) => this.#tell(what, node, detail));
  }

  /** Gives a block as blocks of a note. A definition gives none: it is read where it is used. */
  blocks(node: RootContent, depth = 0): NoteNode[] {
    if (depth > DEEPEST) return [this.#asItStands(node)];
    switch (node.type) {
      case 'heading': {
        const level = Math.max(1, node.depth - (this.#of.isTitled ? 1 : 0));
        return [this.#element('heading', this.#inline.nodes(node.children), { tag: `h${level}` })];
      }
      case 'paragraph':
        return [paragraphOf(this.#inline.nodes(node.children), this.#of.id())];
      case 'blockquote':
        return node.children.flatMap((child) => this.#quoted(child, depth));
      case 'code':
        return [this.#element('code', node.value === '' ? [] : [textOf(node.value)], { language: node.lang ?? null })];
      case 'list':
        return [{ ...this.#list(node, 0, depth), $: { id: this.#of.id() } }];
      case 'table':
        return [this.#table(node)];
      case 'thematicBreak':
        return [{ type: 'horizontalrule', version: 1, $: { id: this.#of.id() } }];
      case 'html':
        // Subtle: an empty comment only parts two lists.
        return node.value === '<!-- -->' ? [] : [this.#asItStands(node)];
      case 'definition':
        return this.#inline.isUsed(node) ? [] : [this.#asItStands(node)];
      case 'footnoteDefinition':
        return [];
      default:
        return [this.#asItStands(node)];
    }
  }

  #quoted(node: RootContent, depth: number): NoteNode[] {
    if (node.type === 'paragraph') return [this.#element('quote', this.#inline.nodes(node.children))];
    if (node.type !== 'blockquote') this.#tell('form', node, `> ${node.type}`);
    return this.blocks(node, depth + 1);
  }

  #list(list: List, indent: number, depth: number): NoteNode {
    const isCheck = list.children.every(({ checked }) => typeof checked === 'boolean');
    const listType = list.ordered ? 'number' : isCheck ? 'check' : 'bullet';
    const start = list.ordered ? (list.start ?? 1) : 1;
    const items: NoteNode[] = [];
    const add = (children: readonly NoteNode[], more: object = {}) => {
      const value = start + items.filter(({ children: own }) => own?.[0]?.type !== 'list').length;
      items.push({ ...this.#element('listitem', children, { ...more, value }), indent });
    };
    for (const item of list.children) {
      const [own, nested] = this.#item(item, listType, indent, depth);
      add(own, listType === 'check' ? { checked: item.checked === true } : {});
      for (const inner of nested) add([inner]);
    }
    const tag = list.ordered ? 'ol' : 'ul';
    const { $: _, ...element } = this.#element('list', items, { listType, start, tag });
    return element;
  }

  /** Gives what an item says itself, and the lists within it, each of which is an item of its own in a note. */
  #item(item: ListItem, listType: string, indent: number, depth: number): [NoteNode[], NoteNode[]] {
    const own: NoteNode[] = [];
    const nested: NoteNode[] = [];
    if (typeof item.checked === 'boolean' && listType !== 'check') own.push(textOf(item.checked ? '[x] ' : '[ ] '));
    for (const [n, child] of item.children.entries()) {
      if (child.type === 'list' && depth < DEEPEST) {
        nested.push(this.#list(child, indent + 1, depth + 1));
        continue;
      }
      if (n > 0 && own.length > 0) own.push({ type: 'linebreak', version: 1 });
      if (child.type === 'paragraph') own.push(...this.#inline.nodes(child.children));
      else {
        this.#tell('form', child, `- ${child.type}`);
        own.push(...this.#lines(this.#sourceOf(child)));
      }
    }
    return [own, nested];
  }

  #table(table: Table): NoteNode {
    const width = Math.max(...table.children.map((row) => row.children.length));
    const rows = table.children.map((row, n) => {
      const cells = Array.from({ length: width }, (_, column) => {
        const cell = row.children[column];
        const paragraphs = cell ? this.#inline.lines(cell.children) : [[]];
        const { $: _id, ...element } = this.#element(
          'tablecell',
          paragraphs.map((inline) => {
            const { $: _own, ...paragraph } = paragraphOf(inline, '');
            return paragraph;
          }),
          { headerState: n === 0 ? 1 : 0, colSpan: 1, rowSpan: 1, backgroundColor: null },
        );
        return element;
      });
      return this.#element('tablerow', cells);
    });
    return this.#element('table', rows);
  }

  /** Keeps a block that a note has no form for as the text that stands in the file. */
  #asItStands(node: Nodes): NoteNode {
    return paragraphOf(this.#lines(this.#sourceOf(node)), this.#of.id());
  }

  #lines(text: string): NoteNode[] {
    return text
      .split(/\r\n|\n|\r/)
      .flatMap((line, n) => [
        ...(n > 0 ? [{ type: 'linebreak', version: 1 }] : []),
        ...(line === '' ? [] : [textOf(line)]),
      ]);
  }

  #sourceOf(node: Nodes): string {
    return this.#of.source.slice(node.position?.start.offset, node.position?.end.offset);
  }

  #element(type: string, children: readonly NoteNode[], more: object = {}): NoteNode {
    const { textFormat: _format, textStyle: _style, ...element } = paragraphOf(children, this.#of.id());
    return { ...element, ...more, type };
  }

  #tell(what: Told['what'], node: Nodes, detail: string): void {
    this.told.push({ what, line: this.#of.line + (node.position?.start.line ?? 1), detail });
  }
}

/** Gives the words beneath a node, without any marks. */
export function plainWords(node: Nodes): string {
  const words: string[] = [];
  const waiting: Nodes[] = [node];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (at.type === 'break') words.push('\n');
    else if ('value' in at) words.push(at.value);
    else if ('children' in at) waiting.push(...at.children.toReversed());
  }
  return words.join('').replaceAll('\n', ' ').trim();
}
