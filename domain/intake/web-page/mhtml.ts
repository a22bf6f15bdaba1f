import { nameOf, splitEnding } from '#domain/intake/file-name.ts';
import { fromBase64, fromQuotedPrintable } from './mime-coding.ts';
import { contentType, decodedWords, type MimeHeaders, mimeHeaders } from './mime-headers.ts';

/** One file that a saved page consists of. */
export interface SavedPart {
  /** Where it was, as written. */
  readonly location?: string;
  /** What `cid:` addresses call it. */
  readonly id?: string;
  readonly mime: string;
  readonly charset?: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A page saved as MHTML. */
export interface Mhtml {
  readonly headers: MimeHeaders;
  /** The page itself; absent when there is none in it. */
  readonly page?: SavedPart;
  readonly parts: readonly SavedPart[];
  /** It ends before it says that it ends. */
  readonly isCut: boolean;
}

const MOST_PARTS = 20_000;
const MOST_NESTED = 4;

/** Says whether these first bytes begin a page saved as MHTML: a message of several parts that says a browser saved it, or is named so. */
export function isMhtml(head: Uint8Array, path: string): boolean {
  const begin = head.subarray(0, 16_384);
  const headers = mimeHeaders(headOf(asLetters(begin), begin, 0).text);
  const { mime } = contentType(headers.get('content-type'));
  if (mime !== 'text/html' && !mime.startsWith('multipart/')) return false;
  const isSaved = headers.has('snapshot-content-location') || /^.{0,3}saved by/i.test(headers.get('from') ?? '');
  return isSaved || /^mht(?:ml)?$/.test(splitEnding(nameOf(path)).ending);
}

/**
 * Reads MHTML (RFC 2557) as browsers write it. The page is the part that was at the address of the whole, else the first one in HTML.
 * A broken part is kept as far as it goes; nothing is looked up anywhere.
 */
export function readMhtml(bytes: Uint8Array): Mhtml {
  const letters = asLetters(bytes);
  const { text, end } = headOf(letters, bytes, 0);
  const headers = mimeHeaders(text);
  const parts: SavedPart[] = [];
  const isWhole = gather(letters, bytes, headers, end, bytes.length, parts, 0);
  const address = headers.get('snapshot-content-location') ?? headers.get('content-location');
  const pages = parts.filter(({ mime }) => mime === 'text/html' || mime === 'application/xhtml+xml');
  const page = pages.find(({ location }) => location !== undefined && location === address) ?? pages[0];
  return { headers, ...(page ? { page } : {}), parts, isCut: !isWhole };
}

/** Gives the subject of a saved page, which is its title. */
export function subjectOf(headers: MimeHeaders): string | undefined {
  return decodedWords(headers.get('subject') ?? '').trim() || undefined;
}

/** Each byte as one letter: so that bytes can be looked through as text and every place in it is one in them. */
function asLetters(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/** The headers from a place, and where what follows their empty line begins. */
function headOf(letters: string, bytes: Uint8Array, from: number, to = bytes.length): { text: string; end: number } {
  const text = (end: number) => new TextDecoder().decode(bytes.subarray(from, end));
  // Nothing before the empty line: there are no headers.
  const first = /^\r?\n/.exec(letters.slice(from, from + 2));
  if (first) return { text: '', end: from + first[0].length };
  // Subtle: no further than `to`, or a million parts without an empty line are a million walks to the end of the file.
  const found = /\r?\n\r?\n/.exec(letters.slice(from, to));
  if (!found) return { text: text(to), end: to };
  return { text: text(from + found.index), end: from + found.index + found[0].length };
}

/** Adds what stands from `from` to `to` to the parts; says whether all of it was there. */
function gather(
  letters: string,
  bytes: Uint8Array,
  headers: MimeHeaders,
  from: number,
  to: number,
  parts: SavedPart[],
  nested: number,
): boolean {
  const { mime, charset, boundary } = contentType(headers.get('content-type'));
  if (!mime.startsWith('multipart/') || boundary === undefined || nested >= MOST_NESTED) {
    if (parts.length >= MOST_PARTS) return false;
    const location = headers.get('content-location')?.replace(/\s+/g, '');
    const id = /^<?([^>]*)>?$/.exec(headers.get('content-id') ?? '')?.[1];
    parts.push({
      ...(location ? { location } : {}),
      ...(id ? { id } : {}),
      mime,
      ...(charset === undefined ? {} : { charset }),
      bytes: uncoded(bytes.subarray(from, to), headers.get('content-transfer-encoding')),
    });
    // Of several parts, and nothing tells them apart: the headers end before they say it.
    return !mime.startsWith('multipart/') || boundary !== undefined;
  }
  const mark = `--${boundary}`;
  let isWhole = true;
  let at = nextMark(letters, mark, from, to);
  while (at < to && parts.length < MOST_PARTS) {
    const after = at + mark.length;
    if (letters.startsWith('--', after)) return isWhole;
    const line = letters.indexOf('\n', after);
    if (line < 0 || line >= to) return false;
    const next = nextMark(letters, mark, line + 1, to);
    const head = headOf(letters, bytes, line + 1, next);
    // The line break before a mark belongs to the mark.
    const end = next < to ? next - (letters[next - 2] === '\r' ? 2 : 1) : next;
    const inner = mimeHeaders(head.text);
    isWhole = gather(letters, bytes, inner, head.end, Math.max(head.end, end), parts, nested + 1) && isWhole;
    at = next;
  }
  return false;
}

/** Where the next mark stands at the beginning of a line; `to` when none does. */
function nextMark(letters: string, mark: string, from: number, to: number): number {
  for (let at = letters.indexOf(mark, from); at >= 0 && at < to; at = letters.indexOf(mark, at + 1)) {
    if (at === 0 || letters[at - 1] === '\n') return at;
  }
  return to;
}

function uncoded(bytes: Uint8Array, coding: string | undefined): Uint8Array<ArrayBuffer> {
  switch (coding?.toLowerCase()) {
    case 'quoted-printable':
      return fromQuotedPrintable(bytes);
    case 'base64':
      return fromBase64(bytes);
    default:
      return new Uint8Array(bytes);
  }
}
