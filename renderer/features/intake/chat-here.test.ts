import { describe, expect, it } from 'vitest';
import { type Exhibit, emptyExhibit } from '#domain/evidence/exhibit.ts';
import { pastedDrafts } from '#domain/intake/telegram-paste.ts';
import { chatHere } from './chat-here.ts';

const stamp = '2024-07-27T18:30:00.000Z-0000-00000000';
const chat = { key: 'telegram:channel:1234567', ids: Float64Array.of(88, 89), filed: [89] };
const part = { id: chat.key, title: 'Channel A', counts: { message: 2 }, chat };
const exhibit = (label: string, fields: Partial<Exhibit<'telegram'>>): Exhibit =>
  Object.assign({}, emptyExhibit('telegram'), {
    ...{ id: label, case: 'c', label, stamps: {}, made: { at: stamp, by: 'p', device: 'd' } },
    kind: 'telegram' as const,
    ...fields,
  });
const pasted = (label: string, text: string): Exhibit => {
  const [draft] = pastedDrafts(text);
  if (draft?.exhibit.kind !== 'telegram') throw new Error('A link to a post was expected.');
  return exhibit(label, { key: draft.key, body: draft.exhibit.body });
};

describe('what the case holds of a chat', () => {
  it('counts the posts whose files were missing, not those whose files a person took away', () => {
    const key = `${chat.key}/89`;
    const whole = { p: { name: 'a', mime: 'image/jpeg', bytes: 1, role: 'original' as const, order: 0 } };
    const missing = (fields: Partial<Exhibit<'telegram'>>) => chatHere([part], [exhibit('EX-1', fields)]).missing;
    expect(missing({ key })).toBe(1);
    expect(missing({ key: `${chat.key}/88` })).toBe(0);
    expect(missing({ key, assets: whole })).toBe(0);
    expect(missing({ key, stamps: { 'assets/p': stamp } })).toBe(0);
    expect(missing({ key, gone: stamp })).toBe(0);
  });

  it('knows a pasted link by the channel’s number, and calls one of a like name no more than alike', () => {
    const links = [
      pasted('EX-1', 'https://t.me/c/1234567/89'),
      pasted('EX-2', 'https://t.me/channel_a/88'),
      pasted('EX-3', 'https://t.me/channel_a/90'),
      pasted('EX-4', 'https://t.me/channel_b/88'),
    ];
    expect(chatHere([part], links)).toEqual({ missing: 0, linked: ['EX-1'], perhapsLinked: ['EX-2'] });
  });
});
