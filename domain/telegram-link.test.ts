import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTelegramLink, type TelegramLink, writeTelegramLink } from './telegram-link.ts';

test.each<[string, TelegramLink]>([
  ['https://t.me/some_channel', { kind: 'handle', handle: 'some_channel' }],
  ['@some_channel', { kind: 'handle', handle: 'some_channel' }],
  ['t.me/s/some_channel', { kind: 'handle', handle: 'some_channel' }],
  ['https://t.me/s/some_channel?before=120', { kind: 'handle', handle: 'some_channel' }],
  ['https://t.me/some_channel/120', { kind: 'post', handle: 'some_channel', post: 120 }],
  ['http://telegram.me/some_channel/120/', { kind: 'post', handle: 'some_channel', post: 120 }],
  ['https://some_channel.t.me/120', { kind: 'post', handle: 'some_channel', post: 120 }],
  ['https://t.me/s/some_channel/120', { kind: 'post', handle: 'some_channel', post: 120 }],
  ['https://t.me/some_channel/120?single', { kind: 'post', handle: 'some_channel', post: 120, single: true }],
  ['https://t.me/some_channel/120?comment=7', { kind: 'post', handle: 'some_channel', post: 120, comment: 7 }],
  ['https://t.me/some_group/5/120', { kind: 'post', handle: 'some_group', post: 120, topic: 5 }],
  ['https://t.me/some_group/120?thread=5', { kind: 'post', handle: 'some_group', post: 120, topic: 5 }],
  ['https://t.me/c/1234567890/120', { kind: 'private-post', channel: '1234567890', post: 120 }],
  ['https://t.me/c/1234567890/5/120', { kind: 'private-post', channel: '1234567890', post: 120, topic: 5 }],
  ['https://t.me/c/1234567890', { kind: 'private-channel', channel: '1234567890' }],
  ['tg://resolve?domain=some_channel', { kind: 'handle', handle: 'some_channel' }],
  [
    'tg://resolve?domain=some_channel&post=120&single',
    { kind: 'post', handle: 'some_channel', post: 120, single: true },
  ],
  ['tg:resolve?domain=some_channel&post=120', { kind: 'post', handle: 'some_channel', post: 120 }],
  [
    'tg://privatepost?channel=1234567890&post=120&thread=5',
    { kind: 'private-post', channel: '1234567890', post: 120, topic: 5 },
  ],
  ['https://t.me/+AbCdEfGhIjKlMnOp', { kind: 'invite', code: 'AbCdEfGhIjKlMnOp' }],
  ['https://t.me/joinchat/AbCdEfGhIjKlMnOp', { kind: 'invite', code: 'AbCdEfGhIjKlMnOp' }],
  ['tg://join?invite=AbCdEfGhIjKlMnOp', { kind: 'invite', code: 'AbCdEfGhIjKlMnOp' }],
])('reads %s', (text, link) => {
  expect(parseTelegramLink(text)).toEqual({ ok: true, link });
});

test.each([
  ['https://example.org/some_channel/120', 'not-telegram'],
  ['https://not-t.me/some_channel', 'not-telegram'],
  ['https://t.me.example.org/some_channel', 'not-telegram'],
  ['some_channel', 'not-telegram'],
  ['@', 'not-telegram'],
  ['', 'not-telegram'],
  ['https://t.me/', 'other-telegram-link'],
  ['https://t.me/addstickers/Animals', 'other-telegram-link'],
  ['https://t.me/share/url?url=x', 'other-telegram-link'],
  ['https://t.me/+491701234567', 'other-telegram-link'],
  ['https://t.me/some_channel/abc', 'other-telegram-link'],
  ['https://t.me/some_channel/0', 'other-telegram-link'],
  ['https://t.me/some_channel/1/2/3', 'other-telegram-link'],
  ['tg://settings?x=1', 'other-telegram-link'],
])('refuses %s', (text, code) => {
  expect(parseTelegramLink(text)).toEqual({ ok: false, code });
});

const number = fc.integer({ min: 1, max: 2_147_483_647 });
const part = fc.record(
  { post: number, topic: number, comment: number, single: fc.constant(true as const) },
  { requiredKeys: ['post'] },
);
const handle = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{4,31}$/).filter((text) => !parseFails(text));
const channel = number.map(String);
const links: fc.Arbitrary<TelegramLink> = fc.oneof(
  handle.map((name) => ({ kind: 'handle' as const, handle: name })),
  fc.tuple(handle, part).map(([name, post]) => ({ kind: 'post' as const, handle: name, ...post })),
  channel.map((id) => ({ kind: 'private-channel' as const, channel: id })),
  fc.tuple(channel, part).map(([id, post]) => ({ kind: 'private-post' as const, channel: id, ...post })),
  fc.stringMatching(/^[A-Za-z][\w-]{15}$/).map((code) => ({ kind: 'invite' as const, code })),
);

/** A handle made by chance may be one of the words that Telegram keeps for itself (`share`). */
function parseFails(name: string): boolean {
  return /^(?:addemoji|addlist|addstickers|addtheme|auction|boost|confirmphone|contact|giftcode|invoice|joinchat|login|newbot|proxy|setlanguage|share|socks|theme)$/i.test(
    name,
  );
}

test('what is written is read back to the same link', () => {
  fc.assert(
    fc.property(links, (link) => {
      expect(parseTelegramLink(writeTelegramLink(link))).toEqual({ ok: true, link });
    }),
  );
});

test('no text makes it throw', () => {
  const tail = fc.string({ unit: fc.constantFrom(...'/?&=#+%@.sc1a_'.split('')) });
  fc.assert(
    fc.property(fc.constantFrom('', 'https://t.me/', 'tg://resolve?', '@'), tail, (head, text) => {
      expect(typeof parseTelegramLink(head + text).ok).toBe('boolean');
    }),
  );
});
