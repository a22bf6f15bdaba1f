import type { Finding, FindingCode } from '#domain/intake/finding.ts';
import type { DroppedFile, Progress } from '#domain/intake/importer.ts';
import type { Json } from '#domain/json.ts';
import { type JsonPath, type JsonPiece, type JsonPlan, JsonSplitter } from '#domain/json-stream.ts';
import type { TelegramChat } from './telegram-draft.ts';
import { isObject, member } from './telegram-fields.ts';
import { readMessage, type TelegramMessage } from './telegram-message.ts';
import { chatPeer, type IdForm, idForm, peerKey } from './telegram-peer.ts';

/** A chat of an export, and where it stands. */
export interface ExportedChat extends TelegramChat {
  /** Its number among all chats of the file, from 0. */
  readonly ordinal: number;
  /** Its part in a survey. */
  readonly part: string;
}

/** A message, and the bytes of the file that it was read from. */
export interface PlacedMessage {
  readonly message: TelegramMessage;
  readonly from: number;
  readonly to: number;
}

/** What comes out of an export's JSON, in its order; each chat ends with `chat`, whether it has messages or not. */
export type ChatStep =
  | { readonly is: 'messages'; readonly chat: ExportedChat; readonly messages: readonly PlacedMessage[] }
  | { readonly is: 'chat'; readonly chat: ExportedChat }
  | { readonly is: 'finding'; readonly finding: Finding };

const HEAD = new Set(['name', 'type', 'id']);
const LISTS = new Set(['chats', 'left_chats']);

/** Nothing but chats is looked into: contacts, sessions, numbers and addresses of an account stay bytes. */
export const chatPlan: JsonPlan = (path) => {
  const within = insideChat(path);
  if (within) {
    const [name, element] = within;
    if (name === undefined) return 'enter';
    if (name === 'messages') return element === undefined ? 'enter' : 'take';
    return HEAD.has(name) ? 'take' : 'pass';
  }
  if (path.length === 1) return LISTS.has(path[0] ?? '') ? 'enter' : 'pass';
  return path.length === 2 && path[1] === 'list' ? 'enter' : 'pass';
};

/** The rest of a path that leads to a chat or into one; the file itself is the chat of a single export. */
export function insideChat(path: JsonPath): JsonPath | undefined {
  const [first] = path;
  if (first === undefined) return path;
  if (LISTS.has(first)) return path[1] === 'list' && path[2] === '*' ? path.slice(3) : undefined;
  return first === 'messages' || HEAD.has(first) ? path : undefined;
}

const FAULTS: Readonly<Record<string, FindingCode>> = {
  'not-readable': 'not-readable',
  'cut-short': 'cut-short',
  'too-large': 'too-large',
  'too-deep': 'too-large',
};

/** How many messages are waited for one that shows how senders are written. */
const WAIT = 64;

interface Head {
  name?: Json;
  type?: Json;
  id?: Json;
}

/** Reads the messages of all chats of an export, one chat after the other, in one pass. */
export class ChatReader {
  readonly #splitter = new JsonSplitter(chatPlan);
  readonly #path: string;
  readonly #heads: readonly Head[] | undefined;
  readonly #parts = new Set<string>();
  #ordinal = -1;
  #head: Head = {};
  #form: IdForm | undefined;
  #chat: ExportedChat | undefined;
  #waiting: { readonly value: Json; readonly from: number; readonly to: number }[] = [];
  #steps: ChatStep[] = [];
  /** Files with many chats hold other things at the top; a file without is one chat. */
  #isAccount = false;

  /** `heads` are the names, types and ids of the chats, for a file where they stand behind the messages. */
  constructor(path: string, heads?: readonly Head[]) {
    this.#path = path;
    this.#heads = heads;
  }

  push(bytes: Uint8Array): readonly ChatStep[] {
    return this.#take(this.#splitter.push(bytes));
  }

  end(): readonly ChatStep[] {
    return this.#take(this.#splitter.end());
  }

