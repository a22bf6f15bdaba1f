import type { CitationNames } from '#domain/case-file/names.ts';
import { type Citation, citationOf, type NoteDocument, type NoteNode } from './document.ts';

/**
 * Gives a note as Markdown (CommonMark with tables, task lists and footnotes): citations as `[EX-12] [^1]`, what stands
 * behind each label as a footnote. Marks that Markdown has no sign for are written as HTML (`<u>`, `<mark>`). Nodes this version
 * does not know give their text.
 */
export function noteMarkdown(title: string, document: NoteDocument, names: CitationNames): string {
  const writer = new MarkdownWriter(names);
  const body: string[] = [];
  let before: NoteNode | undefined;
  for (const node of document.root.children) {
    const text = writer.block(node);
    if (text === '') continue;
    // Subtle: two lists that follow each other would be read as one.
    if (before?.type === 'list' && node.type === 'list') body.push('<!-- -->');
    body.push(text);
    before = node;
  }
  const head = `# ${oneLine(escaped(title))}`;
  const parts = [head, ...body, ...(writer.footnotes.length > 0 ? [writer.footnotes.join('\n')] : [])];
  return `${parts.join('\n\n')}\n`;
}

const formats: [bit: number, open: string, close: string][] = [
  [16, '`', '`'],
  [1, '**', '**'],
  [2, '*', '*'],
  [4, '~~', '~~'],
  [8, '<u>', '</u>'],
  [32, '<sub>', '</sub>'],
  [64, '<sup>', '</sup>'],
  [128, '<mark>', '</mark>'],
];

class MarkdownWriter {
  readonly footnotes: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #names: CitationNames;

  constructor(names: CitationNames) {
    this.#names = names;
  }

  block(node: NoteNode): string {
    switch (node.type) {
      case 'heading':
        return `${'#'.repeat(headingLevel(node))} ${oneLine(this.inline(node))}`;
      case 'quote':
        return indented(paragraphText(this.inline(node)), '> ', '> ');
      case 'code':
        return fenced(plain(node), typeof node.language === 'string' ? node.language : '');
      case 'list':
        return this.#list(node);
      case 'table':
        return this.#table(node);
      case 'horizontalrule':
        return '---';
      case 'claim-block':
        return typeof node.claim === 'string' ? `> ${this.#cite({ to: 'claim', target: node.claim })}` : '';
      case 'exhibit-image':
        return typeof node.exhibit === 'string' ? this.#cite({ to: 'exhibit', target: node.exhibit }) : '';
      default:
        return paragraphText(this.inline(node));
    }
  }

  inline(node: NoteNode): string {
    const citation = citationOf(node);
    if (citation) return this.#cite(citation);
    if (typeof node.text === 'string') return formatted(node.text, typeof node.format === 'number' ? node.format : 0);
    if (node.type === 'linebreak') return '\\\n';
    if (node.type === 'tab') return '\t';
    const inside = (node.children ?? []).map((child) => this.inline(child)).join('');
    if ((node.type === 'link' || node.type === 'autolink') && typeof node.url === 'string')
      return `[${inside}](<${linkAddress(node.url)}>)`;
    return inside;
  }

  #cite(citation: Citation): string {
    const label = this.#names.label(citation);
    const footnote = this.#names.footnote(citation);
    if (footnote === null) return escaped(label);
    const known = this.#numbers.get(footnote);
    const number = known ?? this.#numbers.size + 1;
    if (known === undefined) {
      this.#numbers.set(footnote, number);
      this.footnotes.push(`[^${number}]: ${escaped(footnote.replace(/\s+/g, ' '))}`);
    }
    return `[${label}] [^${number}]`;
  }

  #list(list: NoteNode): string {
    let number = typeof list.start === 'number' ? list.start : 1;
    const lines: string[] = [];
    for (const item of list.children ?? []) {
      const nested = (item.children ?? []).filter((child) => child.type === 'list');
      const own = (item.children ?? []).filter((child) => child.type !== 'list');
      const text = paragraphText(own.map((child) => this.inline(child)).join(''));
      const mark = list.listType === 'number' ? `${number}. ` : list.listType === 'check' ? checkMark(item) : '- ';
      // Subtle: what belongs to an item stands as far in as its first word; a task's box is a word.
      const inset = ' '.repeat(list.listType === 'number' ? mark.length : 2);
      if (own.length > 0 || nested.length === 0) {
        lines.push(indented(text, mark, inset));
        number += 1;
      }
      for (const inner of nested) lines.push(indented(this.#list(inner), inset, inset));
    }
    return lines.join('\n');
  }

  #table(table: NoteNode): string {
    const rows = (table.children ?? []).map((row) => (row.children ?? []).map((cell) => this.#cell(cell)));
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (width === 0) return '';
    const line = (cells: string[]) => `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`;
    const [first = [], ...rest] = rows;
    return [line(first), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
  }

  #cell(cell: NoteNode): string {
    const parts = (cell.children ?? []).map((child) => (child.children ? this.inline(child) : this.block(child)));
    return parts.join('<br>').replace(/\\?\n/g, '<br>').replaceAll('|', '\\|');
  }
}

function checkMark(item: NoteNode): string {
  return item.checked === true ? '- [x] ' : '- [ ] ';
}

/** The level of a heading in a text whose own title stands above it: one lower, at most 6. */
export function headingLevel(node: NoteNode): number {
  return Math.min(6, Number(String(node.tag).slice(1)) + 1);
}

function formatted(text: string, format: number): string {
  if (text.trim() === '') return text;
  const marks = formats.filter(([bit]) => (format & bit) !== 0);
  // Subtle: marks must hug the words, so the spaces at the ends of a run stay outside of them.
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  const inside = (format & 16) !== 0 ? codeSpan(core) : escaped(core);
  return (
    before +
    marks.reduceRight((inner, [bit, open, close]) => (bit === 16 ? inner : open + inner + close), inside) +
    after
  );
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : fence + text + fence;
}

/** Escapes what Markdown would take for a sign of its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>~]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}

/** Gives a heading's text on its one line; signs at its end would be taken for the end of the heading. */
function oneLine(text: string): string {
  return text.replace(/\\?\n/g, ' ').replace(/#+$/, '\\$&');
}

function linkAddress(url: string): string {
  return url
    .replace(/[<>\n\r]/g, encodeURIComponent)
    .replaceAll('\\', '%5C')
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

/** Escapes what would be a heading, list, quote or rule at the beginning of a line. */
function paragraphText(text: string): string {
  return text.replace(
    /^(\s*)(#{1,6}(?=\s|$)|[-+=](?=\s|$|-|=)|:(?=-)|\d+(?=[.)](?:\s|$)))/gm,
    (_, space: string, sign: string) => (/^\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`),
  );
}

function indented(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n');
}

/** Gives the plain text beneath a node, line breaks as they are. */
function plain(node: NoteNode): string {
  if (typeof node.text === 'string') return node.text;
  if (node.type === 'linebreak') return '\n';
  return (node.children ?? []).map(plain).join('');
}

function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}
