import { type AmountWording, numberFirst, wordsFirst } from './amount-words.ts';
import { assertNever } from './assert-never.ts';
import type { Amount } from './claim.ts';

/** The ends of an amount, without what is counted: `at least 20` has no `atMost`, `more than 80` is 80 with its wording. */
export type AmountEnds = Pick<Amount, 'atLeast' | 'atMost' | 'wording' | 'words'>;

/** What was typed, read: the ends; or why it is no amount. */
export type AmountReading =
  | { readonly ok: true; readonly ends: AmountEnds }
  | { readonly ok: false; readonly code: 'empty' | 'ends-before-it-begins' | 'too-large' };

/** Figures with groups of three parted by a space, a comma or a point, or without groups. */
const FIGURES = String.raw`\d{1,3}(?:[ ,.']\d{3})+(?!\d)|\d+`;
const NUMBER = new RegExp(`^(?:${FIGURES})$`);
const RANGE = new RegExp(`^(${FIGURES}) ?(?:-|\\.\\.|to|à|a|до|et|and) ?(${FIGURES})$`);
const BETWEEN = new RegExp(
  `^(?:between|from|entre|de|между|от|с) (${FIGURES}) (?:and|to|et|à|a|до|и|по) (${FIGURES})$`,
);
const BOTH = new RegExp(`^(?:at least|au moins|не менее) (${FIGURES}),? (?:at most|au plus|не более) (${FIGURES})$`);

/**
 * Reads an amount as a person types it, in English, French or Russian: `50`, `20+`, `at least 20`, `plus de 80`, `до 80`,
 * `20-25`, `about 50`. What has no figures (`dozens`), or figures in a sentence that is not understood, is kept in words and
 * not guessed at.
 */
export function parseAmount(text: string): AmountReading {
  const typed = text.trim().replace(/\s+/gu, ' ');
  if (typed === '') return { ok: false, code: 'empty' };
  const plain = typed
    .toLowerCase()
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\s*…\s*/gu, '..')
    .replace(/[.!]$/u, '');
  const range = RANGE.exec(plain) ?? BETWEEN.exec(plain) ?? BOTH.exec(plain);
  if (range) return ofRange(range[1] ?? '', range[2] ?? '');
  const one = readOne(plain);
  if (!one) return { ok: true, ends: { wording: 'in-words', words: typed } };
  const number = figures(one.number);
  return Number.isSafeInteger(number)
    ? { ok: true, ends: endsOf(one.wording, number) }
    : { ok: false, code: 'too-large' };
}

function readOne(plain: string): { wording: AmountWording; number: string } | null {
  if (NUMBER.test(plain)) return { wording: 'exact', number: plain };
  for (const [words, wording] of wordsFirst) {
    if (!plain.startsWith(words)) continue;
    const rest = plain.slice(words.length);
    const number = rest.trim();
    // Subtle: `до` must not swallow the start of a longer word, while signs (`>80`) and an elision need no space.
    const parted = rest.startsWith(' ') || !/\p{L}$/u.test(words);
    if (parted && NUMBER.test(number)) return { wording, number };
  }
  for (const [words, wording] of numberFirst) {
    if (!plain.endsWith(words)) continue;
    const number = plain.slice(0, -words.length).trim();
    if (NUMBER.test(number)) return { wording, number };
  }
  return null;
}

function ofRange(from: string, to: string): AmountReading {
  const [atLeast, atMost] = [figures(from), figures(to)];
  if (!Number.isSafeInteger(atLeast) || !Number.isSafeInteger(atMost)) return { ok: false, code: 'too-large' };
  if (atMost < atLeast) return { ok: false, code: 'ends-before-it-begins' };
  return { ok: true, ends: { wording: 'range', atLeast, atMost } };
}

function figures(text: string): number {
  return Number(text.replace(/\D/g, ''));
}

/** Gives the ends that one number stands for under a wording; open ends stay open. */
export function endsOf(wording: AmountWording, number: number): AmountEnds {
  switch (wording) {
    case 'exact':
    case 'about':
      return { wording, atLeast: number, atMost: number };
    case 'at-least':
    case 'more-than':
      return { wording, atLeast: number };
    case 'up-to':
    case 'fewer-than':
      return { wording, atMost: number };
    default:
      return assertNever(wording);
  }
}

/** The languages that amounts are written in. */
export type AmountLocale = 'en' | 'fr';

type Phrases = Record<Exclude<AmountWording, 'exact'>, (number: string) => string> & {
  tag: string;
  range: (from: string, to: string) => string;
};

const PHRASES: Record<AmountLocale, Phrases> = {
  en: {
    tag: 'en-GB',
    about: (n) => `about ${n}`,
    'at-least': (n) => `at least ${n}`,
    'more-than': (n) => `more than ${n}`,
    'up-to': (n) => `up to ${n}`,
    'fewer-than': (n) => `fewer than ${n}`,
    range: (from, to) => `${from}–${to}`,
  },
  fr: {
    tag: 'fr',
    about: (n) => `environ ${n}`,
    'at-least': (n) => `au moins ${n}`,
    'more-than': (n) => `plus de ${n}`,
    'up-to': (n) => `jusqu’à ${n}`,
    'fewer-than': (n) => `moins de ${n}`,
    range: (from, to) => `${from} à ${to}`,
  },
};

/**
 * Writes the ends of an amount in words (`at least 20`, `jusqu’à 80`, `20–25`), so that `parseAmount` reads them back the
 * same. Ends that a wording does not foresee are written as they are; words alone stay as the claimant put them.
 */
export function writeAmount(ends: AmountEnds, locale: AmountLocale): string {
  const phrases = PHRASES[locale];
  const show = (n: number) => new Intl.NumberFormat(phrases.tag).format(n);
  const { atLeast, atMost, wording, words } = ends;
  if (atLeast === undefined && atMost === undefined) return words ?? '';
  if (atLeast !== undefined && atMost !== undefined) {
    if (atLeast !== atMost || wording === 'range') return phrases.range(show(atLeast), show(atMost));
    return wording === 'about' ? phrases.about(show(atLeast)) : show(atLeast);
  }
  if (atLeast !== undefined) return phrases[wording === 'more-than' ? 'more-than' : 'at-least'](show(atLeast));
  return phrases[wording === 'fewer-than' ? 'fewer-than' : 'up-to'](show(atMost ?? 0));
}
