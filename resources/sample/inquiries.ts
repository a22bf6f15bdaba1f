import type { Inquiry } from '#domain/inquiry.ts';
import type { Given, Ground } from './ground.ts';

/** What was asked and looked up, silence included. */
export const inquiries: ((of: Ground) => Given<Inquiry>)[] = [
  (of) => ({
    asked: 'About the Russian losses at Tinzaouaten. The accounts do not give the words of the question.',
    whom: 'Russian Ministry of Defence',
    source: of.source('russianMinistry'),
    way: 'Asked by the press; how is not told',
    outcome: 'silence',
    answer: '',
  }),
  (of) => ({
    asked: 'Is the blogger’s channel still updated?',
    whom: 'The channel itself',
    source: of.source('article'),
    way: 'Looked up by the press',
    outcome: 'found',
    answer: 'It was no longer updated afterwards.',
  }),
];
