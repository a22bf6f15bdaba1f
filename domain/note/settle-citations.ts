import { type CitedRecords, citationNames } from '#domain/case-file/names.ts';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { postText } from '#domain/evidence/kinds/telegram.ts';
import { quoteOf } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';
import { type Citation, type NoteDocument, type NoteNode, paragraphOf, textOf } from './document.ts';
import type { ReadNote } from './read-markdown.ts';

/** A note as it can be kept, and the citations that stay text because this case has nothing that they could mean. */
export interface SettledNote {
  readonly document: NoteDocument;
  readonly lost: readonly { readonly label: string; readonly why: 'unknown' | 'another' }[];
}

/**
 * Finds what the citations of a note read from Markdown mean in a case. A number alone names what has that number here; with a
 * footnote, what stands here must be called what the footnote says, as another case counts from one too. What is
 * not found stays text, its footnote below the note. A tag that the case has is cited where its path stands behind a `#`.
 */
export function settleCitations(
  { document, footnotes }: ReadNote,
  records: CitedRecords,
  id: () => string,
): SettledNote {
  const find = finderIn(records);
  const paths = [...records.tags.values()].filter(({ gone }) => gone === undefined);
  paths.sort((a, b) => b.path.length - a.path.length);
  const lost: { label: string; why: 'unknown' | 'another' }[] = [];
  const needed = new Set<string>();
  const inline = (node: NoteNode): NoteNode[] => {
    if (node.type === 'named-citation' && typeof node.label === 'string') {
      const name = typeof node.footnote === 'string' ? node.footnote : undefined;
      const found = find(node.label, name === undefined ? undefined : footnotes.get(name));
      if (typeof found !== 'string') return [{ type: 'citation', version: 1, ...found }];
      lost.push({ label: node.label, why: found });
      if (name !== undefined) needed.add(name);
      return [textOf(`[${node.label}]${name === undefined ? '' : ` [^${name}]`}`)];
    }
    if (node.type === 'text' && node.format === 0 && typeof node.text === 'string') {
      for (const [, name = ''] of node.text.matchAll(/\[\^([^\]\s]+)\]/g)) needed.add(name.toLowerCase());
      return withTags(node.text, paths);
    }
    return [block(node)];
  };
  const block = (node: NoteNode): NoteNode => {
    if (!node.children) return node;
    if (node.type === 'link' || node.type === 'code') return node;
    const children = joined(node.children.flatMap(inline));
    const [only] = children;
    if (node.type === 'quote' && children.length === 1 && only?.type === 'citation' && only.to === 'claim')
      return { type: 'claim-block', version: 1, claim: only.target, ...('$' in node ? { $: node.$ } : {}) };
    return { ...node, children };
  };
  const children = document.root.children.map(block);
  const notes = [...footnotes]
    .filter(([name]) => needed.has(name) || !isCitedIn(document.root, name))
    .map(([name, words]) => paragraphOf([textOf(`[^${name}]: ${words}`)], id()));
  return { document: { ...document, root: { ...document.root, children: [...children, ...notes] } }, lost };
}

type Finder = (
  label: string,
  footnote: string | undefined,
) => Omit<Citation, 'excerpt'> | Citation | 'unknown' | 'another';

function finderIn(records: CitedRecords): Finder {
  const names = citationNames(records);
  const byLabel = new Map<string, { to: 'exhibit' | 'claim'; target: Id }>();
  for (const { id, label, gone } of records.exhibits.values())
    if (gone === undefined) byLabel.set(label, { to: 'exhibit', target: id });
  for (const { id, label, gone } of records.claims.values())
    if (gone === undefined) byLabel.set(label, { to: 'claim', target: id });
  return (label, footnote) => {
    const cited = byLabel.get(label);
    if (!cited) return 'unknown';
    if (footnote === undefined) return cited;
    const said = oneLine(footnote);
    const called = oneLine(names.footnote(cited) ?? '');
    if (said === called) return cited;
    const quoted = excerptIn(cited, said, called, records);
    return quoted ?? 'another';
  };
}

/** A footnote may end with the words of the exhibit that are meant. */
function excerptIn(
  { to, target }: { to: 'exhibit' | 'claim'; target: Id },
  said: string,
  called: string,
  { exhibits }: CitedRecords,
): Citation | undefined {
  const exhibit = exhibits.get(target);
  if (to !== 'exhibit' || !exhibit || !said.startsWith(`${called}. “`) || !said.endsWith('”')) return undefined;
  const words = said.slice(called.length + 3, -1);
  const texts = textsIn(exhibit.body);
  // Subtle: a footnote is one line; the exhibit may break its lines there.
  const pattern = new RegExp(
    words
      .split(' ')
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
      .join('\\s+'),
  );
  for (const [on, text] of texts) {
    const found = words === '' ? null : pattern.exec(text);
    if (found)
      return {
        to,
        target,
        excerpt: { type: 'text', on, ...quoteOf(text, found.index, found.index + found[0].length) },
      };
  }
  return undefined;
}

function textsIn(body: Exhibit['body']): [on: string, text: string][] {
  if (!('translations' in body)) return [];
  const own = 'verbatim' in body ? body.verbatim : postText(body.text);
  return [
    ['verbatim', own],
    ...Object.entries(body.translations).map(([on, { text }]): [string, string] => [on, text]),
  ];
}

function withTags(text: string, tags: readonly { readonly id: Id; readonly path: string }[]): NoteNode[] {
  const out: NoteNode[] = [];
  let done = 0;
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    if (at < done || /[\p{L}\p{N}_&#/]$/u.test(text.slice(0, at))) continue;
    const behind = text.slice(at + 1);
    const tag = tags.find(
      ({ path }) => behind.startsWith(path) && !/^[\p{L}\p{N}_/-]/u.test(behind.slice(path.length)),
    );
    if (!tag) continue;
    if (at > done) out.push(textOf(text.slice(done, at)));
    out.push({ type: 'citation', version: 1, to: 'tag', target: tag.id });
    done = at + 1 + tag.path.length;
  }
  return done < text.length ? [...out, textOf(text.slice(done))] : out;
}

function isCitedIn(node: NoteNode, name: string): boolean {
  if (node.type === 'named-citation') return node.footnote === name;
  return (node.children ?? []).some((child) => isCitedIn(child, name));
}

/** Words that stayed text stand in one piece with their neighbours. */
function joined(nodes: readonly NoteNode[]): NoteNode[] {
  const out: NoteNode[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (last?.type === 'text' && node.type === 'text' && last.format === node.format)
      out[out.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else out.push(node);
  }
  return out;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
