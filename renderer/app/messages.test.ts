import { expect, test } from 'vitest';
import { en, fr } from './messages.ts';

type Texts = Readonly<Record<string, string>>;
const english = new Map(Object.entries<Texts>(en));

/** Every text of a language as `feature: key: text` that breaks a rule. */
function breaking(rule: (text: string, key: string, english: Texts) => boolean): string[] {
  return Object.entries<Texts>(fr).flatMap(([feature, french]) =>
    Object.entries(french)
      .filter(([key, text]) => rule(text, key, english.get(feature) ?? {}))
      .map(([key, text]) => `${feature}: ${key}: ${text}`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

test('a French text sets its signs as French does: no-break spaces, typographic apostrophes and quotation marks', () => {
  // What a person types is no sentence: the signs that cite, and a point on the map.
  const words = (text: string) => text.replaceAll(/\{\{.*?\}\}|https?:\S+|\d{1,2}:\d{2}\S*|, ! |20,45; 1,98/g, '0');
  expect(breaking((text) => /[^\s\u00a0\u202f(«][?!;](?:\s|$)|\w:\s| [:;?!»]|« /.test(words(text)))).toEqual([]);
  expect(breaking((text) => /\p{L}'\p{L}|"/u.test(text))).toEqual([]);
  expect(breaking((text) => /«[^\u00a0\u202f]|[^\u00a0\u202f]»/.test(text))).toEqual([]);
});

test('both languages fill in the same things', () => {
  const wrong = breaking((text, key, said) => {
    const other = said[key] ?? said[key.replace(/_many$/, '_other')];
    if (other === undefined) return true;
    // "one exhibit" needs no number.
    if (/_one$/.test(key)) return false;
    return placeholders(text).join() !== placeholders(other).join();
  });
  expect(wrong).toEqual([]);
});
