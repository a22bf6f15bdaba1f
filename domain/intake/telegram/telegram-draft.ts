import type { TelegramBody } from '#domain/evidence/kinds/telegram.ts';
import { postText } from '#domain/evidence/kinds/telegram.ts';
import type { Draft, DraftFile, NamedSource } from '#domain/intake/draft.ts';
import type { Finding, FindingCode } from '#domain/intake/finding.ts';
import type { Json } from '#domain/json.ts';
import { canonicalJson, textDigest } from '#domain/json.ts';
import type { Moment } from '#domain/moment.ts';
import { formatCoordinates, type Place } from '#domain/place.ts';
import type { SourceSort } from '#domain/source.ts';
import { type JsonObject, without } from './telegram-fields.ts';
import type { ExportFiles } from './telegram-files.ts';
import type { Media } from './telegram-media.ts';
import type { Named, TelegramMessage } from './telegram-message.ts';
import { isBroadcast, messageLink, type Peer, peerKey, peerText } from './telegram-peer.ts';
import { sameByTitle } from './telegram-same.ts';

/** A chat as an export names it. */
export interface TelegramChat {
  /** What it is called across exports; from an HTML page, which names no id, `telegram:titled:<title>`. */
  readonly key: string;
  readonly peer?: Peer;
  readonly name?: string;
  /** As Telegram Desktop writes it, such as `private_supergroup`. */
  readonly type?: string;
}

/** What stands around a message in its chat. */
export interface Surroundings {
  readonly files: ExportFiles;
  /** The forum topic it belongs to, where the chain of replies tells. */
  readonly topic?: { readonly id: number; readonly title?: string };
  /** The id of the first message of the album it belongs to. */
  readonly album?: number;
}

/** Gives what a message is called across exports: `telegram:channel:1234567890/428640`. */
export function messageKey(chat: Pick<TelegramChat, 'key'>, id: number): string {
  return `${chat.key}/${id}`;
}

/**
 * Makes a draft of a message: its words, times and names as the export has them, its files by their places, all else raw.
 * What is named and not there, or must not be followed, is told in `findings` and invents nothing: a file that was not
 * exported is not a file that does not exist.
 */
export function draftOf(
  message: TelegramMessage,
  chat: TelegramChat,
  { files, topic, album }: Surroundings,
): { readonly draft: Draft; readonly findings: readonly Finding[] } {
  const found = message.media.map((media) => files.find(media));
  const findings = [
    ...found.flatMap(({ finding }) => (finding ? [finding] : [])),
    ...oddities(message).map(([code, detail]) => ({ code, path: files.main, ...(detail ? { detail } : {}) })),
  ].map((finding) => ({ ...finding, place: `message ${message.id}` }));
  const source = sourceOf(message.sender, chat);
  const repeats = repeatsOf(message);
  const place = placeOf(message);
  const raw = rawOf(message);
  const key = messageKey(chat, message.id);
  const body = bodyOf(message, chat, { topic, album });
  const also = sameByTitle(key, body, 'asking');
  const draft: Draft = {
    key,
    edition: textDigest(said(message)),
    exhibit: {
      kind: 'telegram',
      body,
      ...(place ? { place } : {}),
      // A third person's name and number must not leave with an export that protects people.
      ...(message.contact ? { restricted: true } : {}),
    },
    ...(also ? { also } : {}),
    files: found.flatMap(({ file }): DraftFile[] => (file ? [file] : [])),
    ...(source ? { source } : {}),
    ...(repeats ? { repeats } : {}),
    ...(album === undefined ? {} : { group: messageKey(chat, album) }),
    ...(raw === undefined ? {} : { raw }),
  };
  return { draft, findings };
}

function oddities(message: TelegramMessage): (readonly [FindingCode, string?])[] {
  return [
    ...message.odd.map((detail) => ['unknown-form', detail] as const),
    ...(message.type === 'unsupported' ? [['unknown-form', 'unsupported'] as const] : []),
    ...(message.type === 'empty' ? [['nothing-inside'] as const] : []),
    ...(message.posted?.conflict || message.edited?.conflict
      ? [['clock-conflict', message.posted?.wall ?? ''] as const]
      : []),
  ];
}

function bodyOf(
  message: TelegramMessage,
  chat: TelegramChat,
  { topic, album }: { topic: Surroundings['topic']; album: number | undefined },
): TelegramBody {
  const { posted, edited, forwarded, reply, action, poll } = message;
  const link = chat.peer ? messageLink(chat.peer, message.id) : undefined;
  return {
    channel: { name: chat.name ?? '', ...(chat.peer ? { id: chat.peer.id } : {}) },
    message: message.id,
    ...(link === undefined ? {} : { link }),
    ...(posted ? { posted: posted.moment } : {}),
    ...(edited ? { edited: edited.moment } : {}),
    text: message.runs,
    translations: {},
    ...(forwarded ? { forwarded: forwardOf(forwarded) } : {}),
    ...(reply ? { reply: replyTo(reply, chat) } : {}),
    ...(message.signature === undefined ? {} : { signature: message.signature }),
    ...(topic ? { topic } : {}),
    ...(album === undefined ? {} : { album }),
    ...(poll ? { poll: { question: poll.question, answers: [...poll.answers] } } : {}),
    ...(action ? { action: action.text ?? action.name ?? '' } : {}),
  };
}

