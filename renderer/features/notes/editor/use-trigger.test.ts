import { expect, test } from 'vitest';
import { triggerIn } from './use-trigger.ts';

test.each([
  ['as seen @army com', { sign: '@', query: 'army com', from: 8 }],
  ['@', { sign: '@', query: '', from: 0 }],
  ['(!3', { sign: '!', query: '3', from: 1 }],
  ['«@видео', { sign: '@', query: 'видео', from: 1 }],
  ['!!how many', { sign: '!!', query: 'how many', from: 0 }],
  ['/tab', { sign: '/', query: 'tab', from: 0 }],
  ['#place/bor', { sign: '#', query: 'place/bor', from: 0 }],
])('%j asks', (text, asked) => {
  expect(triggerIn(text)).toEqual(asked);
});

test.each(['mail me@there', 'Help!', 'Non ! Il', '# heading', '24/25', 'and / or', 'km/h'])(
  '%j does not ask',
  (text) => {
    expect(triggerIn(text)).toBeNull();
  },
);
