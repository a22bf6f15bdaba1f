import { readRange } from './dropped-bytes.ts';
import { folderOf, nameOf } from './file-name.ts';
import type { Drop, Progress, Recognised } from './importer.ts';
import { ChatCourse } from './telegram/telegram-around.ts';
import type { ExportedChat } from './telegram/telegram-chats.ts';
import { type ExportStep, telegramImporter } from './telegram/telegram-importer.ts';
import { isAccountPage, isPage, pagesIn, readPages } from './telegram/telegram-pages.ts';
import { TITLED } from './telegram/telegram-same.ts';

const FOLDERS =
  /^(?:photos|video_files|animations|voice_messages|round_video_messages|stickers|files|contacts|css|js|images)\//;

/**
 * Reads the pages (HTML) that Telegram Desktop exports, each chat by itself. They name no ids but those of messages: the chat is
 * known by its title, people by their names. Where the JSON of the same export lies beside them, they are read with that instead.
 */
export const telegramPages = telegramImporter({
  name: 'telegram-pages',
  version: '1',
  steps,

  recognise(head, { path }, drop) {
    const folder = folderOf(path);
    if (isAccountPage(head))
      return { main: path, belongs: [...drop.keys()].filter((other) => isOfAccount(other, folder)) };
    if (!isPage(head)) return undefined;
    const pages = pagesIn(folder, drop);
    const [first] = pages;
    // A page of another name stands for itself; a later page is read with the first.
    if (pages.includes(path) && first !== path) return undefined;
    const others = pages.includes(path) ? pages.slice(1) : [];
    const beside = [...drop.keys()].filter(
      (other) => other.startsWith(folder) && FOLDERS.test(other.slice(folder.length)),
    );
    return { main: path, belongs: [...others, ...beside] };
  },

  async original({ main, belongs }) {
    const [file, ...more] = pathsOf({ main, belongs }).map(
      (path) => ({ name: nameOf(path), role: 'original', mime: 'text/html', path }) as const,
    );
    return {
      file: file ?? { name: nameOf(main), role: 'original', mime: 'text/html', path: main },
      how: 'whole',
      more,
    };
  },
});

/** What lies beside the first page of an account and is its owner's. */
function isOfAccount(path: string, folder: string): boolean {
  return (
    path.startsWith(folder) && /^(?:lists|profile_pictures|stories|css|js|images)\//.test(path.slice(folder.length))
  );
}

function pathsOf({ main, belongs }: Recognised): string[] {
  return [main, ...belongs.filter((path) => folderOf(path) === folderOf(main) && /\.html$/i.test(path))];
}

async function* steps(found: Recognised, drop: Drop, progress: Progress): AsyncGenerator<ExportStep> {
  const main = drop.get(found.main);
  if (main && isAccountPage(await readRange(main, 0, 65_536))) {
    yield { finding: { code: 'private-left-out', path: found.main } };
    return;
  }
  let course: ChatCourse | undefined;
  for await (const batch of readPages(pathsOf(found), drop, progress)) {
    for (const step of batch) {
      if (step.is === 'finding') {
        yield { finding: step.finding };
        continue;
      }
      if (step.is === 'title') {
        if (course && course.chat.name !== (step.title || undefined))
          yield {
            finding: { code: 'values-differ', path: step.page, detail: `${course.chat.name ?? ''} / ${step.title}` },
          };
        if (course) continue;
        course = new ChatCourse(chatOf(step.title));
        yield { finding: { code: 'guessed', path: step.page, detail: step.title }, chat: course.chat };
        continue;
      }
      course ??= new ChatCourse(chatOf(''));
      const before = course.next({ message: step.message, from: 0, to: 0 });
      yield { chat: course.chat, messages: before ? [before] : [] };
    }
  }
  const last = course?.end();
  if (course && last) yield { chat: course.chat, messages: [last] };
}

function chatOf(title: string): ExportedChat {
  const key = TITLED + title;
  return { key, part: key, ordinal: 0, ...(title === '' ? {} : { name: title }) };
}
