import { earliest, latest } from '#domain/moment.ts';
import { nameOf } from './file-name.ts';
import type { Finding } from './finding.ts';
import type { Choice, Drop, DroppedFile, Importer, Item, Part, Progress, Recognised } from './importer.ts';
import { ChatCourse, type PlacedInChat } from './telegram-around.ts';
import { type ExportedChat, readChats } from './telegram-chats.ts';
import { draftOf, messageKey } from './telegram-draft.ts';
import { ExportFiles } from './telegram-files.ts';
import { ChatListing } from './telegram-listing.ts';
import type { TelegramMessage } from './telegram-message.ts';
import { keptRanges } from './telegram-original.ts';
import { recogniseExport } from './telegram-recognise.ts';
import type { ExportTime } from './telegram-time.ts';

/** One step of an export: messages of a chat in their order, the chat's end, something to tell. */
interface Step {
  readonly chat?: ExportedChat;
  readonly messages?: readonly PlacedInChat[];
  readonly ended?: true;
  readonly finding?: Finding;
}

/** Reads the JSON that Telegram Desktop exports: of one chat, or of an account, of which nothing but chats is read. */
export const telegramExport: Importer = {
  name: 'telegram-export',
  version: '2',

  recognise: (head, file, drop) => recogniseExport(head, file.path, drop),

  async survey(found, drop, progress) {
    const parts = new Map<string, Tally>();
    const findings: Finding[] = [];
    for await (const { chat, messages, finding } of steps(found, drop, progress)) {
      if (finding) findings.push(finding);
      if (!chat) continue;
      const tally = parts.get(chat.part) ?? new Tally(chat);
      parts.set(chat.part, tally);
      for (const { message } of messages ?? []) tally.add(message);
    }
    const told = [...parts.values()].map((tally) => tally.part());
    if (told.length === 0) findings.push({ code: 'nothing-inside', path: found.main });
    const [only] = told;
    return { title: told.length === 1 && only ? only.title : nameOf(found.main), parts: told, findings };
  },

  async *read(found, drop, choice, progress): AsyncGenerator<Item> {
    const files = new ExportFiles(found.main, drop);
    for await (const { chat, messages, finding } of steps(found, drop, progress)) {
      if (finding) yield { finding };
      if (!chat || !messages || !choice.parts.has(chat.part)) continue;
      for (const { message, topic, album } of messages) {
        if (!isChosen(message, chat, choice) || (message.type === 'service' && !isTaken(message, choice))) continue;
        const around = { files, ...(topic ? { topic } : {}), ...(album === undefined ? {} : { album }) };
        const { draft, findings } = draftOf(message, chat, around);
        for (const one of findings) yield { finding: one };
        if (isTaken(message, choice)) yield { draft };
      }
    }
  },

  async listing(found, drop, part, progress) {
    let listing: ChatListing | undefined;
    for await (const { chat, messages } of steps(found, drop, progress)) {
      if (chat?.part !== part) continue;
      listing ??= new ChatListing(chat.key);
      for (const { message, from, to } of messages ?? []) listing.add(message, from, to);
    }
    if (!listing) throw new RangeError(`${found.main} has no chat ${part}.`);
    return listing;
  },

  async original(found, drop, choice) {
    const file = fileOf(drop, found.main);
    const whole = { name: nameOf(found.main), role: 'original', path: found.main } as const;
    const chosen = new Set<number>();
    for await (const { chat } of steps(found, drop, () => undefined))
      if (chat && choice.parts.has(chat.part)) chosen.add(chat.ordinal);
    const ranges = await keptRanges(file, chosen);
    if (!ranges) return { file: { ...whole, mime: 'application/json' }, how: 'whole' };
    return { file: { ...whole, mime: 'application/json', ranges }, how: 'part' };
  },
};

function fileOf(drop: Drop, path: string): DroppedFile {
  const file = drop.get(path);
  if (!file) throw new RangeError(`${path} is not among the dropped files.`);
  return file;
}

async function* steps(found: Recognised, drop: Drop, progress: Progress): AsyncGenerator<Step> {
  const file = fileOf(drop, found.main);
  let course: ChatCourse | undefined;
  for await (const batch of readChats(file, progress)) {
    for (const step of batch) {
      if (step.is === 'finding') {
        yield { finding: step.finding };
        continue;
      }
      if (course?.chat !== step.chat) course = new ChatCourse(step.chat);
      const messages: PlacedInChat[] = [];
      for (const placed of step.is === 'messages' ? step.messages : []) {
        const before = course.next(placed);
        if (before) messages.push(before);
      }
      const last = step.is === 'chat' ? course.end() : undefined;
      if (last) messages.push(last);
      yield { chat: step.chat, messages, ...(step.is === 'chat' ? { ended: true } : {}) };
    }
  }
}

/** Says whether a message is among those chosen: named, where names were, and not known to be outside the dates. */
function isChosen(message: TelegramMessage, chat: ExportedChat, { keys, from, to }: Choice): boolean {
  if (keys && !keys.has(messageKey(chat, message.id))) return false;
  const moment = message.posted?.moment;
  if (!moment) return true;
  return !(from !== undefined && latest(moment) < from) && !(to !== undefined && earliest(moment) > to);
}

/** What a chat's messages are that are taken unasked; a type that is not known here may be something that was said. */
const UNASKED: ReadonlySet<string> = new Set<TelegramMessage['type']>(['message', 'unknown']);

/** Says whether a message is of a sort to take; one that was named is. */
function isTaken({ type }: TelegramMessage, { keys, sorts = UNASKED }: Choice): boolean {
  return keys !== undefined || sorts.has(type);
}

/** Counts the messages of a chat for its survey. */
class Tally {
  readonly #chat: ExportedChat;
  readonly #counts: Record<string, number> = { message: 0 };
  #first: ExportTime | undefined;
  #last: ExportTime | undefined;

  constructor(chat: ExportedChat) {
    this.#chat = chat;
  }

  add({ type, media, posted }: TelegramMessage): void {
    this.#count(type);
    if (media.some(({ sort }) => sort === 'photo')) this.#count('photo');
    if (media.some(({ sort }) => sort === 'video_file' || sort === 'video_message')) this.#count('video');
    if (!posted) return;
    if (!this.#first || order(posted) < order(this.#first)) this.#first = posted;
    if (!this.#last || order(posted) > order(this.#last)) this.#last = posted;
  }

  #count(sort: string): void {
    this.#counts[sort] = (this.#counts[sort] ?? 0) + 1;
  }

  part(): Part {
    const { part, name, type } = this.#chat;
    return {
      id: part,
      title: name ?? type ?? part,
      counts: this.#counts,
      ...(this.#first ? { first: this.#first.moment } : {}),
      ...(this.#last ? { last: this.#last.moment } : {}),
    };
  }
}

function order({ instant, moment }: ExportTime): number {
  return instant ?? earliest(moment);
}
