import type { Case } from '#domain/case.ts';
import type { Given } from './ground.ts';

/** The sample's case itself. The facts are those of the press and the parties; what was made up says so where it stands. */
export const tinzaouaten: Given<Case> = {
  title: 'Tinzaouaten, July 2024',
  summary:
    'A sample case. A patrol of Malian soldiers with Russian fighters was attacked near Tinzaouaten from 25 to 27 July 2024; the counts of the dead compete. The facts are told after press accounts, in words of this sample’s own; the Telegram posts are invented and the picture is drawn, and both say so. The grades and links are examples, signed with the name of whoever opened the sample.',
  language: 'en',
  likelihood: 'icd-203',
};
