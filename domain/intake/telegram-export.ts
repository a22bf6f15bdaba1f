import { nameOf } from './file-name.ts';
import type { Drop, DroppedFile, Progress, Recognised } from './importer.ts';
import { ChatCourse, type PlacedInChat } from './telegram/telegram-around.ts';
import { type ExportedChat, readChats } from './telegram/telegram-chats.ts';
import { type ExportStep, telegramImporter } from './telegram/telegram-importer.ts';
import { PageFollower, pagesOfChat } from './telegram/telegram-merge.ts';
import { isSingleChat, keptRanges } from './telegram/telegram-original.ts';
import { recogniseExport } from './telegram/telegram-recognise.ts';

/**
 * Reads the JSON that Telegram Desktop exports: of one chat, or of an account, of which nothing but chats is read. Where the
 * pages (HTML) of the same export lie beside it, they are read with it, message by message.
 */
export const telegramExport = telegramImporter({
  name: 'telegram-export',
  version: '2',
  recognise: (head, file, drop) => recogniseExport(head, file.path, drop),
  steps,

  async original(found, drop, choice) {
    const file = fileOf(drop, found.main);
    const whole = { name: nameOf(found.main), role: 'original', mime: 'application/json', path: found.main } as const;
    const isSingle = await isSingleChat(file);
    const chats = await chatsOf(found, drop, isSingle);
    const chosen = chats.filter(({ part }) => choice.parts.has(part));
    const more = chosen.flatMap((chat) => pagesOfChat(found, drop, chat)).map(pageFile);
    const ranges = isSingle ? undefined : await keptRanges(file, new Set(chosen.map(({ ordinal }) => ordinal)));
    return { file: ranges ? { ...whole, ranges } : whole, how: ranges ? 'part' : 'whole', more };
  },
});

function pageFile(path: string) {
  return { name: nameOf(path), role: 'original', mime: 'text/html', path } as const;
}

/** The chats of each drop, told when it was first read: a large file is not gone through once more for their numbers. */
const known = new WeakMap<Drop, Map<string, ReadonlyMap<string, ExportedChat>>>();

async function chatsOf(found: Recognised, drop: Drop, isSingle: boolean): Promise<ExportedChat[]> {
  if (!known.get(drop)?.has(found.main)) {
    for await (const { chat } of steps(found, drop, () => undefined)) if (chat && isSingle) return [chat];
  }
  return [...(known.get(drop)?.get(found.main)?.values() ?? [])];
}

function fileOf(drop: Drop, path: string): DroppedFile {
  const file = drop.get(path);
  if (!file) throw new RangeError(`${path} is not among the dropped files.`);
  return file;
}

async function* steps(found: Recognised, drop: Drop, progress: Progress): AsyncGenerator<ExportStep> {
  const file = fileOf(drop, found.main);
  const chats = new Map<string, ExportedChat>();
  let course: ChatCourse | undefined;
  let pages: PageFollower | undefined;
  for await (const batch of readChats(file, progress)) {
    for (const step of batch) {
      if (step.is === 'finding') {
        yield { finding: step.finding };
        continue;
      }
      const { chat } = step;
      if (course?.chat !== chat) {
        course = new ChatCourse(chat);
        chats.set(chat.part, chat);
        const paths = pagesOfChat(found, drop, chat);
        pages = paths.length > 0 ? new PageFollower(paths, drop, chat, found.main) : undefined;
      }
      const messages: PlacedInChat[] = [];
      for (const placed of step.is === 'messages' ? step.messages : []) {
        const before = course.next(placed);
        if (before) messages.push(before);
      }
      const last = step.is === 'chat' ? course.end() : undefined;
      if (last) messages.push(last);
      if (!pages) {
        yield { chat, messages };
        continue;
      }
      const merged: PlacedInChat[] = [];
      for (const placed of messages) merged.push({ ...placed, message: await pages.merge(placed.message) });
      if (step.is === 'chat') for (const message of await pages.rest()) merged.push({ message, from: 0, to: 0 });
      for (const finding of pages.findings()) yield { finding };
      yield { chat, messages: merged };
    }
  }
  const byFile = known.get(drop) ?? new Map<string, ReadonlyMap<string, ExportedChat>>();
  known.set(drop, byFile.set(found.main, chats));
}
