import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, canonicalPieces, jsonDigest, TextHash } from './json.ts';

it('canonical JSON in pieces is the canonical JSON, and hashes to the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
      const pieces = [...canonicalPieces(value)];
      expect(pieces.join('')).toBe(canonicalJson(value));
      const hash = new TextHash();
      for (const piece of pieces) hash.add(piece);
      expect(hash.digest()).toBe(jsonDigest(value));
    }),
  );
});
