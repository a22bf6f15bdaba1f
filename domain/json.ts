import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { z } from 'zod';

export const jsonSchema = z.json();
export type Json = z.infer<typeof jsonSchema>;

/** Gives the one JSON text of a value that everyone agrees on (RFC 8785). Throws on what JSON cannot say, such as NaN. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no JSON text.');
  return text;
}

/**
 * Gives the canonical JSON of an object in pieces, its lists element by element, so that whoever works on a large one can pause between
 * them. Joined they are its {@link canonicalJson}.
 */
export function* canonicalPieces(value: object): Generator<string> {
  let mark = '{';
  for (const [name, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (member === undefined) continue;
    const begin = `${mark}${canonicalJson(name)}:`;
    mark = ',';
    if (Array.isArray(member) && member.length > 0) {
      for (const [at, element] of member.entries()) yield (at === 0 ? `${begin}[` : ',') + canonicalJson(element);
      yield ']';
    } else yield begin + canonicalJson(member);
  }
  yield mark === '{' ? '{}' : '}';
}

/** Hashes a text that comes in pieces: the SHA-256 over its UTF-8. */
export class TextHash {
  readonly #hash = sha256.create();
  #waiting = '';

  add(piece: string): void {
    this.#waiting += piece;
    // Subtle: the hash takes many small pieces more slowly than few large ones.
    if (this.#waiting.length > 16_384) this.#take();
  }

  /** Gives the hash as 64 hexadecimal digits; nothing can be added afterwards. */
  digest(): string {
    this.#take();
    return bytesToHex(this.#hash.digest());
  }

  #take(): void {
    this.#hash.update(utf8ToBytes(this.#waiting));
    this.#waiting = '';
  }
}

/** Gives the SHA-256 of a text in UTF-8 as 64 hexadecimal digits. Synchronous: a database transaction stays alive over it. */
export function textDigest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Gives the SHA-256 over the canonical JSON of a value. */
export function jsonDigest(value: unknown): string {
  return textDigest(canonicalJson(value));
}

/** Tells whether two JSON values say the same; absent and undefined members are alike, the order of members is not looked at. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((x, i) => sameJson(x, b[i]));
  }
  const left = new Map(Object.entries(a).filter(([, v]) => v !== undefined));
  const right = new Map(Object.entries(b).filter(([, v]) => v !== undefined));
  return left.size === right.size && [...left].every(([k, v]) => right.has(k) && sameJson(v, right.get(k)));
}