  #take(pieces: readonly JsonPiece[]): readonly ChatStep[] {
    for (const piece of pieces) this.#piece(piece);
    this.#release(false);
    const steps = this.#steps;
    this.#steps = [];
    return steps;
  }

  #piece(piece: JsonPiece): void {
    switch (piece.is) {
      case 'fault': {
        const code = FAULTS[piece.fault] ?? 'not-readable';
        this.#tell(code, `byte ${piece.from}`);
        return;
      }
      case 'opened':
        if (piece.path.length === 0) this.#begin(0);
        else if (isChat(piece.path)) this.#begin(this.#ordinal + 1);
        else if (piece.path.length === 1 && LISTS.has(piece.path[0] ?? '') && !this.#isAccount) {
          this.#isAccount = true;
          this.#ordinal = -1;
        }
        return;
      case 'closed':
        if (isChat(piece.path) || (piece.path.length === 0 && !this.#isAccount)) this.#end();
        return;
      case 'value': {
        if (piece.inexact) this.#tell('not-readable', `byte ${piece.from}`, 'UTF-8');
        const [name = '', element] = insideChat(piece.path) ?? [];
        if (element !== undefined) this.#waiting.push(piece);
        else if (name === 'name' || name === 'type' || name === 'id') this.#head[name] = piece.value;
        return;
      }
      default:
        if (PRIVATE.has(piece.path[0] ?? '')) this.#tell('private-left-out', `byte ${piece.from}`, piece.path[0]);
    }
  }

  #begin(ordinal: number): void {
    this.#ordinal = ordinal;
    this.#head = { ...this.#heads?.[ordinal] };
    this.#form = undefined;
    this.#chat = undefined;
    this.#waiting = [];
  }

  #end(): void {
    this.#release(true);
    this.#steps.push({ is: 'chat', chat: this.#known() });
  }

  /** Gives the waiting messages out once it is clear how the file writes ids. */
  #release(all: boolean): void {
    if (this.#waiting.length === 0) return;
    this.#form ??= this.#waiting
      .slice(0, WAIT)
      .map(({ value }) => formOf(value))
      .find((form) => form !== undefined);
    if (!all && this.#form === undefined && this.#waiting.length < WAIT) return;
    const chat = this.#known();
    const messages: PlacedMessage[] = [];
    for (const { value, from, to } of this.#waiting) {
      const message = readMessage(value, chat.peer);
      if (message) messages.push({ message, from, to });
      else this.#tell('unknown-form', `byte ${from}`);
    }
    this.#waiting = [];
    this.#steps.push({ is: 'messages', chat, messages });
  }

  #known(): ExportedChat {
    if (this.#chat) return this.#chat;
    const { name, type, id } = this.#head;
    const peer = chatPeer(type, id, this.#form);
    const key = peer ? peerKey(peer) : `telegram:titled:${typeof name === 'string' ? name : ''}`;
    const part = this.#parts.has(key) ? `${key}#${this.#ordinal}` : key;
    this.#parts.add(part);
    this.#chat = {
      key,
      part,
      ordinal: this.#ordinal,
      ...(peer ? { peer } : {}),
      ...(typeof name === 'string' && name !== '' ? { name } : {}),
      ...(typeof type === 'string' ? { type } : {}),
    };
    return this.#chat;
  }

  #tell(code: FindingCode, place: string, detail?: string): void {
    const finding = { code, path: this.#path, place, ...(detail === undefined ? {} : { detail }) };
    this.#steps.push({ is: 'finding', finding });
  }
}

const PRIVATE = new Set(
  'personal_information profile_pictures stories contacts frequent_contacts sessions web_sessions other_data'.split(
    ' ',
  ),
);

function isChat(path: JsonPath): boolean {
  return path.length === 3 && insideChat(path)?.length === 0;
}

function formOf(value: Json): IdForm | undefined {
  return isObject(value) ? (idForm(member(value, 'from_id')) ?? idForm(member(value, 'actor_id'))) : undefined;
}

/**
 * Reads all chats of an export as a stream. Where a chat's name, type or id stand behind its messages (no version of Telegram
 * writes so, other programs do), the file is gone through once before.
 */
export async function* readChats(file: DroppedFile, progress: Progress): AsyncGenerator<readonly ChatStep[]> {
  const heads = await headsOf(file, progress);
  const reader = new ChatReader(file.path, heads);
  let read = 0;
  for await (const bytes of file.bytes()) {
    yield reader.push(bytes);
    read += bytes.byteLength;
    progress(read);
  }
  yield reader.end();
}

/** Names, types and ids of all chats when those of the first stand behind its messages; undefined when they stand before. */
async function headsOf(file: DroppedFile, progress: Progress): Promise<readonly Head[] | undefined> {
  const splitter = new JsonSplitter((path) =>
    chatPlan(path) === 'take' && path.at(-1) === '*' ? 'pass' : chatPlan(path),
  );
  const heads: Head[] = [];
  let head: Head = {};
  let isAccount = false;
  let late = false;
  const look = (piece: JsonPiece): 'in-order' | undefined => {
    const path = 'path' in piece ? insideChat(piece.path) : undefined;
    if (piece.is === 'opened' && LISTS.has(piece.path.at(-1) ?? '')) isAccount = true;
    if (piece.is === 'opened' && path?.length === 0) head = {};
    if (piece.is === 'opened' && path?.[0] === 'messages' && !late) {
      if (head.type !== undefined && head.id !== undefined) return 'in-order';
      late = true;
    }
    const [name] = path ?? [];
    if (piece.is === 'value' && (name === 'name' || name === 'type' || name === 'id')) head[name] = piece.value;
    if (piece.is === 'closed' && path?.length === 0 && (piece.path.length > 0 || !isAccount)) heads.push(head);
    return undefined;
  };
  for await (const bytes of file.bytes()) {
    progress(0);
    for (const piece of splitter.push(bytes)) if (look(piece)) return undefined;
  }
  for (const piece of splitter.end()) if (look(piece)) return undefined;
  return heads;
}
