import type { Definition, Nodes, PhrasingContent, Text } from 'mdast';
import { type NoteNode, textOf } from './document.ts';

type Tell = (what: 'picture' | 'form', node: Nodes, detail: string) => void;

/** A citation as Markdown names it: `[EX-12] [^1]`, or without its footnote. Found in the case later, or turned into text again. */
export interface NamedCitation extends NoteNode {
  readonly type: 'named-citation';
  readonly label: string;
  /** The name of the footnote behind it. */
  readonly footnote?: string;
}

const BITS: Readonly<Record<string, number>> = { u: 8, sub: 32, sup: 64, mark: 128 };
const LABEL = /\\?\[([A-Z]{1,3}-\d+[A-Z]*)\\?\]/g;
const LABEL_AT_END = /\[([A-Z]{1,3}-\d+[A-Z]*)\] ?$/;
const DEEPEST = 24;

/** Reads what stands in a block: words with their marks, links, line breaks, named citations. */
export class InlineReader {
  readonly #source: string;
  readonly #definitions: ReadonlyMap<string, Definition>;
  readonly #used: ReadonlySet<string>;
  readonly #tell: Tell;

  constructor(source: string, definitions: ReadonlyMap<string, Definition>, tell: Tell) {
    this.#source = source;
    this.#definitions = definitions;
    this.#used = new Set(definitions.keys());
    this.#tell = tell;
  }

  /** Says whether a definition is the one that links of its name lead to. */
  isUsed(definition: Definition): boolean {
    return this.#used.has(definition.identifier) && this.#definitions.get(definition.identifier) === definition;
  }

  nodes(children: readonly PhrasingContent[]): NoteNode[] {
    return merged(this.#all(children, 0, 0));
  }

  /** Reads a cell: its lines, as `<br>` parts them. */
  lines(children: readonly PhrasingContent[]): NoteNode[][] {
    const lines: NoteNode[][] = [[]];
    for (const node of this.nodes(children)) {
      if (node.type === 'linebreak') lines.push([]);
      else lines.at(-1)?.push(node);
    }
    return lines;
  }

  #all(children: readonly PhrasingContent[], format: number, depth: number): NoteNode[] {
    const out: NoteNode[] = [];
    for (let n = 0; n < children.length; n += 1) {
      const node = children[n];
      if (!node) continue;
      const mark = node.type === 'html' ? /^<(u|sub|sup|mark)>$/.exec(node.value)?.[1] : undefined;
      const end = mark === undefined ? -1 : closing(children, n, mark);
      if (mark !== undefined && end >= 0) {
        out.push(...this.#all(children.slice(n + 1, end), format | (BITS[mark] ?? 0), depth + 1));
        n = end;
        continue;
      }
      const next = children[n + 1];
      if (node.type === 'text' && next?.type === 'footnoteReference') {
        const label = LABEL_AT_END.exec(node.value);
        if (label?.[1] !== undefined && this.#labels(node).at(-1) === true) {
          out.push(...this.#text({ ...node, value: node.value.slice(0, label.index) }, format));
          out.push({ type: 'named-citation', label: label[1], footnote: next.identifier });
          n += 1;
          continue;
        }
      }
      out.push(...this.#one(node, format, depth));
    }
    return out;
  }

  #one(node: PhrasingContent, format: number, depth: number): NoteNode[] {
    if (depth > DEEPEST) return this.#plain(this.#sourceOf(node), format);
    switch (node.type) {
      case 'text':
        return this.#text(node, format);
      case 'strong':
        return this.#all(node.children, format | 1, depth + 1);
      case 'emphasis':
        return this.#all(node.children, format | 2, depth + 1);
      case 'delete':
        return this.#all(node.children, format | 4, depth + 1);
      case 'inlineCode':
        return this.#plain(node.value, format | 16);
      case 'break':
        return [{ type: 'linebreak', version: 1 }];
      case 'html':
        return /^<br\s*\/?>$/i.test(node.value) ? [{ type: 'linebreak', version: 1 }] : this.#plain(node.value, format);
      case 'link':
        return this.#link(node, node.url, this.#all(node.children, format, depth + 1));
      case 'linkReference': {
        const defined = this.#definitions.get(node.identifier);
        const words = this.#all(node.children, format, depth + 1);
        return defined ? this.#link(node, defined.url, words) : this.#plain(this.#sourceOf(node), format);
      }
      case 'image':
        this.#tell('picture', node, node.url);
        return this.#plain(this.#sourceOf(node), format);
      case 'imageReference': {
        const address = this.#definitions.get(node.identifier)?.url ?? '';
        this.#tell('picture', node, address);
        return this.#plain(`![${node.alt ?? ''}](${address})`, format);
      }
      default:
        return this.#plain(this.#sourceOf(node), format);
    }
  }

  /** Only addresses that the shell would open are links; of any other the text is kept as it stands. */
  #link(node: Nodes, url: string, words: readonly NoteNode[]): NoteNode[] {
    if (!/^(https?:\/\/|mailto:)\S+$/i.test(url)) {
      this.#tell('form', node, url);
      return this.#plain(this.#sourceOf(node), 0);
    }
    const link = { direction: null, format: '', indent: 0, rel: null, target: null, title: null };
    return [{ type: 'link', version: 1, ...link, url, children: merged(words.length > 0 ? words : [textOf(url)]) }];
  }

  /** A label in brackets is a citation, unless its brackets are escaped: then somebody wrote them as words. */
  #text(node: Text, format: number): NoteNode[] {
    const written = this.#labels(node);
    const found = [...node.value.matchAll(LABEL)];
    if (format !== 0 || written.length < found.length) return this.#plain(node.value, format);
    const out: NoteNode[] = [];
    let done = 0;
    for (const [n, match] of found.entries()) {
      const [all, label = ''] = match;
      if (written[n] !== true) continue;
      out.push(...this.#plain(node.value.slice(done, match.index), format), { type: 'named-citation', label });
      done = match.index + all.length;
    }
    return [...out, ...this.#plain(node.value.slice(done), format)];
  }

  /** Says of each label in brackets whether its brackets are signs, not words. */
  #labels(node: Text): boolean[] {
    return [...this.#sourceOf(node).matchAll(LABEL)].map(([all]) => !all.includes('\\'));
  }

  #plain(words: string, format: number): NoteNode[] {
    return words
      .replace(/\r\n|\n|\r/g, ' ')
      .split(/(\t)/)
      .filter((piece) => piece !== '')
      .map((piece) =>
        piece === '\t' ? { ...textOf(piece), type: 'tab', detail: 2, format } : { ...textOf(piece), format },
      );
  }

  #sourceOf(node: Nodes): string {
    return this.#source.slice(node.position?.start.offset, node.position?.end.offset);
  }
}

function closing(children: readonly PhrasingContent[], from: number, mark: string): number {
  let open = 0;
  for (let n = from; n < children.length; n += 1) {
    const node = children[n];
    if (node?.type !== 'html') continue;
    if (node.value === `<${mark}>`) open += 1;
    if (node.value === `</${mark}>`) open -= 1;
    if (open === 0) return n;
  }
  return -1;
}

/** Puts neighbouring words of the same look together, as the editor does. */
function merged(nodes: readonly NoteNode[]): NoteNode[] {
  const out: NoteNode[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (last?.type === 'text' && node.type === 'text' && last.format === node.format)
      out[out.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else out.push(node);
  }
  return out;
}
