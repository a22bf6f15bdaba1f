import { telegram } from '#domain/evidence/kinds/telegram.ts';
import { withLink } from '#domain/evidence/telegram-post.ts';
import { jsonDigest } from '#domain/json.ts';
import { type Moment, momentSchema } from '#domain/moment.ts';
import { parseTelegramLink, writeTelegramLink } from '#domain/telegram-link.ts';
import { decodeText } from './decode-text.ts';
import type { Draft } from './draft.ts';
import { readRange } from './dropped-bytes.ts';
import { importerOfItems } from './survey-items.ts';

/** What is pasted is small; longer texts are something else. */
const MOST = 65_536;

/** How Telegram writes a message that was copied: who, when by the clock and habits of that device, and the text below. */
const HEADER = /^(.{1,256}), \[([^\]\n]{6,40})\]:?$/;
const NUMBERS = /^(\d{2})\.(\d{2})\.(\d{4})[, ]+(\d{2}:\d{2}(?::\d{2})?)$/;

/**
 * Reads links to Telegram posts, one on a line, and messages copied out of Telegram: what a person pastes, or a text file with
 * nothing else in it. A link tells no more than where the post is; nothing is fetched.
 */
export const telegramPaste = importerOfItems(
  {
    name: 'telegram-paste',
    version: '1',
    recognise: (head, file) =>
      file.size <= MOST && isTelegramPaste(decodeText(head).text) ? { main: file.path, belongs: [] } : undefined,
  },
  async function* ({ main }, drop, progress) {
    const file = drop.get(main);
    if (!file) return;
    const { text } = decodeText(await readRange(file, 0, MOST));
    progress(file.size);
    for (const draft of pastedDrafts(text)) yield { draft };
  },
);

/** Says whether a pasted text is links to posts and nothing else, or begins as a copied message does. */
export function isTelegramPaste(text: string): boolean {
  return text.length <= MOST && pastedDrafts(text).length > 0;
}

/** Gives the posts that a pasted text tells of; none when it is something else. */
export function pastedDrafts(text: string): Draft[] {
  const lines = text.replaceAll('\r\n', '\n').trim().split('\n');
  const links = lines.filter((line) => line.trim() !== '').map(linkDraft);
  if (links.length > 0 && links.every((draft) => draft !== undefined))
    return links.filter((draft) => draft !== undefined);
  return HEADER.test(lines[0] ?? '') ? messagesIn(lines).map(messageDraft) : [];
}

function linkDraft(written: string): Draft | undefined {
  const reading = parseTelegramLink(written);
  if (!reading.ok || (reading.link.kind !== 'post' && reading.link.kind !== 'private-post')) return undefined;
  const { link } = reading;
  const address = writeTelegramLink(link);
  // Subtle: Telegram ignores the case of a handle.
  const name = address.toLowerCase();
  return {
    key: `telegram:link:${name}`,
    edition: name,
    exhibit: {
      kind: 'telegram',
      body: {
        ...withLink(telegram.empty(), address),
        ...(link.topic === undefined ? {} : { topic: { id: link.topic } }),
      },
    },
    files: [],
    raw: { pasted: written.trim() },
  };
}

interface Copied {
  readonly header: string;
  readonly lines: string[];
}

/** Parts copied messages at their headers; a header stands at the top or below an empty line. */
function messagesIn(lines: readonly string[]): Copied[] {
  const all: Copied[] = [];
  for (const [n, line] of lines.entries()) {
    const isHeader = HEADER.test(line) && (n === 0 || lines[n - 1]?.trim() === '');
    if (isHeader) all.push({ header: line, lines: [] });
    else all.at(-1)?.lines.push(line);
  }
  return all;
}

function messageDraft({ header, lines }: Copied): Draft {
  const [, name = '', time = ''] = HEADER.exec(header) ?? [];
  const text = lines.join('\n').trim();
  const posted = momentOf(time);
  const digest = jsonDigest([name, time, text]);
  return {
    key: `telegram:pasted:${digest}`,
    edition: digest,
    exhibit: {
      kind: 'telegram',
      body: {
        ...telegram.empty(),
        text: text === '' ? [] : [{ kind: 'plain', text }],
        ...(posted ? { posted } : {}),
      },
    },
    files: [],
    source: { name: name.trim(), what: 'person', handles: [] },
    raw: { pasted: [header, ...lines].join('\n') },
  };
}

/** Reads day, month, year with dots; other orders (7/8/24) say two things at once and are left as raw words. */
function momentOf(time: string): Moment | undefined {
  const [, day, month, year, clock] = NUMBERS.exec(time) ?? [];
  const local = `${year}-${month}-${day}T${clock}`;
  const read = momentSchema.safeParse({ from: local, to: local, zone: 'unknown', words: time });
  return clock !== undefined && read.success ? read.data : undefined;
}
