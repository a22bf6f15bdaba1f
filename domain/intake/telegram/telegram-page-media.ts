import type { Json } from '#domain/json.ts';
import { type Coordinates, coordinatesSchema } from '#domain/place.ts';
import type { Absence, Media, MediaSort } from './telegram-media.ts';
import type { TelegramMessage } from './telegram-message.ts';
import { elementsOf, type PageNode, within, wordsOf } from './telegram-page-tree.ts';

/** What the box below a message's head holds. `raw` are its words, where they have no field of their own. */
export type PageMedia = Pick<TelegramMessage, 'poll' | 'location' | 'contact'> & {
  readonly media: readonly Media[];
  readonly raw?: Json;
  readonly call?: string;
};

const PICTURES: readonly (readonly [name: string, sort: MediaSort])[] = [
  ['photo_wrap', 'photo'],
  ['sticker_wrap', 'sticker'],
  ['animated_wrap', 'animation'],
  ['video_file_wrap', 'video_file'],
];

const ABSENT: readonly (readonly [begin: string, why: Absence])[] = [
  ['Not included', 'not-included'],
  ['Exceeds maximum size', 'too-large'],
  ['Unavailable', 'unavailable'],
];

/** Reads the media of a message in a page; links are as they stand there. */
export function readPageMedia(wrap: PageNode): PageMedia {
  const poll = within(wrap, 'media_poll');
  if (poll) return pollOf(poll);
  for (const [name, sort] of PICTURES) {
    const link = within(wrap, name);
    if (link) return { media: [pictureOf(link, sort)] };
  }
  const box = within(wrap, 'media');
  return box ? boxOf(box) : { media: [] };
}

function pictureOf(link: PageNode, sort: MediaSort): Media {
  const small = elementsOf(link)
    .find(({ name }) => name === 'img')
    ?.attributes.get('src');
  const path = link.attributes.get('href');
  const duration = within(link, 'video_duration');
  return {
    sort,
    ...(path ? { path: path } : {}),
    ...(small ? { thumbnail: small } : {}),
    ...secondsOf(duration ? wordsOf(duration) : ''),
  };
}

function boxOf(box: PageNode): PageMedia {
  const words = (name: string) => {
    const found = within(box, name);
    return found ? wordsOf(found) : '';
  };
  const [title, description, status] = [words('title'), words('description'), words('status')];
  const href = box.attributes.get('href') ?? '';
  const classes = [...box.classes].filter((name) => name.startsWith('media_'));
  const raw = { classes, title, description, status, href };
  const is = (name: string) => box.classes.has(name);
  if (is('media_call')) return { media: [], raw, call: [title, status].filter((part) => part !== '').join(', ') };
  if (is('media_contact')) {
    const contact = { first_name: title, phone_number: status.replace(/ - vCard$/, '') };
    return { media: href === '' ? [] : [{ sort: 'contact_vcard', path: href }], contact };
  }
  if (is('media_location') || is('media_live_location') || is('media_venue')) {
    const at = coordinatesIn(href);
    const venue = is('media_venue')
      ? { ...(title ? { name: title } : {}), ...(description ? { address: description } : {}) }
      : {};
    return { media: [], location: { ...(at ? { at } : {}), ...venue }, raw };
  }
  const sort = sortOf(box, title);
  if (!sort) return { media: [], raw };
  const name = sort === 'document' && title !== 'File' && title !== '' ? { name: title } : {};
  const small = within(box, 'thumb')?.attributes.get('src');
  return {
    media: [
      {
        sort,
        ...name,
        ...(small ? { thumbnail: small } : {}),
        ...secondsOf(status),
        ...placeOf(href, description, status),
      },
    ],
    raw,
  };
}

function sortOf(box: PageNode, title: string): MediaSort | undefined {
  const is = (name: string) => box.classes.has(name);
  if (is('media_voice_message')) return 'voice_message';
  if (is('media_audio_file')) return 'audio_file';
  if (is('media_file')) return 'document';
  if (is('media_photo')) return title === 'Sticker' ? 'sticker' : 'photo';
  if (!is('media_video')) return undefined;
  return title === 'Animation' ? 'animation' : title === 'Video message' ? 'video_message' : 'video_file';
}

function placeOf(href: string, description: string, status: string): Pick<Media, 'path' | 'absent'> {
  if (href !== '') return { path: href };
  const known = ABSENT.find(([begin]) => description.startsWith(begin));
  return { absent: { why: known?.[1] ?? 'other', words: description || status } };
}

function secondsOf(words: string): { seconds?: number } {
  const [, hours = '0', minutes, seconds] = /^(?:(\d+):)?(\d+):(\d{2})(?:,|$)/.exec(words) ?? [];
  if (minutes === undefined || seconds === undefined) return {};
  return { seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) };
}

function coordinatesIn(href: string): Coordinates | undefined {
  const [, lat, lon] = /[?&]q=(-?[\d.]+),(-?[\d.]+)/.exec(href) ?? [];
  if (lat === undefined || lon === undefined) return undefined;
  const read = coordinatesSchema.safeParse({ lat: Number(lat), lon: Number(lon) });
  return read.success ? read.data : undefined;
}

function pollOf(poll: PageNode): PageMedia {
  const question = within(poll, 'question');
  const answers = elementsOf(poll).filter(({ classes }) => classes.has('answer'));
  const told = elementsOf(poll)
    .filter(({ classes }) => classes.has('details'))
    .map(wordsOf);
  const said = (answer: PageNode) =>
    answer.children
      .filter((child) => typeof child === 'string' || child.name === 'br')
      .map((child) => (typeof child === 'string' ? child : '\n'))
      .join('')
      .trim()
      .replace(/^- /, '');
  return {
    media: [],
    poll: { question: question ? wordsOf(question) : '', answers: answers.map(said) },
    raw: { poll: { details: told, answers: answers.map(wordsOf) } },
  };
}
