import { fromBase64, fromQuotedPrintable } from './mime-coding.ts';

/** The headers of a message or of a part, by name in small letters; the first of each name. */
export type MimeHeaders = ReadonlyMap<string, string>;

/** Reads headers as they stand before the empty line; a line that begins with white space goes on with the one before. */
export function mimeHeaders(text: string): MimeHeaders {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined || headers.has(name.toLowerCase())) continue;
    headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}

/** Reads what stands in `Content-Type`: the type in small letters and its parameters. */
export function contentType(value: string | undefined): { mime: string; charset?: string; boundary?: string } {
  const [, type = ''] = /^\s*([\w.+-]+\/[\w.+-]+)/.exec(value ?? '') ?? [];
  const parameter = (name: string) => {
    const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, 'i').exec(value ?? '');
    return found?.[1] ?? found?.[2];
  };
  const charset = parameter('charset');
  const boundary = parameter('boundary');
  return {
    mime: type.toLowerCase(),
    ...(charset ? { charset } : {}),
    ...(boundary ? { boundary } : {}),
  };
}

/** Reads the encoded words of a header (`=?utf-8?Q?…?=`); a word in an encoding that nobody knows stays as it stands. */
export function decodedWords(value: string): string {
  return value
    .replace(/(=\?[^?\s]+\?[BQ]\?[^?\s]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/(?:=\?[^?\s]+\?[BQ]\?[^?\s]*\?=)+/gi, (words) => decodedRun(words));
}

/** Subtle: a letter may be parted between two words, so the bytes of all of one encoding are put together first. */
function decodedRun(words: string): string {
  const bytes: number[] = [];
  let encoding = '';
  for (const [, charset = '', how = '', coded = ''] of words.matchAll(/=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi)) {
    const name = charset.replace(/\*.*$/, '').toLowerCase();
    if (encoding !== '' && name !== encoding) return words;
    encoding = name;
    const raw = new TextEncoder().encode(how.toUpperCase() === 'Q' ? coded.replaceAll('_', ' ') : coded);
    for (const byte of how.toUpperCase() === 'Q' ? fromQuotedPrintable(raw) : fromBase64(raw)) bytes.push(byte);
  }
  try {
    return new TextDecoder(encoding).decode(new Uint8Array(bytes));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return words;
  }
}
