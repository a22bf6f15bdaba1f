import { postText } from '#domain/evidence/kinds/telegram.ts';
import { folderOf } from '#domain/intake/file-name.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { Drop, Recognised } from '#domain/intake/importer.ts';
import type { ExportedChat } from './telegram-chats.ts';
import { member } from './telegram-fields.ts';
import type { Media } from './telegram-media.ts';
import type { TelegramMessage } from './telegram-message.ts';
import { type PageStep, pagesIn, readPages } from './telegram-pages.ts';

/** Gives the pages of a chat of a JSON export that lie beside it; an account has a folder for each chat, by its number from 1. */
export function pagesOfChat({ main, belongs }: Recognised, drop: Drop, { ordinal }: ExportedChat): string[] {
  const top = folderOf(main);
  const mine = new Set(belongs);
  const number = (path: string) => /^chats\/chat_0*(\d+)\/[^/]+\.html$/i.exec(path.slice(top.length))?.[1];
  const inAccount = belongs.find((path) => path.startsWith(top) && number(path) === String(ordinal + 1));
  const folder = inAccount === undefined ? (ordinal > 0 ? undefined : top) : folderOf(inAccount);
  return folder === undefined ? [] : pagesIn(folder, drop).filter((path) => mine.has(path));
}

/**
 * Reads the pages of a chat beside its JSON, which has the messages in the same order: little of them is held at a time. What the
 * JSON says stands; what only the page says is added; where they differ that is told, and the page's words are kept raw.
 */
export class PageFollower {
  readonly #steps: AsyncGenerator<PageStep[]>;
  readonly #chat: ExportedChat;
  readonly #folder: string;
  readonly #main: string;
  readonly #waiting = new Map<number, TelegramMessage>();
  #last = Number.NEGATIVE_INFINITY;
  #isOver = false;
  #findings: Finding[] = [];

  constructor(paths: readonly string[], drop: Drop, chat: ExportedChat, main: string) {
    this.#steps = readPages(paths, drop, () => undefined);
    this.#chat = chat;
    this.#main = main;
    this.#folder = folderOf(paths[0] ?? main).slice(folderOf(main).length);
  }

  /** Gives what there was to tell since it was last asked. */
  findings(): readonly Finding[] {
    const findings = this.#findings;
    this.#findings = [];
    return findings;
  }

  /** Gives a message of the JSON with what the page says of it. */
  async merge(message: TelegramMessage): Promise<TelegramMessage> {
    while (!this.#isOver && this.#last < message.id && !this.#waiting.has(message.id)) await this.#more();
    const other = this.#waiting.get(message.id);
    if (!other) return message;
    this.#waiting.delete(message.id);
    return this.#together(message, other);
  }

  /** Gives the messages that stand only in the pages. */
  async rest(): Promise<TelegramMessage[]> {
    while (!this.#isOver) await this.#more();
    return [...this.#waiting.values()];
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#steps.next();
    if (done) this.#isOver = true;
    for (const step of value ?? []) {
      if (this.#isOver) return;
      if (step.is === 'finding') this.#findings.push(step.finding);
      else if (step.is === 'title') this.#titled(step.title, step.page);
      else this.#wait(step.message);
    }
  }

  #wait(message: TelegramMessage): void {
    this.#last = Math.max(this.#last, message.id);
    const place = (path: string | undefined) => (path === undefined ? undefined : this.#folder + path);
    const media = message.media.map((one): Media => {
      const [path, thumbnail] = [place(one.path), place(one.thumbnail)];
      return { ...one, ...(path === undefined ? {} : { path }), ...(thumbnail === undefined ? {} : { thumbnail }) };
    });
    this.#waiting.set(message.id, { ...message, media });
  }

  /** Pages under another title may be those of another chat: they are not mixed into this one. */
  #titled(title: string, page: string): void {
    const { name } = this.#chat;
    if (name === undefined || name.trim() === title) return;
    this.#findings.push({ code: 'values-differ', path: page, detail: `${name} / ${title}` });
    this.#isOver = true;
  }

  #together(message: TelegramMessage, page: TelegramMessage): TelegramMessage {
    if (message.type !== 'message' || page.type !== 'message') return message;
    const differing = differences(message, page);
    for (const [field, [one, other]] of Object.entries(differing)) {
      const detail = `${field}: ${one} / ${other}`.slice(0, 400);
      this.#findings.push({ code: 'values-differ', path: this.#main, place: `message ${message.id}`, detail });
    }
    const html = Object.fromEntries(Object.entries(differing).map(([field, [, other]]) => [field, other]));
    const at = page.forwarded?.at;
    const title = member(page.all, 'forwarded_date');
    return {
      ...message,
      ...(message.forwarded && at ? { forwarded: { ...message.forwarded, at } } : {}),
      ...(message.signature === undefined && page.signature !== undefined ? { signature: page.signature } : {}),
      all: {
        ...message.all,
        ...(title === undefined ? {} : { html_forwarded_date: title }),
        ...(Object.keys(html).length > 0 ? { html } : {}),
      },
    };
  }
}

type Differences = { readonly [field: string]: readonly [json: string, page: string] };

/** What both say of the same message in different words. */
function differences(json: TelegramMessage, page: TelegramMessage): Differences {
  const found: [string, readonly [string, string]][] = [];
  const compare = (field: string, one: string | undefined, other: string | undefined) => {
    if (one !== undefined && other !== undefined && one !== other) found.push([field, [one, other]]);
  };
  if (member(json.all, 'rich_message') === undefined)
    compare('text', plain(postText(json.runs)), plain(postText(page.runs)));
  compare('date', json.posted?.wall, page.posted?.wall);
  compare('from', json.sender?.name?.trim(), page.sender?.name?.trim());
  compare('forwarded_from', json.forwarded?.name?.trim(), page.forwarded?.name?.trim());
  compare('reply_to_message_id', json.reply?.message.toString(), page.reply?.message.toString());
  for (const [n, media] of json.media.entries()) compare('file', media.path, page.media[n]?.path);
  return Object.fromEntries(found);
}

/** Pages write every line break alike and some control characters not at all. */
function plain(text: string): string {
  let words = '';
  for (const letter of text.replaceAll(/[\u2028\u2029]/g, '\n')) if (letter >= ' ' || letter === '\n') words += letter;
  return words.trim();
}
