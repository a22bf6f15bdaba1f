import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AmountEnds, endsOf, parseAmount, writeAmount } from './amount.ts';
import { numberFirst, wordsFirst } from './amount-words.ts';

function read(text: string): AmountEnds {
  const reading = parseAmount(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.code}`);
  return reading.ends;
}

describe('parseAmount', () => {
  it.each([
    ['50', { wording: 'exact', atLeast: 50, atMost: 50 }],
    ['0', { wording: 'exact', atLeast: 0, atMost: 0 }],
    ['1,200', { wording: 'exact', atLeast: 1200, atMost: 1200 }],
    ['1\u202f200', { wording: 'exact', atLeast: 1200, atMost: 1200 }],
    ['20+', { wording: 'at-least', atLeast: 20 }],
    ['at least 20', { wording: 'at-least', atLeast: 20 }],
    ['46 or more', { wording: 'at-least', atLeast: 46 }],
    ['46 ou plus', { wording: 'at-least', atLeast: 46 }],
    ['au moins 20', { wording: 'at-least', atLeast: 20 }],
    ['не менее 20', { wording: 'at-least', atLeast: 20 }],
    ['20 и более', { wording: 'at-least', atLeast: 20 }],
    ['≥ 20', { wording: 'at-least', atLeast: 20 }],
    ['more than 80', { wording: 'more-than', atLeast: 80 }],
    ['>80', { wording: 'more-than', atLeast: 80 }],
    ['plus de 80', { wording: 'more-than', atLeast: 80 }],
    ['Более 80', { wording: 'more-than', atLeast: 80 }],
    ['up to 80', { wording: 'up-to', atMost: 80 }],
    ['jusqu’à 80', { wording: 'up-to', atMost: 80 }],
    ["jusqu'à 80", { wording: 'up-to', atMost: 80 }],
    ['до 80', { wording: 'up-to', atMost: 80 }],
    ['не более 80', { wording: 'up-to', atMost: 80 }],
    ['no more than 80', { wording: 'up-to', atMost: 80 }],
    ['fewer than 80', { wording: 'fewer-than', atMost: 80 }],
    ['moins de 80', { wording: 'fewer-than', atMost: 80 }],
    ['менее 80', { wording: 'fewer-than', atMost: 80 }],
    ['about 50', { wording: 'about', atLeast: 50, atMost: 50 }],
    ['~50', { wording: 'about', atLeast: 50, atMost: 50 }],
    ['около 50', { wording: 'about', atLeast: 50, atMost: 50 }],
    ['20-25', { wording: 'range', atLeast: 20, atMost: 25 }],
    ['20 – 25', { wording: 'range', atLeast: 20, atMost: 25 }],
    ['between 20 and 25', { wording: 'range', atLeast: 20, atMost: 25 }],
    ['de 20 à 25', { wording: 'range', atLeast: 20, atMost: 25 }],
    ['от 20 до 25', { wording: 'range', atLeast: 20, atMost: 25 }],
  ] satisfies [string, AmountEnds][])('reads %s', (text, ends) => {
    expect(read(text)).toEqual(ends);
  });

  it.each(['dozens', 'des dizaines', 'десятки', '25 of the 80 who set out', '20.5', '-3', 'доля 80', 'overall 20'])(
    'keeps “%s” in words and guesses no number',
    (text) => {
      expect(read(text)).toEqual({ wording: 'in-words', words: text });
    },
  );

  it('says why it cannot read', () => {
    expect(parseAmount('  ')).toEqual({ ok: false, code: 'empty' });
    expect(parseAmount('25-20')).toEqual({ ok: false, code: 'ends-before-it-begins' });
    expect(parseAmount('99999999999999999999')).toEqual({ ok: false, code: 'too-large' });
  });

  it('reads every wording with any number, whatever the case and the spaces', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...wordsFirst),
        fc.nat(),
        fc.constantFrom(' ', '\u00a0', '  '),
        ([words, wording], n, space) => {
          expect(read(`${words.toUpperCase()}${space}${n}`)).toEqual(endsOf(wording, n));
        },
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...numberFirst), fc.nat(), ([words, wording], n) => {
        expect(read(`${n} ${words}`)).toEqual(endsOf(wording, n));
      }),
    );
  });

  it('never closes an end that the words leave open', () => {
    fc.assert(
      fc.property(fc.constantFrom('at least', 'more than', 'au moins', 'более'), fc.nat(), (words, n) => {
        expect(read(`${words} ${n}`)).not.toHaveProperty('atMost');
      }),
    );
  });
});

const ends: fc.Arbitrary<AmountEnds> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('exact', 'at-least', 'more-than', 'up-to', 'fewer-than', 'about'),
      fc.nat({ max: 9_007_199_254_740_991 }),
    )
    .map(([wording, n]) => endsOf(wording, n)),
  fc
    .tuple(fc.nat(), fc.nat())
    .map(([a, b]): AmountEnds => ({ wording: 'range', atLeast: Math.min(a, b), atMost: Math.max(a, b) })),
  fc
    .constantFrom('dozens', 'несколько десятков', 'la plupart')
    .map((words): AmountEnds => ({ wording: 'in-words', words })),
);

describe('writeAmount', () => {
  it('writes in the words of the language', () => {
    expect(writeAmount(endsOf('at-least', 20), 'en')).toBe('at least 20');
    expect(writeAmount(endsOf('more-than', 80), 'fr')).toBe('plus de 80');
    expect(writeAmount(endsOf('exact', 1200), 'fr')).toBe('1\u202f200');
    expect(writeAmount({ wording: 'range', atLeast: 20, atMost: 25 }, 'en')).toBe('20–25');
  });

  it('is read back the same in both languages', () => {
    fc.assert(
      fc.property(ends, fc.constantFrom('en' as const, 'fr' as const), (amount, locale) => {
        expect(read(writeAmount(amount, locale))).toEqual(amount);
      }),
    );
  });
});
