import { readLocal } from '#domain/calendar.ts';
import { postText } from '#domain/evidence/kinds/telegram.ts';
import { earliest, latest } from '#domain/moment.ts';
import { Numbers, Texts, wordsToFind } from './telegram-listing-columns.ts';
import type { MediaSort } from './telegram-media.ts';
import type { Named, TelegramMessage } from './telegram-message.ts';
import { peerKey, peerText } from './telegram-peer.ts';

/** A message as a list shows it. */
export interface ListedMessage {
  /** Its place in the chat, from 0. */
  readonly n: number;
  /** Unique in its chat; negative when it comes from the group that the chat grew out of. */
  readonly id: number;
  readonly type: TelegramMessage['type'];
  readonly sender: string;
  /** All its words: the text, for a poll question and answers, for a service message what it tells of. */
  readonly text: string;
  readonly media: readonly MediaSort[];
  /** Some of its files are not in the export, by the export's own words. */
  readonly isMissingFiles: boolean;
  readonly has: readonly ListedPart[];
  /** Whom it was forwarded from, as named; empty where only that it was is known. */
  readonly forwarded?: string;
  /** The message of this chat that it answers; only its id where that is not in the export. */
  readonly reply?: { readonly id: number; readonly n?: number; readonly sender?: string; readonly words?: string };
  /** The local time of the exporting machine as if it were UTC, else the instant; epoch milliseconds. */
  readonly wall?: number;
}

/** Something beside text and files that a message carries. */
export type ListedPart = 'poll' | 'location' | 'contact' | 'edited';

/** Someone who speaks in a chat. Two of one name stay two. */
export interface ListedSender {
  readonly name: string;
  readonly messages: number;
}

/** What of a chat to list; what is left out restricts nothing. */
export interface ListingFilter {
  /** Words that must stand in it, one after the other, in capitals or not. */
  readonly text?: string;
  /** The number of a sender in {@link ChatListing.senders}. */
  readonly sender?: number;
  /** Epoch milliseconds: nothing that is known to be earlier, or later. */
  readonly from?: number;
  readonly to?: number;
  readonly media?: boolean;
  readonly forwarded?: boolean;
  readonly service?: boolean;
}

const TYPES: readonly TelegramMessage['type'][] = ['message', 'service', 'unsupported', 'empty', 'unknown'];
const SORTS: readonly MediaSort[] = [
  'photo',
  'video_file',
  'video_message',
  'animation',
  'voice_message',
  'audio_file',
  'document',
  'sticker',
  'contact_vcard',
];
const PARTS: readonly ListedPart[] = ['poll', 'location', 'contact', 'edited'];
const SORT_BIT = 8;
const PART_BIT = 24;
const MISSING = 1 << 30;
const ALL_SORTS = ((1 << SORTS.length) - 1) << SORT_BIT;

/** How many messages are looked at between two breaths. */
const STRETCH = 2048;

/**
 * All messages of one chat in the order of its file, small enough to be held for hundreds of thousands (some 120 bytes each
 * and two for each UTF-16 unit of text), and quickly filtered. Made from the file whenever it is wanted; never kept.
 */
export class ChatListing {
  /** What the chat is called across exports; a message's key is this, a slash and its id. */
  readonly key: string;
  readonly #ids = new Numbers();
  readonly #walls = new Numbers();
  readonly #early = new Numbers();
  readonly #late = new Numbers();
  readonly #from = new Numbers();
  readonly #to = new Numbers();
  readonly #sender = new Numbers();
  readonly #forwarded = new Numbers();
  readonly #reply = new Numbers();
  readonly #marks = new Numbers();
  readonly #texts = new Texts();
  readonly #senders: { name: string; messages: number }[] = [];
  readonly #senderNumbers = new Map<string, number>();
  readonly #origins: string[] = [];
  readonly #originNumbers = new Map<string, number>();
  #count = 0;
  #places: ReadonlyMap<number, number> | undefined;
  #placed = 0;

  constructor(key: string) {
    this.key = key;
  }

  get count(): number {
    return this.#count;
  }

  get senders(): readonly ListedSender[] {
    return this.#senders;
  }

  /** The ids of all messages, in their order. */
  ids(): Float64Array<ArrayBuffer> {
    return this.#ids.all();
  }

  /** The local times of all messages as if they were UTC, in epoch milliseconds; NaN where none stands there. */
  walls(): Float64Array<ArrayBuffer> {
    return this.#walls.all();
  }

  /** Says for each message whether it is of a sort that is taken for evidence unasked: 1 for said, 0 for service and nothing. */
  said(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length: this.#count }, (_, n) => (this.#typeAt(n) === 'message' ? 1 : 0));
  }

  /** Where in its file a message stands, in bytes, `to` exclusive. */
  placeOf(n: number): { readonly from: number; readonly to: number } {
    return { from: this.#from.at(n), to: this.#to.at(n) };
  }

  /** Puts the next message of the chat behind the others; `from` and `to` are its bytes in the file. */
  add(message: TelegramMessage, from: number, to: number): void {
    const { posted, media } = message;
    this.#ids.push(message.id);
    this.#walls.push(
      (posted?.wall === undefined ? undefined : readLocal(posted.wall)?.first) ?? posted?.instant ?? Number.NaN,
    );
    this.#early.push(posted ? (posted.instant ?? earliest(posted.moment)) : Number.NaN);
    this.#late.push(posted ? (posted.instant ?? latest(posted.moment)) : Number.NaN);
    this.#from.push(from);
    this.#to.push(to);
    this.#sender.push(this.#senderOf(message.sender));
    this.#forwarded.push(message.forwarded ? this.#originOf(nameOf(message.forwarded)) : Number.NaN);
    this.#reply.push(message.reply && !message.reply.peer ? message.reply.message : Number.NaN);
    let marks = TYPES.indexOf(message.type);
    for (const { sort } of media) marks |= 1 << (SORT_BIT + SORTS.indexOf(sort));
    for (const part of partsOf(message)) marks |= 1 << (PART_BIT + PARTS.indexOf(part));
    if (media.some(({ absent }) => absent !== undefined)) marks |= MISSING;
    this.#marks.push(marks);
    this.#texts.push(wordsOf(message).normalize('NFC'));
    this.#count += 1;
  }

