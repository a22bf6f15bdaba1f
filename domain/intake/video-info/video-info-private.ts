import type { JsonObject } from '#domain/intake/json-text.ts';
import type { Json } from '#domain/json.ts';

/** A description without what tells of the person who downloaded: what is left of it, and what was left out, in words. */
export interface CleanedInfo {
  readonly kept: JsonObject;
  readonly left: readonly string[];
}

/** At the top of a description and of each entry of a playlist. `url` there is the signed address of the media. */
const AT_TOP = new Set([
  'formats',
  'requested_formats',
  'requested_downloads',
  'requested_subtitles',
  'manifest_url',
  'automatic_captions',
  'heatmap',
  'fragments',
  'fragment_base_url',
]);
const ANYWHERE =
  /^(?:__.*|http_headers|.*cookies?|_filename|filepath|infojson_filename|.*authorization|.*password|x_forwarded_for.*)$/i;

const ADDRESS = /(?:[?&;/]|%26|%3f|%2f)ip(?:=|\/|%3d|%2f|%253d)([0-9a-f.:%]{4,120})/gi;

/**
 * Takes out of a downloader's description what is private or bulk: lists of media addresses, request headers, cookies, paths on
 * the downloader's disk; then every trace of the downloader's own IP address, which the media addresses carry (`ip=`, `/ip/`).
 */
export function cleanVideoInfo(info: JsonObject): CleanedInfo {
  const addresses = new Set<string>();
  collectAddresses(info, addresses);
  const left = new Set<string>();
  const kept = strippedObject(info, left, true);
  if (addresses.size === 0) return { kept, left: [...left] };
  const traces = tracesOf(addresses);
  left.add(`${addresses.size} × IP`);
  return { kept: withoutTraces(kept, traces), left: [...left] };
}

function stripped(value: Json, left: Set<string>): Json {
  if (Array.isArray(value)) return value.map((one) => stripped(one, left));
  return typeof value === 'object' && value !== null ? strippedObject(value, left, false) : value;
}

function strippedObject(object: JsonObject, left: Set<string>, isTop: boolean): { [name: string]: Json } {
  // In a flat playlist `url` is the page of the entry, not the media.
  const isPointer = object._type === 'url' || object._type === 'url_transparent';
  const kept = Object.entries(object).flatMap(([name, value]): [string, Json][] => {
    const isPrivate = ANYWHERE.test(name) || (isTop && (AT_TOP.has(name) || (name === 'url' && !isPointer)));
    if (isPrivate) {
      if (value !== null) left.add(name);
      return [];
    }
    if (isTop && name === 'entries' && Array.isArray(value)) {
      return [[name, value.map((entry) => (isObject(entry) ? strippedObject(entry, left, true) : entry))]];
    }
    return [[name, stripped(value, left)]];
  });
  return Object.fromEntries(kept);
}

function isObject(value: Json): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collectAddresses(value: Json, found: Set<string>): void {
  if (typeof value === 'string') {
    for (const [, written = ''] of value.matchAll(ADDRESS)) {
      const address = /^[0-9a-f.:]+/i.exec(decoded(decoded(written)))?.[0] ?? '';
      if (isAddress(address)) found.add(address);
    }
  } else if (Array.isArray(value)) {
    for (const one of value) collectAddresses(one, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) collectAddresses(one, found);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return text;
  }
}

/** `0.0.0.0` stands where no address is meant. */
function isAddress(text: string): boolean {
  if (text === '0.0.0.0') return false;
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || (/^[0-9a-f:.]+$/i.test(text) && text.split(':').length > 3);
}

/** Matches the addresses as they are, percent-encoded, and encoded twice. */
function tracesOf(addresses: ReadonlySet<string>): RegExp {
  const forms = [...addresses].flatMap((address) => [
    address,
    encodeURIComponent(address),
    encodeURIComponent(encodeURIComponent(address)),
  ]);
  const parts = [...new Set(forms)].map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\d.])(?:${parts.join('|')})(?!\\d|\\.\\d)`, 'gi');
}

function withoutTraces(object: JsonObject, traces: RegExp): { [name: string]: Json } {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name.replace(traces, 'left-out'), untraced(value, traces)]),
  );
}

function untraced(value: Json, traces: RegExp): Json {
  if (typeof value === 'string') return value.replace(traces, 'left-out');
  if (Array.isArray(value)) return value.map((one) => untraced(one, traces));
  return isObject(value) ? withoutTraces(value, traces) : value;
}
