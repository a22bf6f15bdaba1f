import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropOf, only, readAll } from './drop.fixture.ts';
import { recogniseAll } from './importers.ts';
import { isTelegramPaste, pastedDrafts, telegramPaste } from './telegram-paste.ts';

const body = (text: string) => {
  const { exhibit } = only(pastedDrafts(text));
  if (exhibit.kind !== 'telegram') throw new Error('A post was expected.');
  return exhibit.body;
};

describe('what is pasted', () => {
  it.each([
    ['https://t.me/channel_a/4112', { channel: { handle: 'channel_a' }, message: 4112 }],
    ['t.me/s/channel_a/4112', { channel: { handle: 'channel_a' }, message: 4112 }],
    ['https://t.me/c/1234567/89', { channel: { id: '1234567' }, message: 89 }],
    ['https://t.me/c/1234567/5/89', { message: 89, topic: { id: 5 } }],
    ['https://t.me/forum_a/89?thread=5', { message: 89, topic: { id: 5 } }],
    ['https://t.me/channel_a/89?comment=7', { link: 'https://t.me/channel_a/89?comment=7' }],
    ['tg://resolve?domain=channel_a&post=4112', { link: 'https://t.me/channel_a/4112', message: 4112 }],
  ])('%s is a post', (text, told) => {
    expect(body(` ${text}\n`)).toMatchObject({ ...told, text: [] });
  });

  it('one link in several spellings is one thing', () => {
    const keys = ['t.me/Channel_A/4112', 'tg://resolve?domain=channel_a&post=4112'].map(
      (text) => only(pastedDrafts(text)).key,
    );
    expect(new Set(keys).size).toBe(1);
  });

  it('several links are several posts', () => {
    expect(pastedDrafts('t.me/channel_a/1\n\nt.me/channel_a/2').map(({ key }) => key)).toHaveLength(2);
  });

  it('copied messages give who, when by an unknown clock, and what', () => {
    const drafts = pastedDrafts('Ann B., [22.01.2026 18:09]\nfirst\n\nsame message\n\nBo, [7/8/24 6:09 PM]:\nsecond');
    expect(drafts.map(({ source }) => source?.name)).toEqual(['Ann B.', 'Bo']);
    expect(drafts.map(({ exhibit }) => exhibit.kind === 'telegram' && exhibit.body)).toMatchObject([
      { text: [{ text: 'first\n\nsame message' }], posted: { from: '2026-01-22T18:09', zone: 'unknown' } },
      { text: [{ text: 'second' }] },
    ]);
    const [, second] = drafts;
    expect(second?.exhibit.kind === 'telegram' && second.exhibit.body.posted).toBeUndefined();
    expect(second?.raw).toMatchObject({ pasted: 'Bo, [7/8/24 6:09 PM]:\nsecond' });
  });

  it.each(['', 'some words', 't.me/channel_a', 'see t.me/channel_a/4112', 'https://example.org/channel_a/4112'])(
    '%j is none',
    (text) => {
      expect(isTelegramPaste(text)).toBe(false);
    },
  );

  it('a text file with nothing but a link is recognised', async () => {
    const drop = dropOf({ 'pasted.txt': 't.me/channel_a/4112' });
    expect((await recogniseAll(drop)).map(({ importer }) => importer.name)).toEqual(['telegram-paste']);
    expect((await readAll(telegramPaste, drop, 'pasted.txt')).drafts).toHaveLength(1);
  });

  it('of any sort never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(Array.isArray(pastedDrafts(`Ann, [22.01.2026 18:09]\n${text}`))).toBe(true);
        expect(Array.isArray(pastedDrafts(text))).toBe(true);
      }),
    );
  });
});
