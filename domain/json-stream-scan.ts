/** What was met in a value that `JSON.parse` refuses or would read with loss. Bits, so that a value may have several. */
export const ODD = {
  /** A whole number of 16 digits or more: may be beyond what a double holds. */
  digits: 1,
  /** `\x0B` in a string. */
  escape: 2,
  /** A text without quotes after a colon. */
  bare: 4,
  /** A line break inside a string: the string was broken off there. */
  broken: 8,
  /** Nested deeper than is read. */
  deep: 16,
  /** `\ud…` in a string: may be half of a letter, which is no text. */
  half: 32,
} as const;

/** Nothing that people say nests this deep, and what walks a value afterwards must not run out of stack. */
const MOST_DEPTH = 256;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const NEWLINE = 0x0a;
const COLON = 0x3a;
const COMMA = 0x2c;
const MINUS = 0x2d;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

type Inside = 'structure' | 'string' | 'after-colon' | 'bare' | 'word';

/** Says whether a byte ends a number or a literal. */
function isDelimiter(byte: number | undefined): boolean {
  return (
    byte === COMMA ||
    byte === CLOSE ||
    byte === CLOSE_ARRAY ||
    byte === SPACE ||
    byte === NEWLINE ||
    byte === 0x0d ||
    byte === 0x09 ||
    byte === COLON ||
    byte === undefined
  );
}

/**
 * Finds the end of one JSON value in bytes that come in pieces, without decoding it. It can be stopped at any byte and goes on
 * where it was, so that a value of any size is looked at once.
 */
export class ValueScan {
  #inside: Inside = 'structure';
  #depth = 0;
  #digits = 0;
  /** The bits of {@link ODD} that were met. */
  odd = 0;
  /** Where the next byte to look at stands in the buffer. */
  at: number;

  /** Begins at the first byte of the value. */
  constructor(at: number) {
    this.at = at;
  }

  /**
   * Looks at the bytes up to `end`; gives true when the value is complete and `at` stands behind it. `last` says that no
   * more bytes will come: a number or literal at the very end is then complete too. At `end` itself the buffer must have
   * a quote, which is not part of the text: it stops the search for the end of a string.
   */
  run(bytes: Uint8Array, end: number, last: boolean): boolean {
    for (;;) {
      switch (this.#inside) {
        case 'after-colon':
          if (!this.#afterColon(bytes, end, last)) return false;
          break;
        case 'bare':
          this.at = lineEnd(bytes, this.at, end);
          if (this.at >= end) return false;
          this.#inside = 'structure';
          break;
        case 'word':
          while (this.at < end && !isDelimiter(bytes[this.at])) this.at += 1;
          return this.at < end || last;
        default:
          if (this.#walk(bytes, end)) return true;
          if (this.#inside === 'structure' || this.#inside === 'string') return false;
      }
    }
  }

  /**
   * Strings and what is between them, in one loop: this is where nearly all the time goes. True when the value is complete;
   * false when the bytes are used up or, with another `inside`, something begins that is looked at more closely.
   */
  #walk(bytes: Uint8Array, end: number): boolean {
    let i = this.at;
    let depth = this.#depth;
    let digits = this.#digits;
    let inString = this.#inside === 'string';
    let odd = 0;
    let complete = false;
    this.#digits = 0;
    this.#inside = 'structure';
    while (i < end) {
      if (inString) {
        let byte = bytes[i] ?? 0;
        while (byte > QUOTE && byte !== BACKSLASH) {
          i += 1;
          byte = bytes[i] ?? 0;
        }
        if (i >= end) break;
        if (byte === QUOTE) {
          i += 1;
          inString = false;
          if (depth > 0) continue;
          complete = true;
          break;
        }
        if (byte === BACKSLASH) {
          if (i + 1 >= end) break;
          if (bytes[i + 1] === 0x78) odd |= ODD.escape;
          if (bytes[i + 1] === 0x75) {
            if (i + 2 >= end) break;
            if (((bytes[i + 2] ?? 0) | 0x20) === 0x64) odd |= ODD.half;
          }
          i += 2;
        } else if (byte === NEWLINE) {
          // Subtle: no writer puts a line break into a string; where one stands, the closing quote was lost.
          odd |= ODD.broken;
          inString = false;
          if (depth > 0) continue;
          complete = true;
          break;
        } else i += 1;
        continue;
      }
      const byte = bytes[i] ?? 0;
      if (byte === SPACE) {
        do i += 1;
        while (bytes[i] === SPACE);
        digits = 0;
      } else if (byte === QUOTE) {
        i += 1;
        inString = true;
      } else if (byte === COLON) {
        // Subtle: what follows nearly every colon is a quote; only the rest is looked at closely.
        const next = i + 2 >= end ? 0 : bytes[i + 1] === SPACE ? bytes[i + 2] : bytes[i + 1];
        i += 1;
        if (next === QUOTE) continue;
        this.#inside = 'after-colon';
        break;
      } else if (byte >= 0x30 && byte <= 0x39) {
        if (depth === 0) {
          odd |= ODD.digits;
          this.#inside = 'word';
          break;
        }
        digits += 1;
        if (digits >= 16) odd |= ODD.digits;
        i += 1;
      } else {
        digits = 0;
        if (byte === OPEN || byte === OPEN_ARRAY) {
          depth += 1;
          if (depth > MOST_DEPTH) odd |= ODD.deep;
        } else if (byte === CLOSE || byte === CLOSE_ARRAY) {
          depth -= 1;
          if (depth <= 0) {
            i += 1;
            complete = true;
            break;
          }
        } else if (depth === 0) {
          odd |= ODD.digits;
          this.#inside = 'word';
          break;
        }
        i += 1;
      }
    }
    this.at = Math.min(i, end);
    this.odd |= odd;
    this.#depth = depth;
    this.#digits = digits;
    if (inString) this.#inside = 'string';
    return complete;
  }

  /** Behind a colon; true when it is known how the value begins. */
  #afterColon(bytes: Uint8Array, end: number, last: boolean): boolean {
    let i = this.at;
    while (i < end && (bytes[i] === SPACE || bytes[i] === NEWLINE || bytes[i] === 0x0d || bytes[i] === 0x09)) i += 1;
    this.at = i;
    if (i >= end) return false;
    // The longest literal and the byte behind it must be there to judge.
    if (beginsWord(bytes[i] ?? 0) && i + 6 > end && !last) return false;
    const bare = isBare(bytes, i, end);
    if (bare) this.odd |= ODD.bare;
    this.#inside = bare ? 'bare' : 'structure';
    return true;
  }
}

/** Where the line ends: the place of its line break, or `end`. */
function lineEnd(bytes: Uint8Array, from: number, end: number): number {
  const found = bytes.indexOf(NEWLINE, from);
  return found < 0 || found > end ? end : found;
}

const LITERALS = ['true', 'false', 'null'].map((word) => Uint8Array.from(word, (letter) => letter.charCodeAt(0)));

function beginsWord(byte: number): boolean {
  if (byte === QUOTE || byte === OPEN || byte === OPEN_ARRAY || byte === MINUS) return false;
  return !(byte >= 0x30 && byte <= 0x39) && !isDelimiter(byte);
}

/** Says whether a value beginning at `at` is a text whose quotes were left out. */
export function isBare(bytes: Uint8Array, at: number, end: number): boolean {
  if (!beginsWord(bytes[at] ?? 0)) return false;
  return !LITERALS.some(
    (word) =>
      at + word.length <= end &&
      word.every((letter, n) => bytes[at + n] === letter) &&
      isDelimiter(at + word.length < end ? bytes[at + word.length] : undefined),
  );
}
