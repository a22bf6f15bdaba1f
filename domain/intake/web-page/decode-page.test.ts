import { expect, test } from 'vitest';
import { decodePage } from './decode-page.ts';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
/** «Слово» in Windows-1251. */
const SLOVO = '\xd1\xeb\xee\xe2\xee';

test('a page is read in the encoding that it states', () => {
  expect(decodePage(latin(`<meta charset="windows-1251">${SLOVO}`)).text).toContain('Слово');
  expect(
    decodePage(latin(`<META http-equiv=Content-Type content='text/html; charset=windows-1251'>${SLOVO}`)),
  ).toMatchObject({ encoding: 'windows-1251', guessed: false });
});

test('what it was delivered with goes before what it states, a byte order mark before both', () => {
  expect(decodePage(latin(`<meta charset=utf-8>${SLOVO}`), 'cp1251').text).toContain('Слово');
  const marked = new TextEncoder().encode('\ufeff<meta charset=windows-1251>Слово');
  expect(decodePage(marked, 'koi8-r').text).toContain('Слово');
});

test('an encoding that nobody knows, or that the bytes show to be wrong, is not followed', () => {
  const page = new TextEncoder().encode('<meta charset=klingon>Слово');
  expect(decodePage(page)).toMatchObject({ encoding: 'utf-8', guessed: false });
  const wide = new TextEncoder().encode('<meta charset=utf-16>Слово');
  expect(decodePage(wide).text).toContain('Слово');
});

test('what a comment says of encodings is no statement', () => {
  const page = new TextEncoder().encode('<!-- <meta charset=windows-1251> --><p>Слово');
  expect(decodePage(page)).toMatchObject({ encoding: 'utf-8' });
});

test('nothing at all is an empty page', () => {
  expect(decodePage(new Uint8Array(0)).text).toBe('');
});
