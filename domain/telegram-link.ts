import { assertNever } from './assert-never.ts';

/** What in a link points into or beside a post. */
interface PostPart {
  readonly post: number;
  /** The topic of a forum, or the thread, that the post is in. */
  readonly topic?: number;
  /** The comment below the post that is meant. */
  readonly comment?: number;
  /** The link means one picture of an album, not the whole. */
  readonly single?: true;
}

/** A Telegram link, read. Handles are kept as written (Telegram ignores their case); ids of private channels are bare. */
export type TelegramLink =
  | { readonly kind: 'handle'; readonly handle: string }
  | ({ readonly kind: 'post'; readonly handle: string } & PostPart)
  | { readonly kind: 'private-channel'; readonly channel: string }
  | ({ readonly kind: 'private-post'; readonly channel: string } & PostPart)
  | { readonly kind: 'invite'; readonly code: string };

export type TelegramLinkReading =
  | { readonly ok: true; readonly link: TelegramLink }
  | { readonly ok: false; readonly code: 'not-telegram' | 'other-telegram-link' };

const OTHER: TelegramLinkReading = { ok: false, code: 'other-telegram-link' };
const HANDLE = /^[a-z]\w{2,31}$/i;
const NUMBER = /^[1-9]\d{0,14}$/;
const INVITE = /^(?=.*[A-Za-z_-])[\w-]{6,64}$/;
// First parts of a path that are no one's handle.
const RESERVED = new Set(
  (
    'a addemoji addlist addstickers addtheme auction bg boost c call confirmphone contact giftcode invoice iv joinchat k ' +
    'login m msg newbot nft proxy s setlanguage share socks theme'
  ).split(' '),
);

const WEB = /^(?:https?:\/\/)?(?:www\.)?(?:t\.me|telegram\.me|telegram\.dog)(?:\/([^?#]*))?(?:\?([^#]*))?(?:#.*)?$/i;
const SUBDOMAIN = /^(?:https?:\/\/)?([a-z]\w{2,31})\.t\.me(?:\/([^?#]*))?(?:\?([^#]*))?(?:#.*)?$/i;
const APP = /^tg:(?:\/\/)?([a-z]+)\/?\?([^#]*)(?:#.*)?$/i;

/**
 * Reads a link to a Telegram channel, group, person or post: `t.me/…`, `telegram.me/…`, `t.me/s/…` (the preview page),
 * `t.me/c/<id>/<post>` (private), `t.me/<name>/<topic>/<post>`, `?single`, `?comment=`, `?thread=`, invitations,
 * `tg://resolve?…`, `tg://privatepost?…`, `tg://join?…` and `@handle`. Links to sticker sets, shares, bots' forms and the like
 * are `other-telegram-link`; parameters that name neither place nor post (`start`, `before`, `embed`) are dropped.
 */
export function parseTelegramLink(text: string): TelegramLinkReading {
  const typed = text.trim();
  if (typed.startsWith('@')) return handleLink(typed.slice(1), { ok: false, code: 'not-telegram' });
  const app = APP.exec(typed);
  if (app) return readApp((app[1] ?? '').toLowerCase(), readQuery(app[2]));
  const web = WEB.exec(typed);
  if (web) return readPath(parts(web[1]), readQuery(web[2]));
  const sub = SUBDOMAIN.exec(typed);
  if (sub && sub[1]?.toLowerCase() !== 'www') return readPath([sub[1] ?? '', ...parts(sub[2])], readQuery(sub[3]));
  return { ok: false, code: 'not-telegram' };
}

function parts(path: string | undefined): readonly string[] {
  return (path ?? '').split('/').filter((part) => part !== '');
}

function readQuery(query: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    (query ?? '').split('&').map((pair): [string, string] => {
      const [name = '', value = ''] = pair.split('=');
      return [name.toLowerCase(), value];
    }),
  );
}

function handleLink(handle: string, otherwise: TelegramLinkReading): TelegramLinkReading {
  return HANDLE.test(handle) ? { ok: true, link: { kind: 'handle', handle } } : otherwise;
}

function readPath(path: readonly string[], query: ReadonlyMap<string, string>): TelegramLinkReading {
  const [first = '', ...rest] = path;
  if (first === 's' && rest.length > 0) return readPath(rest, query);
  if (first === 'c') return readPrivate(rest, query);
  if (first === 'joinchat') return inviteLink(rest[0]);
  if (/^(?:\+|%2B)/i.test(first)) return rest.length === 0 ? inviteLink(first.replace(/^(?:\+|%2B)/i, '')) : OTHER;
  if (!HANDLE.test(first) || RESERVED.has(first.toLowerCase())) return OTHER;
  if (rest.length === 0) return handleLink(first, OTHER);
  const post = readPost(rest, query);
  return post ? { ok: true, link: { kind: 'post', handle: first, ...post } } : OTHER;
}

function readPrivate(path: readonly string[], query: ReadonlyMap<string, string>): TelegramLinkReading {
  const [channel = '', ...rest] = path;
  if (!NUMBER.test(channel)) return OTHER;
  if (rest.length === 0) return { ok: true, link: { kind: 'private-channel', channel } };
  const post = readPost(rest, query);
  return post ? { ok: true, link: { kind: 'private-post', channel, ...post } } : OTHER;
}

function inviteLink(code: string | undefined): TelegramLinkReading {
  return code !== undefined && INVITE.test(code) ? { ok: true, link: { kind: 'invite', code } } : OTHER;
}

/** Reads `<post>` or `<topic>/<post>` and what the query adds; undefined when a number is none. */
function readPost(path: readonly string[], query: ReadonlyMap<string, string>): PostPart | undefined {
  const post = path.length <= 2 ? path.at(-1) : undefined;
  const topic = path.length === 2 ? path[0] : query.get('thread');
  const comment = query.get('comment');
  if (![post ?? '', topic ?? '1', comment ?? '1'].every((number) => NUMBER.test(number))) return undefined;
  return {
    post: Number(post),
    ...(topic === undefined ? {} : { topic: Number(topic) }),
    ...(comment === undefined ? {} : { comment: Number(comment) }),
    ...(query.has('single') ? { single: true } : {}),
  };
}

function readApp(doing: string, query: ReadonlyMap<string, string>): TelegramLinkReading {
  const post = query.get('post');
  switch (doing) {
    case 'resolve':
      return readPath([query.get('domain') ?? '', ...(post === undefined ? [] : [post])], query);
    case 'privatepost':
      return readPrivate([query.get('channel') ?? '', ...(post === undefined ? [] : [post])], query);
    case 'join':
      return inviteLink(query.get('invite'));
    default:
      return OTHER;
  }
}

/** Writes the https address of a link, which `parseTelegramLink` reads back to the same link. */
export function writeTelegramLink(link: TelegramLink): string {
  switch (link.kind) {
    case 'handle':
      return `https://t.me/${link.handle}`;
    case 'post':
      return `https://t.me/${link.handle}/${postPath(link)}`;
    case 'private-channel':
      return `https://t.me/c/${link.channel}`;
    case 'private-post':
      return `https://t.me/c/${link.channel}/${postPath(link)}`;
    case 'invite':
      return `https://t.me/+${link.code}`;
    default:
      return assertNever(link);
  }
}

function postPath({ post, topic, comment, single }: PostPart): string {
  const query = [...(single ? ['single'] : []), ...(comment === undefined ? [] : [`comment=${comment}`])].join('&');
  return `${topic === undefined ? '' : `${topic}/`}${post}${query === '' ? '' : `?${query}`}`;
}
