import type { Json } from '#domain/json.ts';
import type { Moment } from '#domain/moment.ts';
import type { NamedSource } from './draft.ts';
import type { Finding } from './finding.ts';
import { momentOfWritten } from './given-moment.ts';
import { type JsonObject, memberOf, objectOf, readJson, textOf, topMembers } from './json-text.ts';

/** What gallery-dl wrote of one file. It has no schema: only what is well known is understood, all of it is kept. */
export interface GallerySidecar {
  readonly raw: Json;
  readonly caption?: string;
  readonly published?: Moment;
  readonly source?: NamedSource;
  /** `category:subcategory:id` where an id is written. */
  readonly key?: string;
  /** What the file was called there, as `filename.extension`. */
  readonly name?: string;
}

/** Says whether the beginning of a text is that of a description by gallery-dl: `category` and `subcategory` at its top. */
export function isGalleryText(head: string): boolean {
  const members = topMembers(head);
  return members?.has('category') === true && members.has('subcategory');
}

/** Reads one; undefined, and told, when it is no JSON object. */
export function readGallery(text: string, path: string, findings: Finding[]): GallerySidecar | undefined {
  const reading = readJson(text);
  const info = reading.ok ? objectOf(reading.value) : undefined;
  if (!info) {
    findings.push({ code: 'not-readable', path, ...(reading.ok ? {} : { place: `character ${reading.at}` }) });
    return undefined;
  }
  const published = publishedOf(info, path, findings);
  const source = sourceOf(info);
  const key = keyOf(info);
  const caption =
    textOf(info, 'content') ?? textOf(info, 'caption') ?? textOf(info, 'description') ?? textOf(info, 'title');
  const [stem, ending] = [textOf(info, 'filename'), textOf(info, 'extension')];
  return {
    raw: info,
    ...(caption === undefined ? {} : { caption }),
    ...(published ? { published } : {}),
    ...(source ? { source } : {}),
    ...(key === undefined ? {} : { key }),
    ...(stem === undefined ? {} : { name: ending === undefined ? stem : `${stem}.${ending}` }),
  };
}

/** `date` is written in UTC without saying so. A plain link's is the file's date on its server, not a publication. */
function publishedOf(info: JsonObject, path: string, findings: Finding[]): Moment | undefined {
  const date = textOf(info, 'date');
  if (date === undefined) return undefined;
  const moment = textOf(info, 'category') === 'directlink' ? undefined : momentOfWritten(date, 'Z');
  if (!moment) findings.push({ code: 'doubtful-date', path, detail: `date ${date}` });
  return moment;
}

function sourceOf(info: JsonObject): NamedSource | undefined {
  const person =
    objectOf(memberOf(info, 'author')) ?? objectOf(memberOf(info, 'user')) ?? objectOf(memberOf(info, 'uploader'));
  const name = person
    ? (textOf(person, 'nick') ?? textOf(person, 'name') ?? textOf(person, 'username'))
    : (textOf(info, 'author') ?? textOf(info, 'username') ?? textOf(info, 'uploader') ?? textOf(info, 'user'));
  if (name === undefined) return undefined;
  const category = textOf(info, 'category');
  const id = person ? idOf(memberOf(person, 'id')) : undefined;
  const handle = person ? (textOf(person, 'name') ?? textOf(person, 'username')) : undefined;
  return {
    name,
    what: 'channel',
    handles: handle !== undefined && handle !== name ? [handle] : [],
    ...(id !== undefined && category !== undefined ? { key: `${category}:channel:${id}` } : {}),
  };
}

function keyOf(info: JsonObject): string | undefined {
  const id = ['tweet_id', 'post_id', 'media_id', 'id']
    .map((name) => idOf(memberOf(info, name)))
    .find((one) => one !== undefined);
  if (id === undefined) return undefined;
  const num = idOf(memberOf(info, 'num'));
  const sort = `${textOf(info, 'category') ?? ''}:${textOf(info, 'subcategory') ?? ''}`;
  return `gallery:${sort}:${id}${num === undefined ? '' : `:${num}`}`;
}

/** An id is a text or a number; anything else is none. */
function idOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}
