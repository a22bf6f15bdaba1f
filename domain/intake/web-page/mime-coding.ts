/** Undoes `quoted-printable`: `=E2` is a byte, `=` at the end of a line joins it with the next. What is no code stays as it stands. */
export function fromQuotedPrintable(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== EQUALS) {
      out[length] = byte;
      length += 1;
      continue;
    }
    const lineEnd = endOfLine(bytes, at + 1);
    const high = hexValue(bytes[at + 1]);
    const low = hexValue(bytes[at + 2]);
    if (lineEnd !== undefined) at = lineEnd - 1;
    else if (high !== undefined && low !== undefined) {
      out[length] = high * 16 + low;
      length += 1;
      at += 2;
    } else {
      out[length] = byte;
      length += 1;
    }
  }
  return out.slice(0, length);
}

const EQUALS = 61;

/** Where the next line begins, when nothing but white space stands before it. */
function endOfLine(bytes: Uint8Array, from: number): number | undefined {
  let at = from;
  while (bytes[at] === 32 || bytes[at] === 9) at += 1;
  if (at >= bytes.length) return at;
  if (bytes[at] === 13 && bytes[at + 1] === 10) return at + 2;
  return bytes[at] === 10 ? at + 1 : undefined;
}

function hexValue(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : undefined;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(256).fill(255);
for (let at = 0; at < ALPHABET.length; at += 1) VALUES[ALPHABET.charCodeAt(at)] = at;
VALUES[45] = 62;
VALUES[95] = 63;

/** Undoes `base64`, of either alphabet; what is none of its letters is passed over, and it ends with the first `=`. */
export function fromBase64(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    if (byte === EQUALS) break;
    const value = VALUES[byte] ?? 255;
    if (value === 255) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[length] = (held >> bits) & 0xff;
    length += 1;
  }
  return out.slice(0, length);
}

/** Writes bytes as `base64`, in one line. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const three = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    piece += ALPHABET.charAt(three >> 18) + ALPHABET.charAt((three >> 12) & 63);
    piece += b === undefined ? '=' : ALPHABET.charAt((three >> 6) & 63);
    piece += c === undefined ? '=' : ALPHABET.charAt(three & 63);
    if (piece.length < 32_768) continue;
    pieces.push(piece);
    piece = '';
  }
  return pieces.join('') + piece;
}
