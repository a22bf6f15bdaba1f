import { type Exhibit, emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Given, Ground } from './ground.ts';
import { attack, nearTinzaouaten, retold } from './known.ts';

type Written = Record<'russianCounts' | 'pictureCount', (of: Ground) => Given<Exhibit>>;

/** The words that the claims quote. */
export const written = {
  upTo80: 'several unofficial Russian channels speak of up to 80 dead',
  moreThan80: 'puts it at more than 80, with more than 15 captured',
  atLeast20: 'Russian military bloggers write of at least 20',
  agency: 'a news agency close to Moscow gives 25',
  fewer: 'other Russian channels say that it was fewer than 80 and give no figure',
  commander: 'a second channel says that the unit’s commander was killed',
  hardBattle: 'a third calls it an unequal, hard battle in which Russian fighters and Malian soldiers died',
  notEstablished:
    'Neither the number of Russian dead, nor that of Malian dead, nor whether the blogger is among them can be established',
  analyst: 'one long-time analyst thinks that he is probably dead',
  likeness: 'strongly resembles a popular Russian military blogger',
  presence: 'In January an official channel announced that the Russian presence in Mali would grow from 100 to 300',
  pictureRussians: '46 or more Russian',
  pictureMalians: '24 or more Malian dead',
  pictureCaptured: '2 and 9 captured',
};

/** What was written about it: a page and a document, both retold. */
export const articles: Written = {
  russianCounts: (of) => ({
    ...emptyExhibit('web-page'),
    title: 'Press account: what Russian channels say',
    description:
      'Six counts, three accounts of the battle, and what cannot be established. Summed up in the sample’s own words; not a saved page.',
    tags: [of.tag('russianDead'), of.tag('course'), of.tag('blogger')],
    source: of.source('article'),
    happened: attack,
    place: nearTinzaouaten,
    language: 'en',
    collected: retold,
    work: 'in-progress',
    body: {
      verbatim: `On the losses, ${written.upTo80}; a former commander, on Telegram, ${written.moreThan80}; ${written.atLeast20}; ${written.agency}; ${written.fewer}.

On the course of it, one Wagner-linked channel tells of a last radio message, and others repeat it; ${written.commander}; ${written.hardBattle}.

A photo from the scene ${written.likeness}; this is not independently verified. His channel was no longer updated afterwards, and ${written.analyst}.

${written.presence}. A monitoring group counted five JNIM attacks in Mali, Niger and Burkina Faso in the week before, one of them a bomb against a Russian vehicle in the same region; there was also a rare attack in northern Togo.

${written.notEstablished}.`,
      language: 'en',
      translations: {},
    },
  }),
  pictureCount: (of) => ({
    ...emptyExhibit('document'),
    title: 'A newspaper’s count from pictures',
    description:
      '46 or more Russians and 24 or more Malian soldiers. The result as told, in the sample’s own words; the pictures are not held.',
    tags: [of.tag('russianDead'), of.tag('malianDead'), of.tag('captives')],
    source: of.source('newspaper'),
    happened: attack,
    published: { edtf: '2024-07-29/..', words: 'later' },
    place: nearTinzaouaten,
    language: 'en',
    collected: retold,
    work: 'ready-for-review',
    body: {
      verbatim: `A count made later, from pictures: ${written.pictureRussians} and ${written.pictureMalians}, ${written.pictureCaptured}.`,
      language: 'en',
      translations: {},
    },
  }),
};