  /** Gives a message as a list shows it. */
  row(n: number): ListedMessage {
    const marks = this.#marks.at(n);
    const forwarded = this.#forwarded.at(n);
    const reply = this.#reply.at(n);
    const wall = this.#walls.at(n);
    return {
      n,
      id: this.#ids.at(n),
      type: this.#typeAt(n),
      sender: this.#senders[this.#sender.at(n)]?.name ?? '',
      text: this.#texts.at(n),
      media: SORTS.filter((_, bit) => (marks & (1 << (SORT_BIT + bit))) !== 0),
      isMissingFiles: (marks & MISSING) !== 0,
      has: PARTS.filter((_, bit) => (marks & (1 << (PART_BIT + bit))) !== 0),
      ...(Number.isNaN(forwarded) ? {} : { forwarded: this.#origins[forwarded] ?? '' }),
      ...(Number.isNaN(reply) ? {} : { reply: this.#answered(reply) }),
      ...(Number.isNaN(wall) ? {} : { wall }),
    };
  }

  /** Gives the place of a message by its id; undefined when the export has none of that id. */
  placeOfId(id: number): number | undefined {
    if (!this.#places || this.#placed !== this.#count) {
      const places = new Map<number, number>();
      for (let n = 0; n < this.#count; n += 1) places.set(this.#ids.at(n), n);
      this.#places = places;
      this.#placed = this.#count;
    }
    return this.#places.get(id);
  }

  #answered(id: number): NonNullable<ListedMessage['reply']> {
    const n = this.placeOfId(id);
    if (n === undefined) return { id };
    const sender = this.#senders[this.#sender.at(n)]?.name ?? '';
    return { id, n, sender, words: this.#texts.at(n).slice(0, 160) };
  }

  /**
   * Finds the places of the messages that pass a filter. Breathes (yields) every few thousand messages, so that whoever asked
   * can turn to a newer question; the places are what it returns at its end.
   */
  *filter(wanted: ListingFilter): Generator<void, Uint32Array<ArrayBuffer>> {
    const words = wordsToFind(wanted.text ?? '');
    const found = new Uint32Array(this.#count);
    let length = 0;
    for (let n = 0; n < this.#count; n += 1) {
      if (n % STRETCH === STRETCH - 1) yield;
      if (!this.#passes(n, wanted) || !this.#texts.has(n, words)) continue;
      found[length] = n;
      length += 1;
    }
    return found.slice(0, length);
  }

  #passes(n: number, { sender, from, to, media, forwarded, service }: ListingFilter): boolean {
    if (sender !== undefined && this.#sender.at(n) !== sender) return false;
    if (from !== undefined && this.#late.at(n) < from) return false;
    if (to !== undefined && this.#early.at(n) > to) return false;
    if (media !== undefined && ((this.#marks.at(n) & ALL_SORTS) !== 0) !== media) return false;
    if (forwarded !== undefined && !Number.isNaN(this.#forwarded.at(n)) !== forwarded) return false;
    return service === undefined || (this.#typeAt(n) === 'service') === service;
  }

  #typeAt(n: number): TelegramMessage['type'] {
    return TYPES[this.#marks.at(n) & 7] ?? 'unknown';
  }

  #senderOf(sender: Named | undefined): number {
    if (!sender) return Number.NaN;
    const key = sender.peer ? peerKey(sender.peer) : `name:${sender.name ?? ''}`;
    const known = this.#senderNumbers.get(key);
    const number = known ?? this.#senders.push({ name: nameOf(sender), messages: 0 }) - 1;
    if (known === undefined) this.#senderNumbers.set(key, number);
    const one = this.#senders[number];
    if (one) one.messages += 1;
    return number;
  }

  #originOf(name: string): number {
    const known = this.#originNumbers.get(name);
    if (known !== undefined) return known;
    const number = this.#origins.push(name) - 1;
    this.#originNumbers.set(name, number);
    return number;
  }
}

function nameOf({ name, peer }: Named): string {
  return name ?? (peer ? peerText(peer) : '');
}

function partsOf({ poll, location, contact, edited }: TelegramMessage): ListedPart[] {
  return [
    ...(poll ? (['poll'] as const) : []),
    ...(location ? (['location'] as const) : []),
    ...(contact ? (['contact'] as const) : []),
    ...(edited ? (['edited'] as const) : []),
  ];
}

function wordsOf({ runs, poll, location, action, media }: TelegramMessage): string {
  const words = [
    postText(runs),
    ...(poll ? [poll.question, ...poll.answers] : []),
    location?.name ?? '',
    location?.address ?? '',
    action?.text ?? action?.name ?? '',
    ...media.map(({ name }) => name ?? ''),
  ];
  return words.filter((word) => word !== '').join('\n');
}
