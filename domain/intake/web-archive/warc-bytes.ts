import { Gunzip } from 'fflate';

/** So many packed bytes are unpacked at once: they can become a thousand times as many. */
const AT_ONCE = 8192;

/** The bytes go on far beyond what was packed: a bomb, not an archive. */
export class TooMuchInside extends Error {}

/** Gives bytes as they are; those of gzip unpacked, all its members one behind the other, as WARC files are written. Throws on broken ones. */
export async function* unpacked(
  bytes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let gunzip: Gunzip | undefined;
  let isFirst = true;
  let given = 0;
  let ready: Uint8Array[] = [];
  for await (const piece of bytes) {
    if (isFirst && piece.length > 0) {
      isFirst = false;
      if (piece[0] === 0x1f && piece[1] === 0x8b) gunzip = new Gunzip((part) => void ready.push(part));
    }
    if (!gunzip) {
      yield piece;
      continue;
    }
    for (let at = 0; at < piece.length; at += AT_ONCE) {
      gunzip.push(piece.subarray(at, at + AT_ONCE));
      for (const part of ready) {
        given += part.length;
        if (given > most) throw new TooMuchInside();
        yield part;
      }
      ready = [];
    }
  }
}

/** Reads lines and stretches of known length from bytes that come in pieces. */
export class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array(0);
  #at = 0;
  /** How many bytes were read. */
  read = 0;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#pieces = bytes[Symbol.asyncIterator]();
  }

  /** The next line without its end; undefined at the end of the bytes, null when it is longer than `most`. */
  async line(most: number): Promise<string | undefined | null> {
    const parts: number[] = [];
    for (;;) {
      if (!(await this.#more())) return parts.length === 0 ? undefined : textOf(parts);
      const byte = this.#piece[this.#at] ?? 0;
      this.#at += 1;
      this.read += 1;
      if (byte === 10) return textOf(parts);
      if (parts.length === most) return null;
      parts.push(byte);
    }
  }

  /** The next `count` bytes in pieces; fewer when the bytes end before. */
  async *take(count: number): AsyncGenerator<Uint8Array> {
    let left = count;
    while (left > 0 && (await this.#more())) {
      const part = this.#piece.subarray(this.#at, this.#at + left);
      this.#at += part.length;
      this.read += part.length;
      left -= part.length;
      yield part;
    }
  }

  async #more(): Promise<boolean> {
    while (this.#at === this.#piece.length) {
      const next = await this.#pieces.next();
      if (next.done) return false;
      this.#piece = next.value;
      this.#at = 0;
    }
    return true;
  }
}

function textOf(bytes: readonly number[]): string {
  const end = bytes.at(-1) === 13 ? bytes.length - 1 : bytes.length;
  return new TextDecoder().decode(Uint8Array.from(bytes.slice(0, end)));
}
