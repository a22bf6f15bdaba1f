import type { Json } from '#domain/json.ts';
import { momentSchema } from '#domain/moment.ts';
import type { JsonObject } from './telegram-fields.ts';
import type { Named, TelegramMessage } from './telegram-message.ts';
import { readPageMedia } from './telegram-page-media.ts';
import { readPageText } from './telegram-page-text.ts';
import { elementsOf, type PageNode, within, wordsOf } from './telegram-page-tree.ts';
import { type ExportTime, readNearby, readTitle, titleWall } from './telegram-time.ts';

/** What is said once in a page and holds for the messages below it. */
export interface PageCourse {
  /** Whom the last message that names someone is from. */
  sender?: Named;
  viaBot?: string;
  forwarded?: string;
  /** The day that the last date line tells, for service messages, which have no time of their own. */
  day?: ExportTime;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const UNSUPPORTED = 'This message is not supported by this version of Telegram Desktop.';
/** Messages from before a migration have ids around −1,000,000,000; date lines count down from −1. */
const MIGRATED = -500_000_000;

/**
 * Reads a message of a page. Undefined for a date line, and where no message has such an id. What is told only once for several
 * messages is taken from `course` and put there.
 */
export function readPageMessage(node: PageNode, course: PageCourse): TelegramMessage | undefined {
  const id = Number((node.attributes.get('id') ?? '').slice('message'.length));
  if (!Number.isSafeInteger(id)) return undefined;
  const body = elementsOf(node).find(({ classes }) => classes.has('body'));
  if (node.classes.has('service')) return readService(id, body, course);
  return readSaid(id, node, body ?? node, course);
}

function readService(id: number, body: PageNode | undefined, course: PageCourse): TelegramMessage | undefined {
  const words = body ? wordsOf(body) : '';
  const day = id < 0 && id > MIGRATED ? dayOf(words) : undefined;
  if (day) {
    course.day = day;
    return undefined;
  }
  const isUnsupported = words.startsWith(UNSUPPORTED);
  return {
    id,
    type: isUnsupported ? 'unsupported' : 'service',
    ...(course.day ? { posted: course.day } : {}),
    runs: [],
    media: [],
    reactions: [],
    ...(isUnsupported ? {} : { action: { text: words } }),
    odd: [],
    isTextWhole: true,
    all: { type: isUnsupported ? 'unsupported' : 'service' },
  };
}

function dayOf(words: string): ExportTime | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(words) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (number === 0) return undefined;
  const edtf = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = momentSchema.safeParse({ edtf, words });
  return read.success ? { moment: read.data } : undefined;
}

function readSaid(id: number, node: PageNode, body: PageNode, course: PageCourse): TelegramMessage {
  const parts = elementsOf(body);
  const part = (name: string) => parts.find(({ classes }) => classes.has(name));
  const title = part('date')?.attributes.get('title') ?? '';
  const posted = readTitle(title);
  const from = part('from_name');
  if (from) Object.assign(course, senderOf(wordsOf(from)));
  else if (!node.classes.has('joined')) Object.assign(course, { sender: undefined, viaBot: undefined });
  const box = parts.find(({ classes }) => classes.has('forwarded') && classes.has('body'));
  const forward = box ? forwardOf(box, posted, course) : undefined;
  if (!forward) delete course.forwarded;
  // What a forward says stands inside of its own box.
  const inside = box ?? body;
  const find = (name: string) => elementsOf(inside).find(({ classes }) => classes.has(name)) ?? part(name);
  const wrap = find('media_wrap');
  const { media, poll, location, contact, raw, call } = wrap ? readPageMedia(wrap) : { media: [] };
  const text = find('text');
  const signature = find('signature');
  const answered = find('reply_to');
  const reply = answered ? replyOf(answered) : undefined;
  const viaBot = forward?.viaBot ?? course.viaBot;
  const reactions = reactionsOf(find('reactions'));
  const buttons = find('bot_buttons_table');
  const all: { [name: string]: Json } = {
    type: call === undefined ? 'message' : 'service',
    ...(course.sender?.name === undefined ? {} : { from: course.sender.name }),
    ...(forward ? { forwarded_from: forward.name, ...(forward.title ? { forwarded_date: forward.title } : {}) } : {}),
    ...(viaBot === undefined ? {} : { via_bot: viaBot }),
    ...(raw === undefined ? {} : { media: raw }),
    ...(contact ? { contact_information: { ...contact } } : {}),
    ...(answered && reply === undefined ? { reply_to: wordsOf(answered) } : {}),
    ...(reactions.length > 0 ? { reactions } : {}),
    ...(buttons ? { bot_buttons: wordsOf(buttons) } : {}),
    ...(posted || title === '' ? {} : { date: title }),
  };
  return {
    id,
    type: call === undefined ? 'message' : 'service',
    ...(posted ? { posted } : {}),
    ...(course.sender ? { sender: course.sender } : {}),
    ...(signature ? { signature: wordsOf(signature) } : {}),
    ...(viaBot === undefined ? {} : { viaBot }),
    ...(forward ? { forwarded: { name: forward.name, ...(forward.at ? { at: forward.at } : {}) } } : {}),
    ...(reply === undefined ? {} : { reply: { message: reply } }),
    runs: text ? readPageText(text) : [],
    media,
    ...(poll ? { poll } : {}),
    ...(location ? { location } : {}),
    ...(contact ? { contact } : {}),
    reactions: [],
    ...(call === undefined ? {} : { action: { name: 'phone_call', text: call } }),
    odd: posted || title === '' ? [] : [`date ${title}`],
    isTextWhole: true,
    all: all satisfies JsonObject,
  };
}

