import type { Run } from '#domain/evidence/kinds/telegram.ts';
import { type PageNode, textIn } from './telegram-page-tree.ts';

const KINDS: ReadonlyMap<string, Run['kind']> = new Map<string, Run['kind']>([
  ['strong', 'bold'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['s', 'strikethrough'],
  ['code', 'code'],
  ['pre', 'pre'],
  ['blockquote', 'blockquote'],
]);

const CALLS: readonly (readonly [name: string, kind: Run['kind']])[] = [
  ['ShowHashtag', 'hashtag'],
  ['ShowBotCommand', 'bot_command'],
  ['ShowCashtag', 'cashtag'],
  ['ShowMentionName', 'mention_name'],
  ['ShowNotLoadedEmoji', 'custom_emoji'],
  ['ShowNotAvailableEmoji', 'custom_emoji'],
];

/**
 * Reads the text of a message in a page. The line break in front and the one behind with its indent are the writer's; those of
 * the message are `<br>`. Elements inside of elements give one run, as Telegram's own never nest.
 */
export function readPageText(node: PageNode): Run[] {
  const runs: Run[] = [];
  const last = node.children.length - 1;
  for (const [n, child] of node.children.entries()) {
    if (typeof child === 'string') {
      const begun = n === 0 ? child.replace(/^\r?\n/, '') : child;
      add(runs, { kind: 'plain', text: n === last ? begun.replace(/\r?\n[ \t]*$/, '') : begun });
    } else if (child.name === 'br') add(runs, { kind: 'plain', text: '\n' });
    else add(runs, runOf(child));
  }
  return runs;
}

function add(runs: Run[], run: Run): void {
  if (run.text === '') return;
  const before = runs.at(-1);
  if (before?.kind === 'plain' && run.kind === 'plain')
    runs.splice(-1, 1, { kind: 'plain', text: before.text + run.text });
  else runs.push(run);
}

function runOf(node: PageNode): Run {
  const text = textIn(node);
  if (node.name === 'a') return linkOf(node, text);
  if (node.name === 'span') return { kind: node.classes.has('spoiler') ? 'spoiler' : 'plain', text };
  return { kind: KINDS.get(node.name) ?? 'unknown', text };
}

function linkOf({ attributes }: PageNode, text: string): Run {
  const call = attributes.get('onclick') ?? '';
  const called = CALLS.find(([name]) => call.includes(name));
  if (called) return { kind: called[1], text };
  const href = attributes.get('href') ?? '';
  if (href === text) return { kind: 'link', text };
  if (href === `mailto:${text}`) return { kind: 'email', text };
  if (href === `tel:${text}`) return { kind: 'phone', text };
  if (text.startsWith('@') && href.endsWith(`/${text.slice(1)}`)) return { kind: 'mention', text };
  // Subtle: an address without a scheme is the picture of an emoji in the export's own folder.
  if (href === '' || !/^[a-z][a-z0-9+.-]*:/i.test(href)) return { kind: 'custom_emoji', text };
  return { kind: 'text_link', text, href };
}
