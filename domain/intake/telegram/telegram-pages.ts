import { findPath, folderOf, nameOf } from '#domain/intake/file-name.ts';
import type { Finding } from '#domain/intake/finding.ts';
import type { Drop, DroppedFile } from '#domain/intake/importer.ts';
import type { Media } from './telegram-media.ts';
import type { TelegramMessage } from './telegram-message.ts';
import { type PageCourse, readPageMessage } from './telegram-page-message.ts';
import { type PagePiece, PageReader } from './telegram-page-tree.ts';

/** What comes out of a chat's pages, one page after the other; the title stands at the top of each. */
export type PageStep =
  | { readonly is: 'title'; readonly title: string; readonly page: string }
  | { readonly is: 'message'; readonly message: TelegramMessage }
  | { readonly is: 'finding'; readonly finding: Finding };

const PAGE = /^messages(\d*)\.html$/i;

/** Gives the pages of the chat in one folder (with its slash), in their order; the first may have been renamed `index.html`. */
export function pagesIn(folder: string, drop: Drop): string[] {
  const numbered = [...drop.keys()].filter((path) => folderOf(path) === folder && PAGE.test(nameOf(path)));
  const number = (path: string) => Number(PAGE.exec(nameOf(path))?.[1] || 1);
  numbered.sort((a, b) => number(a) - number(b));
  const index = `${folder}index.html`;
  return drop.has(index) && !numbered.some((path) => number(path) === 1) ? [index, ...numbered] : numbered;
}

/** Says whether these are the first bytes of a page of messages. */
export function isPage(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  return /<div[^>]*class="[^"]*\bpage_body chat_page\b/.test(text) && /<div[^>]*class="history"/.test(text);
}

/** Says whether these are the first bytes of an account's own page: who exported it, the lists of contacts and sessions. */
export function isAccountPage(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  const isTelegram = text.includes('<title>Exported Data</title>') && /<div[^>]*class="page_wrap"/.test(text);
  return (
    isTelegram &&
    /class="(?:page_body list_page|personal_info|section block_link|page_body")/.test(text) &&
    !isPage(head)
  );
}

/** Reads the pages of one chat as streams. `told` is given the bytes read so far, over all of them. */
export async function* readPages(
  paths: readonly string[],
  drop: Drop,
  told: (bytes: number) => void,
): AsyncGenerator<PageStep[]> {
  const course: PageCourse = {};
  let before = 0;
  for (const path of paths) {
    const file = drop.get(path);
    if (!file) continue;
    let more = '';
    const read = (pieces: readonly PagePiece[]) =>
      pieces.flatMap((piece): PageStep[] => {
        if (piece.is === 'more') more = piece.href;
        return stepsOf(piece, path, course, drop);
      });
    for await (const { pieces, bytes } of piecesOf(file)) {
      yield read(pieces);
      told(before + bytes);
    }
    before += file.size;
    const next = nameOf(more.replace(/[?#].*$/, ''));
    if (PAGE.test(next) && !drop.has(folderOf(path) + next)) {
      yield [{ is: 'finding', finding: { code: 'file-missing', path, detail: next } }];
    }
  }
}

async function* piecesOf(file: DroppedFile): AsyncGenerator<{ pieces: readonly PagePiece[]; bytes: number }> {
  const reader = new PageReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const chunk of file.bytes()) {
    bytes += chunk.byteLength;
    yield { pieces: reader.push(decoder.decode(chunk, { stream: true })), bytes };
  }
  yield { pieces: [...reader.push(decoder.decode()), ...reader.end()], bytes };
}

function stepsOf(piece: PagePiece, page: string, course: PageCourse, drop: Drop): PageStep[] {
  switch (piece.is) {
    case 'title':
      return [{ is: 'title', title: piece.title, page }];
    case 'too-large':
      return [{ is: 'finding', finding: { code: 'too-large', path: page, place: `message ${piece.id}` } }];
    case 'message': {
      const message = readPageMessage(piece.node, course);
      if (!message) return [];
      return [{ is: 'message', message: { ...message, media: message.media.map((one) => fromPage(one, page, drop)) } }];
    }
    case 'more':
      return [];
  }
}

/**
 * Links in an account's pages lead up to its top and down again into the chat's own folder; here they begin in that folder.
 * Telegram writes names as they are, a browser that saved the page again has percent-encoded them: what lies there decides.
 */
function fromPage(media: Media, page: string, drop: Drop): Media {
  const clean = (href: string) => {
    const path = href.replace(/^\.\.\/\.\.\/chats\/chat_\d+\//, '');
    return findPath(drop, folderOf(page) + path) === undefined ? decoded(path) : path;
  };
  return {
    ...media,
    ...(media.path === undefined ? {} : { path: clean(media.path) }),
    ...(media.thumbnail === undefined ? {} : { thumbnail: clean(media.thumbnail) }),
  };
}

function decoded(path: string): string {
  if (!/%[0-9A-Fa-f]{2}/.test(path)) return path;
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
