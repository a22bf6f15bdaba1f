import { describe, expect, it } from 'vitest';
import { telegram } from './kinds/telegram.ts';
import { withLink } from './telegram-post.ts';

describe('the link to a post', () => {
  it('fills in the handle and the number', () => {
    const post = withLink(telegram.empty(), 'https://t.me/channel_a/4112');
    expect(post.channel).toEqual({ name: '', handle: 'channel_a', id: undefined });
    expect(post.message).toBe(4112);
  });

  it('is followed while it is typed on', () => {
    const post = withLink(withLink(telegram.empty(), 't.me/channel_a/41'), 't.me/channel_a/4112');
    expect(post.message).toBe(4112);
  });

  it('leaves what was entered by hand', () => {
    const byHand = { ...telegram.empty(), channel: { name: 'Channel A', handle: 'other' }, message: 7 };
    const post = withLink(byHand, 't.me/channel_a/4112');
    expect(post.channel).toMatchObject({ name: 'Channel A', handle: 'other' });
    expect(post.message).toBe(7);
  });

  it('takes away what only it had told', () => {
    const post = withLink(withLink(telegram.empty(), 't.me/channel_a/41'), undefined);
    expect(post.channel).toBeUndefined();
    expect(post.message).toBeUndefined();
  });

  it('tells the id of a private channel', () => {
    expect(withLink(telegram.empty(), 't.me/c/1234567/89')).toMatchObject({ channel: { id: '1234567' }, message: 89 });
  });
});
