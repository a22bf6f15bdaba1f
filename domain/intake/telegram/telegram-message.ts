import type { Run } from '#domain/evidence/kinds/telegram.ts';
import { postText } from '#domain/evidence/kinds/telegram.ts';
import type { Json } from '#domain/json.ts';
import type { Moment } from '#domain/moment.ts';
import { type Coordinates, coordinatesSchema } from '#domain/place.ts';
import { isObject, type JsonObject, listOf, member, numberOf, textOf } from './telegram-fields.ts';
import { type Media, readMedia, readRichMedia } from './telegram-media.ts';
import { type Peer, readPeer } from './telegram-peer.ts';
import { readRich } from './telegram-rich.ts';
import { readText } from './telegram-text.ts';
import { type ExportTime, readNearby, readTime } from './telegram-time.ts';

/** Someone as a message names them; both may be missing (a deleted account has no name, an old export no id). */
export interface Named {
  readonly name?: string;
  readonly peer?: Peer;
}

/** A reaction, and those who gave it last. */
export interface Reaction {
  readonly type: string;
  readonly count?: number;
  readonly sign?: string;
  readonly recent: readonly (Named & { readonly at?: Moment })[];
}

/** One message of an export, whole. What it says beyond this is in `all`. */
export interface TelegramMessage {
  /** Unique in its chat only; negative when it comes from the basic group that the chat grew out of. */
  readonly id: number;
  /** `unsupported` has an id and nothing else; `empty` was gone when it was to be written; `unknown` is of a type not known here. */
  readonly type: 'message' | 'service' | 'unsupported' | 'empty' | 'unknown';
  readonly posted?: ExportTime;
  readonly edited?: ExportTime;
  readonly sender?: Named;
  /** The name below a channel's post, or the title of an anonymous admin. */
  readonly signature?: string;
  readonly viaBot?: string;
  readonly forwarded?: Named & { readonly at?: Moment };
  readonly savedFrom?: string;
  readonly reply?: { readonly message: number; readonly peer?: Peer };
  readonly runs: Run[];
  readonly media: readonly Media[];
  readonly poll?: { readonly question: string; readonly answers: readonly string[] };
  readonly location?: { readonly at?: Coordinates; readonly name?: string; readonly address?: string };
  /** Names and number of a third person. */
  readonly contact?: JsonObject;
  readonly reactions: readonly Reaction[];
  /** What a service message tells of, in the export's word; its text where the export has only that. */
  readonly action?: { readonly name?: string; readonly text?: string };
  /** What could not be read as it should: told of, and kept in `all`. */
  readonly odd: readonly string[];
  /** The runs hold all that the file says of the text. */
  readonly isTextWhole: boolean;
  /** Everything as it stood. */
  readonly all: JsonObject;
}

/**
 * Reads one element of `messages`, written by any version since 2018. `chat` is the chat it stands in. Never throws; undefined
 * when it is no object or has no whole number for an id.
 */
