import { postText, type Run } from '#domain/evidence/kinds/telegram.ts';
import { joinedRuns, sliceRuns } from '#domain/evidence/runs.ts';
import { pastedPage } from '#ui/pasted-page.ts';

const KINDS: Readonly<Record<string, Run['kind']>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  U: 'underline',
  INS: 'underline',
  S: 'strikethrough',
  DEL: 'strikethrough',
  STRIKE: 'strikethrough',
  CODE: 'code',
  PRE: 'pre',
  BLOCKQUOTE: 'blockquote',
  'TG-SPOILER': 'spoiler',
};
const BLOCKS = new Set('P DIV BLOCKQUOTE PRE LI UL OL H1 H2 H3 H4 H5 H6 TR TABLE SECTION ARTICLE'.split(' '));

/**
 * Reads rich text from the clipboard as runs: bold, italic, underline, strikethrough, code, quotes, spoilers and links; of
 * nested formattings a link stays, else the innermost. Nothing in it is run, loaded or shown.
 */
export function runsFromHtml(html: string): Run[] {
  const runs: Run[] = [];
  walk(pastedPage(html).body, { kind: 'plain' }, runs);
  const joined = joinedRuns(runs);
  const text = postText(joined);
  const end = text.trimEnd().length;
  return sliceRuns(joined, text.length - text.trimStart().length, end);
}

type Format = Pick<Run, 'kind' | 'href'>;

function walk(node: Node, format: Format, runs: Run[]): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) {
      runs.push({ ...format, text: spaced(child.data, format, runs) });
    } else if (child instanceof Element) {
      if (child.tagName === 'BR') {
        runs.push({ kind: 'plain', text: '\n' });
        continue;
      }
      const isBlock = BLOCKS.has(child.tagName);
      if (isBlock) breakLine(runs);
      walk(child, formatOf(child, format), runs);
      if (isBlock) breakLine(runs);
    }
  }
}

/** White space as a page shows it: one space, none at the beginning of a line; kept in preformatted text. */
function spaced(text: string, format: Format, runs: Run[]): string {
  if (format.kind === 'pre') return text;
  const one = text.replace(/[ \t\r\n\f]+/g, ' ');
  const last = runs.findLast((run) => run.text !== '')?.text;
  return last === undefined || /[\n ]$/.test(last) ? one.replace(/^ /, '') : one;
}

function breakLine(runs: Run[]): void {
  const last = runs.findLast((run) => run.text !== '');
  if (last && !last.text.endsWith('\n')) runs.push({ kind: 'plain', text: '\n' });
}

function formatOf(element: Element, outer: Format): Format {
  if (outer.href !== undefined) return outer;
  const href = element.tagName === 'A' ? element.getAttribute('href') : null;
  if (href && /^(?:https?|tg|mailto|tel):/i.test(href)) {
    return element.textContent === href ? { kind: 'link', href } : { kind: 'text_link', href };
  }
  const style = element.getAttribute('data-style') ?? '';
  // Subtle: some editors wrap everything that is copied in <b style="font-weight:normal">.
  if (/font-weight:\s*(?:normal|400)/i.test(style) && element.tagName === 'B') return outer;
  const kind = KINDS[element.tagName];
  if (kind !== undefined) return { kind };
  if (element.classList.contains('tg-spoiler') || element.classList.contains('spoiler')) return { kind: 'spoiler' };
  if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) return { kind: 'bold' };
  if (/font-style:\s*italic/i.test(style)) return { kind: 'italic' };
  return outer;
}
