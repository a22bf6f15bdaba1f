// oxlint-disable-next-line typescript/triple-slash-reference -- the layers that import this file need the types of the package too
/// <reference path="../../exifreader-package.d.ts" />
import { DOMParser } from '@xmldom/xmldom';
import ExifReader, { type ExpandedTags } from 'exifreader/dist/exif-reader.js';
import { type Json, jsonSchema } from '#domain/json.ts';
import type { PhotoTag, PhotoTags } from './photo-metadata.ts';

/** Longer lists of numbers are bytes (maker notes, colour tables): they stay in the file and are counted here. */
const LONGEST_LIST = 64;
/** Bytes of pictures within the picture, tables of them, and values computed from the others. */
const NOT_SAID = new Set(['Thumbnail', 'mpf', 'composite', 'gps']);

/** What the tags of a picture, or of an XMP file beside one, are; or that its frame is none that they can be read from. */
type TagReading = { readonly ok: true; readonly tags: PhotoTags } | { readonly ok: false; readonly why: string };

/** Reads EXIF, XMP, IPTC, ICC and the file's own header. Never throws: what cannot be read is said. */
export function readPhotoTags(bytes: Uint8Array<ArrayBuffer>): TagReading {
  const own =
    bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
  try {
    const expanded = ExifReader.load(own, {
      expanded: true,
      includeUnknown: true,
      domParser: new DOMParser({ onError: stopAtFaults }),
    });
    return { ok: true, tags: groupsOf(expanded) };
  } catch (error) {
    // Subtle: the reader throws plain errors on any bytes that it does not know; there is no other way to be told.
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads an XMP file that lies beside a picture; the library knows XMP only in its packet, which such files often lack. */
export function readXmpFile(text: string): TagReading {
  const [packet] = /<(?:x:xmpmeta|rdf:RDF)[\s>][\s\S]*<\/(?:x:xmpmeta|rdf:RDF)>/.exec(text) ?? [];
  if (packet === undefined) return { ok: false, why: 'no x:xmpmeta and no rdf:RDF' };
  return readPhotoTags(new TextEncoder().encode(`<?xpacket begin="" id=""?>${packet}<?xpacket end="w"?>`));
}

/** The library goes on after warnings and otherwise guesses at what broken XML might mean. */
function stopAtFaults(level: string, message: string): void {
  if (level !== 'warning') throw new SyntaxError(message);
}

function groupsOf(expanded: ExpandedTags): PhotoTags {
  const groups: [string, Record<string, PhotoTag>][] = [];
  for (const [group, tags] of Object.entries(expanded)) {
    if (NOT_SAID.has(group)) continue;
    const read = Object.entries(tags).flatMap(([name, tag]): [string, PhotoTag][] => {
      // The XMP packet itself stays in the file; its parts follow.
      if (tag === undefined || name === '_raw' || name === 'base64') return [];
      return [[name, typeof tag === 'object' ? tagOf(tag) : { text: String(tag) }]];
    });
    if (read.length > 0) groups.push([group, Object.fromEntries(read)]);
  }
  return Object.fromEntries(groups);
}

function tagOf({ value, description }: { readonly value?: unknown; readonly description?: unknown }): PhotoTag {
  const kept = jsonOf(value);
  const text = description === undefined || description === null ? wordsOf(kept) : String(description);
  return kept === undefined || isSaidBy(text, kept) ? { text } : { text, value: kept };
}

function wordsOf(value: Json | undefined): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

function isSaidBy(text: string, value: Json): boolean {
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return only !== undefined && wordsOf(only) === text;
}

/** Gives a value of the library's as JSON: long lists of numbers and bytes as how many they are. */
function jsonOf(value: unknown): Json | undefined {
  if (value instanceof ArrayBuffer) return { bytes: value.byteLength };
  if (ArrayBuffer.isView(value)) return { bytes: value.byteLength };
  if (Array.isArray(value)) {
    if (value.length > LONGEST_LIST && value.every((one) => typeof one === 'number')) return { numbers: value.length };
    return Array.from(value, (one) => jsonOf(one) ?? null);
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).flatMap(([name, member]): [string, Json][] => {
      const kept = jsonOf(member);
      return kept === undefined ? [] : [[name, kept]];
    });
    return Object.fromEntries(members);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  const plain = jsonSchema.safeParse(value);
  return plain.success ? plain.data : undefined;
}

/** Gives what a tag says; undefined when it is absent, blank, or marked as faulty by the reader. */
export function tagText(tags: PhotoTags, group: string, name: string): string | undefined {
  const text = tags[group]?.[name]?.text.replaceAll('\0', '').trim();
  return text === undefined || text === '' || text === '<faulty value>' ? undefined : text;
}
