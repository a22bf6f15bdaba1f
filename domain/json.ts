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