export function readMessage(value: Json, chat: Peer | undefined): TelegramMessage | undefined {
  if (!isObject(value)) return undefined;
  const id = numberOf(value, 'id');
  if (id === undefined || !Number.isSafeInteger(id)) return undefined;
  const posted = readTime(member(value, 'date'), member(value, 'date_unixtime'));
  const rich = member(value, 'rich_message');
  const flat = isObject(rich) ? readRich(rich) : undefined;
  const text = flat ? undefined : readText(member(value, 'text'), member(value, 'text_entities'));
  const said = textOf(value, 'type');
  const type = typeOf(value, said, posted);
  const odd = [
    ...(type === 'unknown' ? [`type ${said ?? '?'}`] : []),
    ...(flat?.unknown.map((name) => `rich_message ${name}`) ?? []),
  ];
  const media = [...readMedia(value), ...(flat?.media ?? []).flatMap((block) => readRichMedia(block) ?? [])];
  const { edited, ...told } = optional({
    posted,
    edited: readTime(member(value, 'edited'), member(value, 'edited_unixtime')),
    sender: named(value, type === 'service' ? 'actor' : 'from', chat),
    signature: textOf(value, 'author'),
    viaBot: textOf(value, 'via_bot'),
    forwarded: named(value, 'forwarded_from', chat),
    savedFrom: textOf(value, 'saved_from'),
    reply: readReply(value, chat),
    poll: readPoll(member(value, 'poll')),
    location: readLocation(value),
    contact: contactOf(value),
    action:
      type === 'service'
        ? optional({ name: textOf(value, 'action'), text: textOf(value, 'information_text') })
        : undefined,
  });
  return {
    id,
    type,
    ...told,
    ...(edited === undefined ? {} : { edited }),
    runs: flat?.runs ?? text?.runs ?? [],
    media,
    reactions: readReactions(value, posted, chat),
    odd,
    isTextWhole: text?.complete ?? false,
    all: value,
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is not there, so that a member that is there says something. */
function optional<T extends object>(members: T): Present<T> {
  const present: Present<T> = { ...members };
  for (const name in members) if (members[name] === undefined) delete present[name];
  return present;
}

function typeOf(value: JsonObject, said: string | undefined, posted: ExportTime | undefined): TelegramMessage['type'] {
  if (said === 'service' || said === 'unsupported') return said;
  if (said !== 'message') return 'unknown';
  // Subtle: exports write a message that was deleted meanwhile as one of 1970 by nobody with nothing in it.
  const hasSender = textOf(value, 'from') !== undefined || textOf(value, 'from_id') !== undefined;
  const hasText = textOf(value, 'text') !== undefined || listOf(value, 'text').length > 0;
  return !posted &&
    !hasSender &&
    !hasText &&
    member(value, 'rich_message') === undefined &&
    readMedia(value).length === 0
    ? 'empty'
    : 'message';
}

/** A name that is null is there: someone whose name is not known any more. */
function named(value: JsonObject, field: string, chat: Peer | undefined): Named | undefined {
  const name = textOf(value, field);
  const peer = readPeer(member(value, field === 'actor' ? 'actor_id' : `${field}_id`), chat);
  if (name === undefined && peer === undefined && member(value, field) !== null) return undefined;
  return { ...(name === undefined ? {} : { name }), ...(peer === undefined ? {} : { peer }) };
}

function readReply(value: JsonObject, chat: Peer | undefined): TelegramMessage['reply'] {
  const message = numberOf(value, 'reply_to_message_id');
  if (message === undefined || !Number.isSafeInteger(message)) return undefined;
  const peer = readPeer(member(value, 'reply_to_peer_id'), chat);
  return { message, ...(peer === undefined ? {} : { peer }) };
}

function readPoll(poll: Json | undefined): TelegramMessage['poll'] {
  if (!isObject(poll)) return undefined;
  const plain = (object: JsonObject, name: string) => postText(readText(member(object, name), undefined).runs);
  const answers = listOf(poll, 'answers').map((answer) => (isObject(answer) ? plain(answer, 'text') : ''));
  return { question: plain(poll, 'question'), answers };
}

function readLocation(value: JsonObject): TelegramMessage['location'] {
  const point = member(value, 'location_information');
  const name = textOf(value, 'place_name');
  const address = textOf(value, 'address');
  if (point === undefined && name === undefined) return undefined;
  const at = isObject(point)
    ? coordinatesSchema.safeParse({ lat: member(point, 'latitude'), lon: member(point, 'longitude') })
    : undefined;
  return optional({ at: at?.success ? at.data : undefined, name, address });
}

function contactOf(value: JsonObject): JsonObject | undefined {
  const contact = member(value, 'contact_information');
  return isObject(contact) ? contact : undefined;
}

function readReactions(value: JsonObject, posted: ExportTime | undefined, chat: Peer | undefined): Reaction[] {
  return listOf(value, 'reactions').flatMap((reaction): Reaction[] => {
    if (!isObject(reaction)) return [];
    const recent = listOf(reaction, 'recent').flatMap((one) => {
      if (!isObject(one)) return [];
      return [optional({ ...named(one, 'from', chat), at: readNearby(member(one, 'date'), posted) })];
    });
    const type = textOf(reaction, 'type') ?? 'unknown';
    const sign = textOf(reaction, 'emoji') ?? textOf(reaction, 'document_id');
    return [{ type, ...optional({ count: numberOf(reaction, 'count'), sign }), recent }];
  });
}
