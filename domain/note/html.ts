import type { CitationNames } from '#domain/case-file/names.ts';
import { type Citation, citationOf, type NoteDocument, type NoteNode } from './document.ts';
import { headingLevel } from './markdown.ts';

/** Writes text so that HTML takes it for nothing but text, in elements and in quoted attributes. */
export function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Names the place in a page that a citation leads to. */
export function anchorOf({ to, target }: Pick<Citation, 'to' | 'target'>): string {
  return `${to}-${target}`;
}

/** What a page says of what its notes cite, beside the names. */
export interface PageNames extends CitationNames {
  /** Where a claim stands, in words; null when it is not in the case any more. */
  standing(claim: string): string | null;
  /** A picture that a note shows, as HTML; null when there is none to show. */
  picture(exhibit: string, asset: string): string | null;
}

const tags: [bit: number, tag: string][] = [
  [16, 'code'],
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
];

/**
 * Gives a note's text as HTML without its title: elements only, no script, no style, nothing loaded. Citations lead to the anchor
 * of what they cite within the same page; addresses are kept for http, https and mailto only. Paragraphs keep their direction.
 */
export function noteHtml(document: NoteDocument, names: PageNames): string {
  return document.root.children.map((node) => block(node, names)).join('\n');
}

function block(node: NoteNode, names: PageNames): string {
  const inside = () => inlines(node, names);
  switch (node.type) {
    case 'heading':
      return element(`h${headingLevel(node)}`, node, inside());
    case 'quote':
      return element('blockquote', node, inside());
    case 'code':
      return `<pre><code>${inside()}</code></pre>`;
    case 'list':
      return list(node, names);
    case 'table':
      return `<table>${(node.children ?? []).map((row) => `<tr>${cells(row, names)}</tr>`).join('')}</table>`;
    case 'horizontalrule':
      return '<hr>';
    case 'claim-block':
      if (typeof node.claim !== 'string') return '';
      return claimBlock({ to: 'claim', target: node.claim }, names);
    case 'exhibit-image':
      return typeof node.exhibit === 'string' ? exhibitImage(node.exhibit, String(node.asset), names) : '';
    default:
      return element('p', node, inside());
  }
}

function claimBlock(citation: Citation, names: PageNames): string {
  const told = names.footnote(citation) ?? '';
  const text = told.replace(`${names.label(citation)}: `, '');
  return `<blockquote dir="auto">${chip(citation, names)} ${html(text)}</blockquote>`;
}

function exhibitImage(exhibit: string, asset: string, names: PageNames): string {
  const label = chip({ to: 'exhibit', target: exhibit }, names);
  const picture = names.picture(exhibit, asset);
  return picture === null ? `<p>${label}</p>` : `<figure>${picture}<figcaption>${label}</figcaption></figure>`;
}

function element(tag: string, node: NoteNode, inside: string): string {
  const direction = node.direction === 'rtl' || node.direction === 'ltr' ? node.direction : 'auto';
  return `<${tag} dir="${direction}">${inside}</${tag}>`;
}

function inlines(node: NoteNode, names: PageNames): string {
  return (node.children ?? []).map((child) => inline(child, names)).join('');
}

function inline(node: NoteNode, names: PageNames): string {
  const citation = citationOf(node);
  if (citation) return chip(citation, names);
  if (typeof node.text === 'string') {
    const format = typeof node.format === 'number' ? node.format : 0;
    return tags.reduce(
      (text, [bit, tag]) => ((format & bit) === 0 ? text : `<${tag}>${text}</${tag}>`),
      html(node.text),
    );
  }
  if (node.type === 'linebreak') return '<br>';
  const inside = inlines(node, names);
  if ((node.type === 'link' || node.type === 'autolink') && typeof node.url === 'string')
    return /^(https?|mailto):/i.test(node.url)
      ? `<a rel="noreferrer noopener" href="${html(node.url)}">${inside}</a>`
      : inside;
  return inside;
}

function chip(citation: Citation, names: PageNames): string {
  const label = html(names.label(citation));
  if (citation.to === 'tag') return `<span class="tag" dir="auto">${label}</span>`;
  const standing = citation.to === 'claim' ? names.standing(citation.target) : null;
  const told = standing === null ? '' : ` <span class="standing">${html(standing)}</span>`;
  return `<a class="cite" href="#${anchorOf(citation)}" title="${html(names.footnote(citation) ?? '')}">${label}${told}</a>`;
}

function list(node: NoteNode, names: PageNames): string {
  const tag = node.listType === 'number' ? 'ol' : 'ul';
  const items = (node.children ?? []).map((item) => {
    const box = node.listType === 'check' ? (item.checked === true ? '☑ ' : '☐ ') : '';
    const parts = (item.children ?? []).map((child) =>
      child.type === 'list' ? list(child, names) : inline(child, names),
    );
    return element('li', item, box + parts.join(''));
  });
  const start = tag === 'ol' && typeof node.start === 'number' && node.start !== 1 ? ` start="${node.start}"` : '';
  return `<${tag}${start}${node.listType === 'check' ? ' class="checks"' : ''}>${items.join('')}</${tag}>`;
}

function cells(row: NoteNode, names: PageNames): string {
  return (row.children ?? [])
    .map((cell) => {
      const tag = typeof cell.headerState === 'number' && cell.headerState > 0 ? 'th' : 'td';
      const span = ['colSpan', 'rowSpan'].flatMap((name) => {
        const count = cell[name];
        return typeof count === 'number' && count > 1 ? [` ${name.toLowerCase()}="${count}"`] : [];
      });
      const inside = (cell.children ?? []).map((child) => block(child, names)).join('');
      return `<${tag}${span.join('')}>${inside}</${tag}>`;
    })
    .join('');
}
