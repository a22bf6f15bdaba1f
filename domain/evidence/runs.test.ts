import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postText, type Run } from './kinds/telegram.ts';
import { joinedRuns, sliceRuns, withRuns, withText } from './runs.ts';

const post: Run[] = [
  { kind: 'plain', text: 'Бой шёл ' },
  { kind: 'bold', text: 'трое суток' },
  { kind: 'plain', text: ', см. ' },
  { kind: 'text_link', text: 'здесь', href: 'https://t.me/a/1' },
];
const runs = fc.array(
  fc.record({
    kind: fc.constantFrom('plain' as const, 'bold' as const, 'italic' as const),
    text: fc.string({ unit: 'grapheme' }),
  }),
);

describe('the text of a post edited as plain text', () => {
  it('keeps the formatting where nothing was touched', () => {
    expect(withText(post, 'Бой шёл трое долгих суток, см. здесь')).toEqual([
      post[0],
      { kind: 'bold', text: 'трое долгих суток' },
      post[2],
      post[3],
    ]);
  });

  it('leaves what is typed behind a formatted stretch plain', () => {
    expect(withText(post, `${postText(post)}!`).at(-1)).toEqual({ kind: 'plain', text: '!' });
    expect(withText([{ kind: 'bold', text: 'a' }], 'ab')).toEqual([
      { kind: 'bold', text: 'a' },
      { kind: 'plain', text: 'b' },
    ]);
  });

  it('takes away a whole run and leaves its neighbours', () => {
    expect(withText(post, 'Бой шёл , см. здесь')).toEqual([{ kind: 'plain', text: 'Бой шёл , см. ' }, post[3]]);
  });

  it('never cuts a character of two units', () => {
    const next = withText([{ kind: 'bold', text: '😀' }], '😁');
    expect(next.map(({ text }) => text)).toEqual(['😁']);
  });

  it('always has exactly the text that was typed', () => {
    fc.assert(
      fc.property(runs, fc.string({ unit: 'grapheme' }), (before, text) => {
        expect(postText(withText(before, text))).toBe(text);
      }),
    );
  });

  it('keeps every run when the same text is given', () => {
    fc.assert(
      fc.property(runs, (before) => {
        expect(withText(before, postText(before))).toEqual(joinedRuns(before));
      }),
    );
  });
});

describe('stretches of runs', () => {
  it('put together again are the whole', () => {
    fc.assert(
      fc.property(runs, fc.nat(200), (all, at) => {
        const parts = [...sliceRuns(all, 0, at), ...sliceRuns(all, at, Number.POSITIVE_INFINITY)];
        expect(joinedRuns(parts)).toEqual(joinedRuns(all));
      }),
    );
  });

  it('are replaced by what is pasted, with its own formatting', () => {
    expect(withRuns(post, 4, 7, [{ kind: 'italic', text: 'был' }]).slice(0, 3)).toEqual([
      { kind: 'plain', text: 'Бой ' },
      { kind: 'italic', text: 'был' },
      { kind: 'plain', text: ' ' },
    ]);
  });
});
