import { expect, test } from 'vitest';
import { en, fr } from './messages.ts';

const placesIn = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();
const isKey = (key: string): key is keyof typeof en => key in en;

test('French says the same names, numbers and versions as English', () => {
  for (const [key, text] of Object.entries(fr)) {
    const english = key.replace(/_many$/, '_other');
    if (!isKey(english)) throw new Error(`${key} has no English.`);
    expect(placesIn(text), key).toEqual(placesIn(en[english]));
  }
});

test('a newer file is refused with its format, what wrote it, this app and what it reads', () => {
  expect(placesIn(en.newerFormat)).toEqual(['format', 'read', 'version', 'written']);
});
