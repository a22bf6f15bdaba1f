import { type DecodedText, decodeText } from '#domain/intake/decode-text.ts';

/** How far into a page browsers look for its encoding, and a little more: a long comment of the saving program may stand before. */
const LOOKED_AT = 8192;
/** The byte order marks of UTF-8 and UTF-16. */
const MARKS = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/**
 * Reads the bytes of a page as text: by their byte order mark, else as what `told` says (the `charset` it was delivered with), else
 * as its own `meta` says, as browsers do; else as any text is ({@link decodeText}), which may be a guess. An encoding that nobody
 * knows is not followed.
 */
export function decodePage(bytes: Uint8Array, told?: string): DecodedText {
  const isMarked = MARKS.some((mark) => mark.every((byte, at) => bytes[at] === byte));
  if (isMarked) return decodeText(bytes);
  return withEncoding(bytes, told) ?? withEncoding(bytes, statedEncoding(bytes)) ?? decodeText(bytes);
}

function statedEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, LOOKED_AT)).replace(/<!--[\s\S]*?-->/g, '');
  const stated = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  // As browsers do: what could be read so far is not in UTF-16.
  return stated && /^utf-?16/i.test(stated) ? 'utf-8' : stated;
}

function withEncoding(bytes: Uint8Array, encoding: string | undefined): DecodedText | undefined {
  if (encoding === undefined) return undefined;
  try {
    return { text: new TextDecoder(encoding).decode(bytes), encoding: encoding.toLowerCase(), guessed: false };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
