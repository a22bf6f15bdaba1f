import type { Amount } from './claim.ts';

/** How one number can be worded. */
export type AmountWording = Exclude<Amount['wording'], 'range' | 'in-words'>;

type Words = readonly (readonly [words: string, wording: AmountWording])[];

const before: Record<AmountWording, readonly string[]> = {
  exact: ['exactly', 'precisely', '=', 'exactement', 'précisément', 'ровно', 'точно'],
  'at-least': [
    'at least',
    'no fewer than',
    'not fewer than',
    'no less than',
    'not less than',
    'a minimum of',
    'minimum',
    'min.',
    'min',
    '>=',
    '≥',
    'au moins',
    'au minimum',
    'pas moins de',
    'un minimum de',
    'не менее',
    'не меньше',
    'как минимум',
    'минимум',
    'по меньшей мере',
    'по крайней мере',
    'от',
  ],
  'more-than': [
    'more than',
    'over',
    'above',
    'upwards of',
    '>',
    'plus de',
    'plus que',
    'au-delà de',
    'более',
    'больше',
    'свыше',
    'более чем',
  ],
  'up-to': [
    'up to',
    'at most',
    'as many as',
    'no more than',
    'not more than',
    'a maximum of',
    'maximum',
    'max.',
    'max',
    '<=',
    '≤',
    "jusqu'à",
    "jusqu'a",
    'au plus',
    'au maximum',
    'pas plus de',
    'un maximum de',
    'до',
    'не более',
    'не больше',
    'максимум',
  ],
  'fewer-than': ['fewer than', 'less than', 'under', 'below', '<', 'moins de', 'менее', 'меньше', 'менее чем'],
  about: [
    'about',
    'around',
    'approximately',
    'approx.',
    'roughly',
    'some',
    'circa',
    'ca.',
    'c.',
    '~',
    '≈',
    'environ',
    'à peu près',
    'autour de',
    'около',
    'примерно',
    'порядка',
    'приблизительно',
  ],
};

const after: Record<AmountWording, readonly string[]> = {
  exact: ['exactly', 'exactement'],
  'at-least': [
    '+',
    'or more',
    'or over',
    'at least',
    'minimum',
    'plus',
    'ou plus',
    'et plus',
    'au moins',
    'au minimum',
    'и более',
    'или более',
    'и больше',
    'или больше',
    'как минимум',
  ],
  'more-than': [],
  'up-to': [
    'or fewer',
    'or less',
    'at most',
    'maximum',
    'ou moins',
    'au plus',
    'au maximum',
    'и менее',
    'или менее',
    'максимум',
  ],
  'fewer-than': [],
  about: ['or so', 'approximately', 'environ'],
};

function longestFirst(table: Record<AmountWording, readonly string[]>): Words {
  const wordings = ['exact', 'at-least', 'more-than', 'up-to', 'fewer-than', 'about'] as const;
  return wordings
    .flatMap((wording) => table[wording].map((words) => [words, wording] as const))
    .sort(([a], [b]) => b.length - a.length);
}

/** What stands before a number and how it words it, longest first; English, French and Russian, in small letters. */
export const wordsFirst: Words = longestFirst(before);

/** What stands after a number and how it words it, longest first. */
export const numberFirst: Words = longestFirst(after);
