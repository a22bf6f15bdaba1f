import { Parser } from 'htmlparser2';

/** An element of a page: nothing in it runs, loads or is followed. */
export interface PageNode {
  readonly name: string;
  readonly classes: ReadonlySet<string>;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (PageNode | string)[];
}

/** What stands in an exported page, in its order. `more` is where the page says that the next one is. */
export type PagePiece =
  | { readonly is: 'title'; readonly title: string }
  | { readonly is: 'message'; readonly node: PageNode }
  | { readonly is: 'more'; readonly href: string }
  | { readonly is: 'too-large'; readonly id: string };

interface Open extends PageNode {
  readonly children: (PageNode | string)[];
}

/** What a message may hold, in UTF-16 units and elements; Telegram's own have at most 4,096 characters. */
const MOST = 1024 * 1024;
/** Deeper elements are laid flat: whoever walks the tree must not run out of stack. */
const MOST_DEPTH = 100;

/**
 * Reads a page of Telegram Desktop's HTML as it streams in. Only what is inside messages is kept, one message at a time; a
 * message begins where another one does, whatever was left open before: pages hold captions that were not escaped.
 */
export class PageReader {
  readonly #parser: Parser;
  #pieces: PagePiece[] = [];
  #stack: Open[] = [];
  #size = 0;
  #flat = 0;
  #isCut = false;

  constructor() {
    this.#parser = new Parser({
      onopentag: (name, attributes) => this.#open(name, new Map(Object.entries(attributes))),
      ontext: (text) => this.#add(text),
      onclosetag: (name) => this.#close(name),
    });
  }

  push(text: string): readonly PagePiece[] {
    this.#parser.write(text);
    return this.#given();
  }

  end(): readonly PagePiece[] {
    this.#parser.end();
    this.#finish();
    return this.#given();
  }

  #given(): readonly PagePiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  #open(name: string, attributes: ReadonlyMap<string, string>): void {
    const classes = new Set((attributes.get('class') ?? '').split(/\s+/));
    const isMessage = name === 'div' && classes.has('message') && /^message-?\d+$/.test(attributes.get('id') ?? '');
    if (isMessage || (name === 'div' && classes.has('page_header'))) this.#finish();
    if (this.#stack.length > MOST_DEPTH) {
      this.#flat += 1;
      return;
    }
    const node: Open = { name, classes, attributes, children: [] };
    const parent = this.#stack.at(-1);
    if (parent) {
      this.#size += 16;
      if (this.#fits()) parent.children.push(node);
    } else if (!isMessage && !classes.has('page_header') && !classes.has('pagination')) return;
    this.#stack.push(node);
  }

  #add(text: string): void {
    const parent = this.#stack.at(-1);
    if (!parent) return;
    this.#size += text.length;
    if (this.#fits()) parent.children.push(text);
  }

  #fits(): boolean {
    if (this.#size > MOST) this.#isCut = true;
    return !this.#isCut;
  }

  #close(name: string): void {
    if (this.#flat > 0) this.#flat -= 1;
    else if (this.#stack.at(-1)?.name === name) {
      if (this.#stack.length === 1) this.#finish();
      else this.#stack.pop();
    }
  }

  #finish(): void {
    const [node] = this.#stack;
    const isCut = this.#isCut;
    this.#stack = [];
    this.#size = 0;
    this.#flat = 0;
    this.#isCut = false;
    if (!node) return;
    if (node.classes.has('message')) {
      const id = (node.attributes.get('id') ?? '').slice('message'.length);
      this.#pieces.push(isCut ? { is: 'too-large', id } : { is: 'message', node });
    } else if (node.classes.has('page_header')) this.#pieces.push({ is: 'title', title: wordsOf(node) });
    else if (/next/i.test(wordsOf(node))) {
      this.#pieces.push({ is: 'more', href: node.attributes.get('href') ?? '' });
    }
  }
}

/** Gives the first element inside with all these classes, itself left out; undefined when there is none. */
export function within(node: PageNode, ...classes: readonly string[]): PageNode | undefined {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (classes.every((name) => child.classes.has(name))) return child;
    const found = within(child, ...classes);
    if (found) return found;
  }
  return undefined;
}

/** Gives the elements right below. */
export function elementsOf(node: PageNode): PageNode[] {
  return node.children.filter((child) => typeof child !== 'string');
}

/** Gives all text inside as it stands; `<br>` is a line break. */
export function textIn(node: PageNode): string {
  return node.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : textIn(child)))
    .join('');
}

/** Gives all text inside without the white space around it. */
export function wordsOf(node: PageNode): string {
  return textIn(node).trim();
}
