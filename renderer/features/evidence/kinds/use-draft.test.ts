import { describe, expect, it } from 'vitest';
import { withEdits } from './use-draft.ts';

describe('what was written, put into what stands there by then', () => {
  it('changes only the entries that were touched', () => {
    const base = { a: 1, b: 2 };
    expect(withEdits(base, { a: 1, b: 3 }, { a: 9, b: 2, c: 4 })).toEqual({ a: 9, b: 3, c: 4 });
  });

  it('adds and takes away what was added and taken away', () => {
    expect(withEdits({ a: 1, b: 2 }, { b: 2, d: 5 }, { a: 1, b: 2, c: 4 })).toEqual({ b: 2, c: 4, d: 5 });
  });
});
