import { nameOf } from '#domain/intake/file-name.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { Drop, Importer, Item, Progress, Recognised } from '#domain/intake/importer.ts';
import type { PlacedInChat } from './telegram-around.ts';
import type { ExportedChat } from './telegram-chats.ts';
import { isChosen, isTaken } from './telegram-choice.ts';
import { draftOf } from './telegram-draft.ts';
import { ExportFiles } from './telegram-files.ts';
import { ChatListing } from './telegram-listing.ts';
import type { Media } from './telegram-media.ts';
import { Tally } from './telegram-tally.ts';

/** One step of an export: messages of a chat in their order, or something to tell. A chat without messages comes with none. */
export interface ExportStep {
  readonly chat?: ExportedChat;
  readonly messages?: readonly PlacedInChat[];
  readonly finding?: Finding;
}

/** How one form of export is recognised, read and kept. */
export interface ExportForm extends Pick<Importer, 'name' | 'version' | 'recognise' | 'original'> {
  /** Reads all of it; paths in messages begin in the folder of the main file. */
  readonly steps: (found: Recognised, drop: Drop, progress: Progress) => AsyncGenerator<ExportStep>;
}

/** Makes an importer of a form of Telegram's exports. */
export function telegramImporter({ steps, ...form }: ExportForm): Importer {
  return {
    ...form,

    async survey(found, drop, progress) {
      const parts = new Map<string, Tally>();
      const findings: Finding[] = [];
      const files = new ExportFiles(found.main, drop);
      const hasFile = (media: Media) => files.find(media).file?.role === 'original';
      for await (const { chat, messages, finding } of steps(found, drop, progress)) {
        if (finding) findings.push(finding);
        if (!chat) continue;
        const tally = parts.get(chat.part) ?? new Tally(chat);
        parts.set(chat.part, tally);
        for (const { message } of messages ?? []) tally.add(message, message.media.some(hasFile));
      }
      const told = [...parts.values()].map((tally) => tally.part());
      if (told.length === 0 && findings.length === 0) findings.push({ code: 'nothing-inside', path: found.main });
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
  };
}
