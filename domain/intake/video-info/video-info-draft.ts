import type { Shot } from '#domain/evidence/kinds/video.ts';
import { newId } from '#domain/id.ts';
import type { Draft, DraftFile, NamedSource } from '#domain/intake/draft.ts';
import type { Finding } from '#domain/intake/finding.ts';
import { momentOfDay, momentOfSeconds, momentOfUtcDay } from '#domain/intake/given-moment.ts';
import type { Item } from '#domain/intake/importer.ts';
import { type JsonObject, listOf, memberOf, numberOf, objectOf, textOf } from '#domain/intake/json-text.ts';
import { jsonDigest } from '#domain/json.ts';
import { earliest, latest, type Moment } from '#domain/moment.ts';

/** Says whether a description is of a playlist or channel, which has films but is none. */
export function isPlaylist(info: JsonObject): boolean {
  const type = textOf(info, '_type');
  return type === 'playlist' || type === 'multi_video' || (type === undefined && Array.isArray(info.entries));
}

/** Makes the video exhibit of a cleaned description, without files, and tells which of its dates cannot be trusted. */
export function videoDraft(info: JsonObject, path: string): { draft: Draft; findings: Finding[] } {
  const { published, findings } = publishedOf(info, path);
  const link = textOf(info, 'webpage_url') ?? textOf(info, 'original_url') ?? pointer(info);
  const title = textOf(info, 'title') ?? textOf(info, 'fulltitle') ?? '';
  const uploader = textOf(info, 'channel') ?? textOf(info, 'uploader');
  const seconds = numberOf(info, 'duration');
  const duration = seconds !== undefined && seconds >= 0 ? seconds : undefined;
  const description = textOf(info, 'description') ?? '';
  const platform = platformOf(info);
  const { title: _, description: _also, chapters: _shots, ...raw } = info;
  const source = sourceOf(info);
  const draft: Draft = {
    key: keyOf(info, link),
    edition: jsonDigest({ title, description, link, uploader, published, duration, chapters: info.chapters }),
    exhibit: {
      kind: 'video',
      title,
      description,
      language: textOf(info, 'language'),
      published,
      collected: collectedOf(info),
      body: { link, platform, uploader, duration, shots: shotsOf(info, uploader ?? '') },
    },
    files: [],
    ...(source ? { source } : {}),
    raw,
  };
  return { draft, findings };
}

/** Gives what a playlist's description holds: itself as a document, then each film that it names. */
export async function* playlistDrafts(info: JsonObject, sidecar: DraftFile, path: string): AsyncGenerator<Item> {
  const { title, description, entries, ...raw } = info;
  const name = textOf(info, 'title') ?? textOf(info, 'id') ?? '';
  const link = textOf(info, 'webpage_url') ?? textOf(info, 'original_url');
  const source = sourceOf(info);
  const verbatim = textOf(info, 'description') ?? '';
  yield {
    draft: {
      key: `playlist:${keyOf(info, link)}`,
      edition: jsonDigest({ title, description, link }),
      exhibit: {
        kind: 'document',
        title: name,
        collected: collectedOf(info),
        body: { verbatim, address: link, translations: {} },
      },
      files: [sidecar],
      ...(source ? { source } : {}),
      raw,
    },
  };
  for (const [at, entry] of listOf(info, 'entries').entries()) {
    const place = `entry ${at + 1}`;
    const film = objectOf(entry);
    // A film that could not be had (private, removed) stands as null.
    if (!film) yield { finding: { code: 'not-exported', path, place } };
    else if (memberOf(film, 'id') === undefined || isPlaylist(film))
      yield { finding: { code: 'unknown-form', path, place } };
    else {
      const { draft, findings } = videoDraft({ extractor_key: inherited(info, film), ...film }, path);
      for (const finding of findings) yield { finding: { ...finding, place } };
      yield { draft };
    }
  }
}

function inherited(info: JsonObject, film: JsonObject): string {
  return textOf(film, 'ie_key') ?? textOf(info, 'extractor_key')?.replace(/(?:Tab|Playlist|Channel)$/, '') ?? '';
}

function pointer(info: JsonObject): string | undefined {
  return textOf(info, '_type')?.startsWith('url') ? textOf(info, 'url') : undefined;
}

/** Extractors that take any page or file: their ids are names of files, and their dates those of the file on its server. */
function isGeneric(info: JsonObject): boolean {
  const extractor = textOf(info, 'extractor_key') ?? textOf(info, 'extractor') ?? 'generic';
  return /^(?:generic|html5)/i.test(extractor) || info.direct === true;
}