/** Parts `Name via @bot`; who is gone is called so by the writer, which is no name. */
function senderOf(words: string): { sender: Named; viaBot: string | undefined } {
  const [, name = words, viaBot] = /^([\s\S]*) via (@\w+)$/.exec(words) ?? [];
  return { sender: name === 'Deleted Account' || name === '' ? {} : { name }, viaBot };
}

interface PageForward {
  readonly name: string;
  readonly viaBot: string | undefined;
  readonly title?: string;
  readonly at?: NonNullable<TelegramMessage['forwarded']>['at'];
}

function forwardOf(box: PageNode, posted: ExportTime | undefined, course: PageCourse): PageForward {
  const from = elementsOf(box).find(({ classes }) => classes.has('from_name'));
  if (!from) return { name: course.forwarded ?? '', viaBot: undefined };
  const date = within(from, 'date');
  const title = date?.attributes.get('title') ?? '';
  const words = wordsOf({ ...from, children: from.children.filter((child) => child !== date) });
  const [, name = words, viaBot] = /^([\s\S]*) via (@\w+)$/.exec(words) ?? [];
  course.forwarded = name;
  const at = readTitle(title)?.moment ?? readNearby(titleWall(title), posted);
  return { name, viaBot, ...(title ? { title } : {}), ...(at ? { at } : {}) };
}

function replyOf(answered: PageNode): number | undefined {
  const link = elementsOf(answered).find(({ name }) => name === 'a');
  const [, id] = /#go_to_message(-?\d{1,15})$/.exec(link?.attributes.get('href') ?? '') ?? [];
  return id === undefined ? undefined : Number(id);
}

/** As the JSON export writes them, with names only. */
function reactionsOf(box: PageNode | undefined): Json[] {
  return elementsOf(box ?? { name: '', classes: new Set(), attributes: new Map(), children: [] })
    .filter(({ classes }) => classes.has('reaction'))
    .map((one) => {
      const [sign, count, people] = [within(one, 'emoji'), within(one, 'count'), within(one, 'userpics')];
      const names = elementsOf(people ?? one).flatMap((pic) => {
        const name = pic.attributes.get('title') ?? within(pic, 'initials')?.attributes.get('title');
        return name ? [name] : [];
      });
      const number = Number(count ? wordsOf(count) : '');
      return {
        type: one.classes.has('paid') ? 'paid' : 'emoji',
        ...(sign ? { emoji: wordsOf(sign) } : {}),
        ...(number > 0 ? { count: number } : {}),
        ...(names.length > 0 ? { recent: names.map((from) => ({ from })) } : {}),
      };
    });
}
