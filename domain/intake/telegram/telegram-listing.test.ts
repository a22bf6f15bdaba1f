import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropOf, recognised } from '#domain/intake/drop.fixture.ts';
import { telegramExport } from '#domain/intake/telegram-export.ts';
import type { ChatListing, ListingFilter } from './telegram-listing.ts';

const parts = { name: 'Чат', type: 'private_supergroup', id: 77 };
const key = 'telegram:channel:77';

function file(messages: readonly object[]): string {
  return JSON.stringify({ ...parts, messages }, null, 1);
}

async function listingOf(text: string): Promise<ChatListing> {
  const drop = dropOf({ 'result.json': text });
  const found = await recognised(telegramExport, drop, 'result.json');
  if (!found || !telegramExport.listing) throw new Error('The export was not recognised.');
  return telegramExport.listing(found, drop, key, () => undefined);
}

function filtered(listing: ChatListing, filter: ListingFilter): number[] {
  const doing = listing.filter(filter);
  for (;;) {
    const step = doing.next();
    if (step.done) return [...step.value].map((n) => listing.row(n).id);
  }
}

const at = (n: number) => ({ date: `2024-07-27T1${n}:00:00`, date_unixtime: String(1_722_067_200 + n * 3600) });
const mixed = file([
  { id: -5, type: 'service', ...at(0), actor: 'Анна', actor_id: 'user1', action: 'pin_message', message_id: 2 },
  {
    id: 2,
    type: 'message',
    ...at(1),
    from: 'Анна',
    from_id: 'user1',
    text: 'Бой шёл ТРОЕ суток',
    photo: 'photos/1.jpg',
  },
  {
    id: 3,
    type: 'message',
    ...at(2),
    from: 'Анна',
    from_id: 'user2',
    text: 'b',
    forwarded_from: null,
    reply_to_message_id: 2,
  },
  {
    id: 4,
    type: 'message',
    ...at(3),
    from: null,
    from_id: 'user9',
    text: '',
    file: '(File not included. Change data exporting settings to download.)',
    media_type: 'voice_message',
  },
  {
    id: 5,
    type: 'message',
    ...at(4),
    from: 'B',
    from_id: 'user3',
    text: '',
    poll: { question: 'Wer?', answers: [{ text: 'Ich' }] },
  },
  { id: 6, type: 'unsupported' },
]);

describe('the listing of a chat', () => {
  it('tells of each message what a list shows', async () => {
    const listing = await listingOf(mixed);
    expect(listing.count).toBe(6);
    expect(listing.key).toBe(key);
    expect(listing.row(0)).toMatchObject({ id: -5, type: 'service', sender: 'Анна', text: 'pin_message' });
    expect(listing.row(1)).toMatchObject({ text: 'Бой шёл ТРОЕ суток', media: ['photo'], isMissingFiles: false });
    expect(listing.row(2)).toMatchObject({
      forwarded: '',
      reply: { id: 2, n: 1, sender: 'Анна', words: 'Бой шёл ТРОЕ суток' },
    });
    expect(listing.row(3)).toMatchObject({ sender: 'user9', media: ['voice_message'], isMissingFiles: true });
    expect(listing.row(4)).toMatchObject({ has: ['poll'], text: 'Wer?\nIch' });
    expect(listing.row(5)).toEqual({
      n: 5,
      id: 6,
      type: 'unsupported',
      sender: '',
      text: '',
      media: [],
      isMissingFiles: false,
      has: [],
    });
    expect([...listing.said()]).toEqual([0, 1, 1, 1, 1, 0]);
    expect(new Date(listing.walls()[1] ?? 0).toISOString()).toBe('2024-07-27T11:00:00.000Z');
  });

  it('keeps two senders of one name apart', async () => {
    const listing = await listingOf(mixed);
    expect(listing.senders.filter(({ name }) => name === 'Анна')).toEqual([
      { name: 'Анна', messages: 2 },
      { name: 'Анна', messages: 1 },
    ]);
    expect(filtered(listing, { sender: 1 })).toEqual([3]);
  });

  it('names the bytes that a message was read from', async () => {
    const listing = await listingOf(mixed);
    const bytes = new TextEncoder().encode(mixed);
    const ids = [...listing.ids()].map((_, n) => {
      const { from, to } = listing.placeOf(n);
      return JSON.parse(new TextDecoder().decode(bytes.subarray(from, to))).id;
    });
    expect(ids).toEqual([-5, 2, 3, 4, 5, 6]);
  });

  it('is filtered by words, sender, date, files, forwards, service', async () => {
    const listing = await listingOf(mixed);
    expect(filtered(listing, {})).toEqual([-5, 2, 3, 4, 5, 6]);
    expect(filtered(listing, { text: 'трое' })).toEqual([2]);
    expect(filtered(listing, { text: 'ICH' })).toEqual([5]);
    expect(filtered(listing, { media: true })).toEqual([2, 4]);
    expect(filtered(listing, { forwarded: true })).toEqual([3]);
    expect(filtered(listing, { service: false })).toEqual([2, 3, 4, 5, 6]);
    // A message without a date is never known to be outside.
    expect(
      filtered(listing, { from: 1_722_067_200_000 + 2 * 3_600_000, to: 1_722_067_200_000 + 3 * 3_600_000 }),
    ).toEqual([3, 4, 6]);
  });

  it('finds words in whatever text, and gives every text back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 20 }),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
        async (texts, words) => {
          const messages = texts.map((text, n) => ({
            id: n + 1,
            type: 'message',
            ...at(1),
            from: 'A',
            from_id: 'user1',
            text,
          }));
          const listing = await listingOf(file(messages));
          expect(texts.map((_, n) => listing.row(n).text)).toEqual(texts.map((text) => text.normalize('NFC')));
          const fold = (text: string) =>
            text
              .normalize('NFC')
              .split('')
              .map((unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit))
              .join('');
          const wanted = texts.flatMap((text, n) => (fold(text).includes(fold(words)) ? [n + 1] : []));
          expect(filtered(listing, { text: words })).toEqual(wanted);
        },
      ),
      { numRuns: 60 },
    );
  });
});
