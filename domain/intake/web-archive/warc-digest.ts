import { createMD5, createSHA1, createSHA256, createSHA512, type IHasher } from 'hash-wasm';

/** What comes of holding bytes against the digest that is stated for them. */
export type Verdict = 'same' | 'differs' | 'unstated';

const makers: Readonly<Record<string, () => Promise<IHasher>>> = {
  md5: createMD5,
  sha1: createSHA1,
  'sha-1': createSHA1,
  sha256: createSHA256,
  'sha-256': createSHA256,
  sha512: createSHA512,
  'sha-512': createSHA512,
};

/** A digest as WARC headers state it (`sha1:BASE32`, `sha256:hex`), and the sum that grows beside it. */
export class StatedDigest {
  readonly #hasher: IHasher;
  readonly #value: string;

  private constructor(hasher: IHasher, value: string) {
    this.#hasher = hasher;
    this.#value = value;
  }

  /** Undefined where nothing is stated, or in a way that is not known. */
  static async read(stated: string | undefined): Promise<StatedDigest | undefined> {
    const [, name = '', value = ''] = /^([\w-]+):(.+)$/.exec(stated?.trim() ?? '') ?? [];
    const make = makers[name.toLowerCase()];
    return make && new StatedDigest(await make(), value);
  }

  update(bytes: Uint8Array): void {
    this.#hasher.update(bytes);
  }

  /** Says whether the bytes are those that were stated; the value may be hexadecimal or Base32 (RFC 4648). */
  isSame(): boolean {
    const bytes = this.#hasher.digest('binary');
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const stated = this.#value.replace(/=+$/, '');
    return stated.toLowerCase() === hex || stated.toUpperCase() === base32(bytes);
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text += LETTERS[(held >> (bits - 5)) & 31];
      bits -= 5;
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + LETTERS[(held << (5 - bits)) & 31];
}
