import { type Exhibit, emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Run } from '#domain/evidence/kinds/telegram.ts';
import type { Given, Ground } from './ground.ts';
import { attack, invented, nearTinzaouaten } from './known.ts';

type Posts = Record<'postA' | 'postB' | 'postC', (of: Ground) => Given<Exhibit>>;

/** The words that the claims quote. */
export const words = {
  counted: 'погибших до восьмидесяти',
  lastMessage: '«Нас трое, продолжаем бой»',
  regrouped: 'Сначала противник понёс тяжёлые потери, затем перегруппировался',
  lastMessageInEnglish: '“There are three of us, we are still fighting.”',
};

const runs: Run[] = [
  { kind: 'italic', text: 'Вымышленный пример, написан для учебного дела.' },
  { kind: 'plain', text: '\n\n' },
  { kind: 'bold', text: 'Тинзауатен.' },
  {
    kind: 'plain',
    text: ` ${words.regrouped}. Командование отправило подкрепление; атаки становились всё массированнее: тяжёлое вооружение, беспилотники, заминированные машины.\n\nПоследнее сообщение по рации пришло поздно вечером в субботу: ${words.lastMessage}. По нашим данным, ${words.counted}.`,
  },
];

const english = `Invented example, written for the sample case.

Tinzaouaten. At first the enemy took heavy losses, then he regrouped. Command sent more men; the attacks grew more and more massed: heavy weapons, drones, vehicle bombs.

The last radio message came late on Saturday: ${words.lastMessageInEnglish} By what we know, up to eighty are dead.`;

const common = (of: Ground) => ({
  ...emptyExhibit('telegram'),
  tags: [of.tag('course'), of.tag('russianDead'), of.tag('invented')],
  happened: attack,
  place: nearTinzaouaten,
  language: 'ru',
  collected: invented,
  availability: { state: 'never-public' as const },
});

/** Three posts, of which two repeat the third. They were written for the sample and say so. */
export const posts: Posts = {
  postA: (of) => ({
    ...common(of),
    title: 'Channel A: the last radio message',
    description:
      'Three men left, still fighting; up to eighty dead. Invented for the sample, after what the press told of one Wagner-linked channel.',
    source: of.source('channelA'),
    published: { from: '2024-07-28T09:12', to: '2024-07-28T09:12', zone: 'Europe/Moscow' },
    work: 'ready-for-review',
    body: {
      channel: { name: 'Channel A (sample)' },
      posted: { from: '2024-07-28T09:12', to: '2024-07-28T09:12', zone: 'Europe/Moscow' },
      text: runs,
      language: 'ru',
      translations: {
        [of.part('postInEnglish')]: { language: 'en', text: english, by: 'Casebound’s sample', maker: 'person' },
      },
    },
  }),
  postB: (of) => ({
    ...common(of),
    title: 'Channel B forwards Channel A',
    description: 'A forward 41 minutes later, nothing added. Invented for the sample.',
    source: of.source('channelB'),
    published: { from: '2024-07-28T09:53', to: '2024-07-28T09:53', zone: 'Europe/Moscow' },
    body: {
      channel: { name: 'Channel B (sample)' },
      posted: { from: '2024-07-28T09:53', to: '2024-07-28T09:53', zone: 'Europe/Moscow' },
      text: runs,
      language: 'ru',
      translations: {},
      forwarded: {
        name: 'Channel A (sample)',
        at: { from: '2024-07-28T09:12', to: '2024-07-28T09:12', zone: 'Europe/Moscow' },
      },
    },
  }),
  postC: (of) => ({
    ...common(of),
    title: 'Channel C, the same words without a source',
    description: 'Word for word the same as Channel A’s post, which it does not mention. Invented for the sample.',
    source: of.source('channelC'),
    published: { edtf: '2024-07-29' },
    body: {
      channel: { name: 'Channel C (sample)' },
      posted: { edtf: '2024-07-29' },
      text: runs,
      language: 'ru',
      translations: {},
    },
  }),
};
