/** A file's text, and how its bytes were read. `guessed`: nothing in the file says so. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly guessed: boolean;
}

/**
 * Reads bytes as text: by their byte order mark; as UTF-8 when that is what they are; else as UTF-16 when every other byte is
 * zero, or as the 8-bit encoding of Windows (Cyrillic when most of its letters would be, else Western), which is a guess.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = [
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const;
  for (const [encoding, mark] of marked) {
    if (mark.every((byte, at) => bytes[at] === byte)) {
      return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: false };
    }
  }
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, guessed: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', guessed: false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const encoding = looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252';
    return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: true };
  }
}

/** The encodings that a person may choose where a file states none. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1256',
  'koi8-u',
] as const;
export type Encoding = (typeof encodings)[number];

/**
 * Tells the encoding of a file from its beginning, which may be cut in the middle of a letter. Where nothing says so it is a guess; plain
 * ASCII is called UTF-8.
 */
export function guessEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = wideEncoding(head);
  if (wide) return wide;
  if (isUtf8Beginning(head)) return 'utf-8';
  return looksCyrillic(head) ? 'windows-1251' : 'windows-1252';
}

function isUtf8Beginning(head: Uint8Array): boolean {
  try {
    // Subtle: told that more follows, the decoder does not mind a letter that is cut off at the end.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return false;
  }
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.min(bytes.length, 4096) >> 1;
  if (pairs < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  // ASCII in UTF-16 has a zero in nearly every pair, always on the same side.
  if (odd > pairs * 0.7 && even === 0) return 'utf-16le';
  return even > pairs * 0.7 && odd === 0 ? 'utf-16be' : undefined;
}

/** In Windows-1251 the letters а to я are 0xE0 to 0xFF: Russian text has runs of them, Western text has single ones. */
function looksCyrillic(bytes: Uint8Array): boolean {
  let high = 0;
  let inRun = 0;
  for (let at = 0; at < Math.min(bytes.length, 65_536); at += 1) {
    if ((bytes[at] ?? 0) < 0xc0) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0xc0 || (bytes[at + 1] ?? 0) >= 0xc0) inRun += 1;
  }
  return inRun > high / 2;
}

/** Says whether the first bytes of a file have none that no text has. */
export function isTextual(head: Uint8Array): boolean {
  const { encoding } = decodeText(head);
  return encoding.startsWith('utf-16') || !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}