function forwardOf({
  name,
  peer,
  at,
}: NonNullable<TelegramMessage['forwarded']>): NonNullable<TelegramBody['forwarded']> {
  return { name: name ?? '', ...(peer ? { id: peerText(peer) } : {}), ...(at ? { at } : {}) };
}

/** The replied message by its address where it has one, else by what it is called across exports. */
function replyTo({ message, peer }: NonNullable<TelegramMessage['reply']>, chat: TelegramChat): string {
  const where = peer ?? chat.peer;
  const link = where ? messageLink(where, message) : undefined;
  return link ?? `${peer ? peerKey(peer) : chat.key}/${message}`;
}

/** Gives who said it. In a channel all is said by the channel; an anonymous admin speaks as the group. */
export function sourceOf(sender: Named | undefined, chat: TelegramChat): NamedSource | undefined {
  const own = chat.peer ? peerKey(chat.peer) : undefined;
  if (!sender) return isBroadcast(chat.type) && own && chat.name ? named(chat.name, 'channel', own) : undefined;
  const key = sender.peer ? peerKey(sender.peer) : undefined;
  const name = sender.name ?? (sender.peer ? peerText(sender.peer) : undefined);
  if (name === undefined) return undefined;
  const isGroup = key !== undefined && key === own && !isBroadcast(chat.type);
  return named(name, isGroup ? 'group' : sortOf(sender.peer), key);
}

function named(name: string, what: SourceSort, key: string | undefined): NamedSource {
  return { name, what, handles: [], ...(key === undefined ? {} : { key }) };
}

function sortOf(peer: Peer | undefined): SourceSort {
  return peer?.kind === 'channel' ? 'channel' : peer?.kind === 'chat' ? 'group' : 'person';
}

/** A text shorter than this may be said twice; as a forward's only sign it makes no two of them one. */
const TELLING = 24;

/**
 * The origin of a forward. Exports do not say which message it was; two forwards are taken for those of one original when
 * origin and words (or, without words, the measures of the file) agree, or for short ones origin, words and its time.
 */
function repeatsOf(message: TelegramMessage): Draft['repeats'] {
  const { forwarded } = message;
  const name = forwarded?.name ?? (forwarded?.peer ? peerText(forwarded.peer) : undefined);
  if (!forwarded || name === undefined) return undefined;
  const key = forwarded.peer ? peerKey(forwarded.peer) : undefined;
  // Subtle: a name alone may be a channel's or a person's; `person` is what Telegram hides the id of.
  const of = named(name, sortOf(forwarded.peer), key);
  const content = said({ ...message, action: undefined });
  const isTelling = postText(message.runs).length >= TELLING || message.media.some(({ bytes }) => (bytes ?? 0) > 0);
  const at = isTelling ? undefined : forwarded.at;
  const same = isTelling || at ? textDigest(sameText(key ?? name, content, at)) : undefined;
  return { of, how: 'forward', ...(same === undefined ? {} : { same }) };
}

/** The canonical JSON of a forward's origin, words and time. */
function sameText(of: string, content: string, at: Moment | undefined): string {
  return `{"at":${at ? canonicalJson(at) : 'null'},"content":${content},"of":${JSON.stringify(of)}}`;
}

type Said = Pick<TelegramMessage, 'runs' | 'media' | 'poll' | 'location' | 'contact' | 'type'> & {
  readonly action?: TelegramMessage['action'] | undefined;
};

/**
 * What a message says, apart from how it was exported: the same in an export of another year, with other settings or of another
 * version (which differ in how text is cut into entities, in file names and in which files are there). As canonical JSON.
 */
function said({ runs, media, poll, location, contact, action, type }: Said): string {
  const measures = ({ sort, width, height, seconds }: Media): Json => [sort, width ?? 0, height ?? 0, seconds ?? 0];
  // Subtle: in the order of their names and with nothing but texts and numbers in them, so that this is the canonical JSON, at a
  // fifth of the time that sorting takes; but for what a contact holds, which stands as the file has it.
  const before = JSON.stringify({
    action: action ? [action.name ?? '', action.text ?? ''] : [],
    at: location?.at ? [location.at.lat, location.at.lon] : [],
  });
  const after = JSON.stringify({
    media: media.map(measures),
    place: location?.name ?? '',
    poll: poll ? [poll.question, ...poll.answers] : [],
    text: postText(runs),
    type,
  });
  return `${before.slice(0, -1)},"contact":${contact ? canonicalJson(contact) : '{}'},${after.slice(1)}`;
}

function placeOf({ location }: TelegramMessage): Place | undefined {
  if (!location) return undefined;
  const { at, name, address } = location;
  const called = name ?? address ?? (at ? formatCoordinates(at, 'decimal') : undefined);
  // Subtle: exports round nothing and say nothing of how exact a pin is.
  return called === undefined
    ? undefined
    : { name: called, ...(at ? { at } : {}), precision: 'vicinity', how: 'stated' };
}

const HELD = new Set(['id', 'date', 'date_unixtime']);
const HELD_WITH_TEXT = new Set([...HELD, 'text', 'text_entities']);

/** Everything that has no field of its own, and names and ids once more as they were written. */
function rawOf({ all, isTextWhole }: TelegramMessage): { [name: string]: Json } | undefined {
  const left: JsonObject = without(all, isTextWhole ? HELD_WITH_TEXT : HELD);
  const { type, ...rest } = left;
  const kept = type === 'message' ? rest : left;
  return Object.keys(kept).length > 0 ? { ...kept } : undefined;
}
