import { type JsonObject, numberOf, textOf } from './telegram-fields.ts';

/** Why a file is not in an export, by its writer's own words. */
export type Absence = 'not-included' | 'too-large' | 'unavailable' | 'other';

/** A file that a message carries. */
export interface Media {
  readonly sort: MediaSort;
  /** Where the export says that it lies, from the export's folder. Chosen by strangers. */
  readonly path?: string;
  /** What stands there instead of a path, and why. */
  readonly absent?: { readonly why: Absence; readonly words: string };
  /** The small picture of it that Telegram made, where that was exported. */
  readonly thumbnail?: string;
  /** The name its sender gave it. */
  readonly name?: string;
  readonly mime?: string;
  readonly bytes?: number;
  readonly width?: number;
  readonly height?: number;
  /** Rounded by the writer. */
  readonly seconds?: number;
}

export type MediaSort =
  | 'photo'
  | 'sticker'
  | 'video_message'
  | 'voice_message'
  | 'animation'
  | 'video_file'
  | 'audio_file'
  | 'document'
  | 'contact_vcard';

const SORTS: Readonly<Record<string, MediaSort>> = {
  sticker: 'sticker',
  video_message: 'video_message',
  voice_message: 'voice_message',
  animation: 'animation',
  video_file: 'video_file',
  audio_file: 'audio_file',
};

const SETTINGS = 'Change data exporting settings to download.';
const PLACEHOLDERS: ReadonlyMap<string, Absence> = new Map(
  ['File', 'Photo'].flatMap((what): [string, Absence][] => [
    [`(${what} not included. ${SETTINGS})`, 'not-included'],
    [`(${what} exceeds maximum size. ${SETTINGS})`, 'too-large'],
    [`(${what} unavailable, please try again later)`, 'unavailable'],
    ['(unavailable)', 'unavailable'],
  ]),
);

/**
 * Tells a path from the words that stand in its place when a file was not exported. Words in brackets that are not known count
 * as such too, unless they have the form of a path into a folder.
 */
export function readPath(written: string): Pick<Media, 'path' | 'absent'> {
  const known = PLACEHOLDERS.get(written);
  if (known) return { absent: { why: known, words: written } };
  if (/^\([^/]*\)$/.test(written)) return { absent: { why: 'other', words: written } };
  return { path: written };
}

/** Reads the files of a message: a photo, one other file, the card of a contact. */
export function readMedia(message: JsonObject): Media[] {
  const found: Media[] = [];
  const photo = textOf(message, 'photo');
  if (photo !== undefined) found.push({ sort: 'photo', ...readPath(photo), ...facts(message, 'photo_file_size') });
  const file = textOf(message, 'file');
  if (file !== undefined) found.push(readFile(message, file));
  const card = textOf(message, 'contact_vcard');
  if (card !== undefined)
    found.push({ sort: 'contact_vcard', ...readPath(card), ...count('bytes', message, 'contact_vcard_file_size') });
  return found;
}

function readFile(message: JsonObject, file: string): Media {
  const type = textOf(message, 'media_type') ?? '';
  const sort = Object.hasOwn(SORTS, type) ? SORTS[type] : undefined;
  const small = textOf(message, 'thumbnail');
  const thumbnail = small === undefined ? undefined : readPath(small).path;
  const name = textOf(message, 'file_name');
  const mime = textOf(message, 'mime_type');
  return {
    sort: sort ?? 'document',
    ...readPath(file),
    ...facts(message, 'file_size'),
    ...(thumbnail === undefined ? {} : { thumbnail }),
    ...(name === undefined ? {} : { name }),
    ...(mime === undefined ? {} : { mime }),
  };
}

/** Reads the files in a rich message's blocks; `*_skip_reason` says why one is not there. */
export function readRichMedia(block: JsonObject): Media | undefined {
  const type = textOf(block, 'type') ?? '';
  const place = type === 'photo' ? 'photo' : 'file';
  const sort =
    type === 'photo' ? 'photo' : type === 'video' ? 'video_file' : type === 'audio' ? 'audio_file' : 'document';
  const written = textOf(block, place);
  const reason = textOf(block, `${place}_skip_reason`);
  const size = facts(block, `${place}_file_size`);
  if (written !== undefined) return { sort, ...readPath(written), ...size };
  if (reason === undefined) return undefined;
  return { sort, absent: { why: REASONS[reason] ?? 'other', words: reason }, ...size };
}

const REASONS: Readonly<Record<string, Absence>> = {
  unavailable: 'unavailable',
  file_type: 'not-included',
  file_size: 'too-large',
  date_limits: 'not-included',
};

function facts(object: JsonObject, size: string): Partial<Media> {
  return {
    ...count('bytes', object, size),
    ...count('width', object, 'width'),
    ...count('height', object, 'height'),
    ...count('seconds', object, 'duration_seconds'),
  };
}

function count(as: 'bytes' | 'width' | 'height' | 'seconds', object: JsonObject, name: string): Partial<Media> {
  const value = numberOf(object, name);
  return value !== undefined && value >= 0 ? { [as]: value } : {};
}

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  pdf: 'application/pdf',
  vcf: 'text/vcard',
  tgs: 'application/x-tgsticker',
  html: 'text/html',
  json: 'application/json',
};

/** Gives the type a file is said to have, by the message or else by its name; the type of unknown bytes where neither says one. */
export function mimeOf(path: string, said?: string): string {
  if (said !== undefined && /^[a-z]+\/[\w.+-]+$/i.test(said)) return said.toLowerCase();
  const [, ending = ''] = /\.(\w+)$/.exec(path) ?? [];
  return TYPES[ending.toLowerCase()] ?? 'application/octet-stream';
}
