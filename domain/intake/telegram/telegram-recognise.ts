import { folderOf } from '#domain/intake/file-name.ts';
import type { Drop, Recognised } from '#domain/intake/importer.ts';
import { type JsonPiece, JsonSplitter } from '#domain/json-stream.ts';
import { isObject, member } from './telegram-fields.ts';
import { isChatType } from './telegram-peer.ts';

const FOLDERS =
  /^(?:photos|video_files|animations|voice_messages|round_video_messages|stickers|files|contacts|profile_pictures|stories|chats|lists|css|js|images)\//;
const PAGES = /^(?:messages\d*|index|export_results)\.html$/;

/**
 * Recognises an export's JSON from its first bytes; what it is called counts for nothing. What belongs to it are the folders
 * that Telegram Desktop makes, and the pages beside it.
 */
export function recogniseExport(head: Uint8Array, main: string, drop: Drop): Recognised | undefined {
  if (head.find((byte, n) => byte > 0x20 && !(n < 3 && [0xef, 0xbb, 0xbf].includes(byte))) !== 0x7b) return undefined;
  if (!isJsonExport(head)) return undefined;
  const folder = folderOf(main);
  const belongs = [...drop.keys()].filter((path) => {
    if (path === main || !path.startsWith(folder)) return false;
    const rest = path.slice(folder.length);
    return FOLDERS.test(rest) || PAGES.test(rest);
  });
  return { main, belongs };
}

function isJsonExport(head: Uint8Array): boolean {
  const splitter = new JsonSplitter((path) => {
    const [name, inner] = path;
    if (name === undefined) return 'enter';
    if (inner !== undefined) return name === 'messages' ? 'take' : 'pass';
    if (name === 'messages' || name === 'chats' || name === 'left_chats' || name === 'contacts') return 'enter';
    return name === 'type' || name === 'id' ? 'take' : 'pass';
  });
  const pieces = [...splitter.push(head), ...splitter.end()];
  return isChat(pieces) || isAccount(pieces);
}

function isChat(pieces: readonly JsonPiece[]): boolean {
  const values = pieces.flatMap((piece) => (piece.is === 'value' ? [piece] : []));
  const type = values.find(({ path }) => path[0] === 'type')?.value;
  const id = values.find(({ path }) => path[0] === 'id')?.value;
  const first = values.find(({ path }) => path.length === 2)?.value;
  if (first === undefined) return isOpened(pieces, 'messages', 'array') && isChatType(type) && typeof id === 'number';
  if (!isObject(first)) return false;
  const sort = member(first, 'type');
  const isMessage = sort === 'message' || sort === 'service' || sort === 'unsupported';
  return (
    isMessage && typeof member(first, 'id') === 'number' && (isChatType(type) || member(first, 'date') !== undefined)
  );
}

/** Names at the top of an account's export that no other file has. */
const OF_ACCOUNT = ['personal_information', 'frequent_contacts', 'sessions', 'web_sessions'];

/**
 * Says whether it begins as an account's export does: with what it is about, and one of the parts of an account. A part cut
 * out of one has nothing but its lists of chats.
 */
function isAccount(pieces: readonly JsonPiece[]): boolean {
  const passed = new Set(pieces.flatMap((piece) => (piece.is === 'passed' ? [piece.path.join('/')] : [])));
  const hasList = ['chats', 'left_chats'].some(
    (name) => isOpened(pieces, name, 'object') && passed.has(`${name}/list`),
  );
  if (hasList) return true;
  if (!passed.has('about') && !passed.has('chats/about')) return false;
  const chats = isOpened(pieces, 'chats', 'object') && passed.has('chats/about');
  const contacts = isOpened(pieces, 'contacts', 'object') && passed.has('contacts/about');
  return chats || contacts || OF_ACCOUNT.some((name) => passed.has(name));
}

function isOpened(pieces: readonly JsonPiece[], name: string, form: 'object' | 'array'): boolean {
  return pieces.some(
    (piece) => piece.is === 'opened' && piece.path.length === 1 && piece.path[0] === name && piece.form === form,
  );
}