/** Ids are unique on one platform only; those of the generic extractors not even there. */
function keyOf(info: JsonObject, link: string | undefined): string {
  const extractor = (textOf(info, 'extractor_key') ?? textOf(info, 'extractor') ?? 'unknown').toLowerCase();
  const value = memberOf(info, 'id');
  // An id that is a list or an object is none that a platform gives; its own words tell it apart from others.
  const id = value === undefined ? '' : typeof value === 'object' ? jsonDigest(value) : String(value);
  return `video:${extractor}:${id}${isGeneric(info) ? `@${link ?? ''}` : ''}`;
}

function platformOf(info: JsonObject): string | undefined {
  if (isGeneric(info)) return textOf(info, 'webpage_url_domain');
  return textOf(info, 'extractor_key') ?? textOf(info, 'extractor');
}

/** Names change (in 2023 an `UC…` uploader became a `@handle`): only the channel's id, or an uploader's that is none, is a key. */
function sourceOf(info: JsonObject): NamedSource | undefined {
  const name = textOf(info, 'channel') ?? textOf(info, 'uploader');
  if (name === undefined) return undefined;
  const uploader = textOf(info, 'uploader_id');
  const id = textOf(info, 'channel_id') ?? (uploader?.startsWith('@') ? undefined : uploader);
  const handles = [
    uploader?.startsWith('@') ? uploader : undefined,
    textOf(info, 'channel_url') ?? textOf(info, 'uploader_url'),
  ];
  const platform = platformOf(info)?.toLowerCase();
  return {
    name,
    what: 'channel',
    handles: handles.filter((handle) => handle !== undefined),
    ...(id !== undefined && platform !== undefined ? { key: `${platform}:channel:${id}` } : {}),
  };
}

function collectedOf(info: JsonObject): { at?: Moment; tool?: string; version?: string } {
  const epoch = numberOf(info, 'epoch');
  const at = epoch === undefined ? undefined : momentOfSeconds(epoch);
  const writer = objectOf(info._version) ?? {};
  const tool = textOf(writer, 'repository')?.split('/').at(-1);
  const version = textOf(writer, 'version');
  return {
    ...(at ? { at } : {}),
    ...(tool === undefined ? {} : { tool }),
    ...(version === undefined ? {} : { version }),
  };
}

/**
 * When it was published: to the second where a time stamp is, else the day, which yt-dlp states in UTC and youtube-dl (which
 * writes neither `epoch` nor `_version`) in no stated zone. Of the generic extractors neither is taken: it is the file's date.
 */
function publishedOf(info: JsonObject, path: string): { published: Moment | undefined; findings: Finding[] } {
  const stamp = numberOf(info, 'timestamp');
  const day = textOf(info, 'upload_date');
  if (stamp === undefined && day === undefined) return { published: undefined, findings: [] };
  const written = stamp === undefined ? `upload_date ${day}` : `timestamp ${stamp}`;
  if (isGeneric(info)) return { published: undefined, findings: [{ code: 'doubtful-date', path, detail: written }] };
  const isNew = numberOf(info, 'epoch') !== undefined || objectOf(info._version) !== undefined;
  const ofDay = day === undefined ? undefined : isNew ? momentOfUtcDay(day) : momentOfDay(day);
  const ofStamp = stamp === undefined ? undefined : momentOfSeconds(stamp);
  const published = ofStamp ?? ofDay;
  const findings: Finding[] = [];
  if (!published) findings.push({ code: 'doubtful-date', path, detail: written });
  if (ofStamp && ofDay && (latest(ofStamp) < earliest(ofDay) || earliest(ofStamp) > latest(ofDay))) {
    findings.push({ code: 'clock-conflict', path, detail: `timestamp ${stamp}, upload_date ${day}` });
  }
  const epoch = numberOf(info, 'epoch');
  if (published && epoch !== undefined && earliest(published) > epoch * 1000) {
    findings.push({ code: 'clock-conflict', path, detail: `${written}, epoch ${epoch}` });
  }
  return { published, findings };
}

/** Chapters are what the uploader says is seen: first lines of the shot list. They may begin late and overlap. */
function shotsOf(info: JsonObject, describedBy: string): Record<string, Shot> {
  const shots = listOf(info, 'chapters').flatMap((chapter, order): [string, Shot][] => {
    const line = objectOf(chapter);
    if (!line) return [];
    const from = timeOf(line, 'start_time');
    const to = timeOf(line, 'end_time');
    const times = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    return [
      [newId(), { order, ...times, seen: textOf(line, 'title') ?? '', certainty: 'narrated', describedBy, tags: [] }],
    ];
  });
  return Object.fromEntries(shots);
}

function timeOf(line: JsonObject, name: string): number | undefined {
  const seconds = numberOf(line, name);
  return seconds !== undefined && seconds >= 0 ? seconds : undefined;
}
