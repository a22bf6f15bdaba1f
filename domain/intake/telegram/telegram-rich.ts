import type { Run } from '#domain/evidence/kinds/telegram.ts';
import { joinedRuns } from '#domain/evidence/runs.ts';
import type { Json } from '#domain/json.ts';
import { isObject, type JsonObject, listOf, member, textOf } from './telegram-fields.ts';

/** A rich message (2026) as running text. */
export interface ReadRich {
  readonly runs: Run[];
  /** Types of blocks and texts that are not known here; each stands in the text as U+FFFC. */
  readonly unknown: readonly string[];
  /** Blocks that are pictures, films, sounds or files, as they stood. */
  readonly media: readonly JsonObject[];
}

const TEXTS: Readonly<Record<string, Run['kind']>> = {
  plain: 'plain',
  concat: 'plain',
  empty: 'plain',
  anchor: 'plain',
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strikethrough: 'strikethrough',
  code: 'code',
  text_link: 'text_link',
  link: 'link',
  email: 'email',
  phone: 'phone',
  subscript: 'plain',
  superscript: 'plain',
  marked: 'plain',
  math: 'code',
  custom_emoji: 'custom_emoji',
  spoiler: 'spoiler',
  mention: 'mention',
  mention_name: 'mention_name',
  hashtag: 'hashtag',
  cashtag: 'cashtag',
  bot_command: 'bot_command',
  bank_card: 'bank_card',
  formatted_date: 'plain',
  diff: 'plain',
  button: 'plain',
};
const MEDIA = new Set(['photo', 'video', 'audio', 'file', 'animation', 'voice_message', 'video_message']);
/** Blocks whose members hold texts and further blocks, in the order in which they are read aloud. */
const BLOCKS = new Set(
  (
    'heading paragraph footer thinking author_date code divider anchor list quote cover embed embed_post collage slideshow ' +
    'channel math table details related_articles map input_map button_row'
  ).split(' '),
);
const ORDER = [
  'title',
  'text',
  'content',
  'blocks',
  'items',
  'rows',
  'cells',
  'caption',
  'credit',
  'buttons',
  'articles',
];
const NEST = 64;

/**
 * Flattens the `rich_message` of a message: the texts of its blocks one below the other. What the layout said (levels, tables,
 * lists) is not in the runs: the block tree has to be kept beside them.
 */
export function readRich(rich: Json | undefined): ReadRich {
  const flat = new Flattening();
  if (isObject(rich)) for (const block of listOf(rich, 'blocks')) flat.block(block, 0);
  return { runs: joinedRuns(flat.runs), unknown: [...flat.unknown], media: flat.media };
}

class Flattening {
  readonly runs: Run[] = [];
  readonly unknown = new Set<string>();
  readonly media: JsonObject[] = [];

  block(value: Json, depth: number): void {
    if (!isObject(value) || depth > NEST) {
      this.#odd('?');
      return;
    }
    const type = textOf(value, 'type') ?? '?';
    this.#newLine();
    if (MEDIA.has(type)) {
      this.media.push(value);
      this.runs.push({ kind: 'unknown', text: '\ufffc' });
      const caption = member(value, 'caption');
      if (isObject(caption)) this.#members(caption, depth + 1);
    } else if (BLOCKS.has(type)) this.#members(value, depth + 1);
    else this.#odd(type);
  }

  /** Lists, rows and captions have no type of their own; what they hold has. */
  #members(value: JsonObject, depth: number): void {
    if (depth > NEST) {
      this.#odd('?');
      return;
    }
    for (const name of ORDER) {
      const held = member(value, name);
      if (typeof held === 'string') {
        // `content` of a list's item and of a quote says of what sort it is.
        if (name !== 'content') this.#add('plain', held);
      } else if (Array.isArray(held)) {
        for (const part of held) this.#part(part, depth);
      } else if (isObject(held)) this.#part(held, depth);
    }
  }

  #part(value: Json, depth: number): void {
    if (!isObject(value)) return;
    const type = textOf(value, 'type');
    if (type === undefined) {
      this.#newLine();
      this.#members(value, depth + 1);
    } else if (MEDIA.has(type) || (BLOCKS.has(type) && !Object.hasOwn(TEXTS, type))) this.block(value, depth + 1);
    else this.#text(value, 'plain', undefined, depth + 1);
  }

  #text(value: Json, kind: Run['kind'], href: string | undefined, depth: number): void {
    if (typeof value === 'string') {
      this.#add(kind, value, href);
      return;
    }
    if (Array.isArray(value)) {
      for (const part of value) this.#text(part, kind, href, depth + 1);
      return;
    }
    if (!isObject(value) || depth > NEST) {
      this.#odd('?');
      return;
    }
    const type = textOf(value, 'type') ?? '?';
    const inner = Object.hasOwn(TEXTS, type) ? TEXTS[type] : undefined;
    const held = member(value, 'text');
    if (inner === undefined) this.#odd(type);
    if (held !== undefined)
      this.#text(
        held,
        inner === undefined || inner === 'plain' ? kind : inner,
        textOf(value, 'href') ?? href,
        depth + 1,
      );
  }

  #add(kind: Run['kind'], text: string, href?: string): void {
    this.runs.push({ kind, text, ...(href === undefined ? {} : { href }) });
  }

  #odd(type: string): void {
    this.unknown.add(type);
    this.runs.push({ kind: 'unknown', text: '\ufffc' });
  }

  #newLine(): void {
    const last = this.runs.findLast((run) => run.text !== '');
    if (last && !last.text.endsWith('\n')) this.runs.push({ kind: 'plain', text: '\n' });
  }
}
