import { type Exhibit, emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Shot } from '#domain/evidence/kinds/video.ts';
import type { Given, Ground } from './ground.ts';
import { attack, nearTinzaouaten, retold } from './known.ts';

type Videos = Record<'begging' | 'kneeling' | 'burning', (of: Ground) => Given<Exhibit>>;

const shot = (order: number, certainty: Shot['certainty'], seen: string): Shot => ({
  order,
  certainty,
  seen,
  describedBy: 'Press accounts',
  tags: [],
});

const unheld = 'Described by others, who give no times; the file is not held.';

/** The videos: described by others, shot by shot, without files. */
export const videos: Videos = {
  begging: (of) => ({
    ...emptyExhibit('video'),
    title: 'Man on the ground, begging',
    description: `The last shot zooms in on a bearded man. ${unheld}`,
    tags: [of.tag('border'), of.tag('casualties')],
    source: of.source('article'),
    happened: attack,
    place: nearTinzaouaten,
    collected: retold,
    graphic: true,
    work: 'help-needed',
    body: {
      shots: {
        [of.part('begging1')]: shot(1, 'narrated', 'What comes before the last shot is not told.'),
        [of.part('begging2')]: shot(
          2,
          'observed',
          'At the end the camera zooms in on a bearded man who is on the ground.',
        ),
        [of.part('begging3')]: shot(3, 'inferred', 'He seems to beg for his life.'),
      },
    },
  }),
  kneeling: (of) => ({
    ...emptyExhibit('video'),
    title: 'Men on their knees in the debris of a vehicle',
    description: `A pickup drives up to men on their knees. ${unheld}`,
    tags: [of.tag('border'), of.tag('captives')],
    source: of.source('article'),
    happened: attack,
    place: nearTinzaouaten,
    collected: retold,
    graphic: true,
    work: 'help-needed',
    body: {
      shots: {
        [of.part('kneeling1')]: shot(1, 'observed', 'Several men kneel in the debris of a vehicle.'),
        [of.part('kneeling2')]: shot(2, 'inferred', 'They are alive.'),
        [of.part('kneeling3')]: shot(3, 'observed', 'Fighters stand in a ring around them.'),
        [of.part('kneeling4')]: shot(4, 'observed', 'A pickup with armed men drives up.'),
        [of.part('kneeling5')]: shot(5, 'observed', 'Others kick the kneeling men in the head.'),
      },
    },
  }),
  burning: (of) => ({
    ...emptyExhibit('video'),
    title: 'Burning vehicles, published by JNIM',
    description: `Several vehicles burn, dozens of bodies. ${unheld} The accounts speak of several videos; they are one exhibit here.`,
    tags: [of.tag('border'), of.tag('convoy'), of.tag('casualties')],
    source: of.source('jnim'),
    happened: attack,
    place: nearTinzaouaten,
    collected: retold,
    graphic: true,
    work: 'in-progress',
    body: {
      uploader: 'JNIM',
      shots: {
        [of.part('burning1')]: shot(1, 'observed', 'Several vehicles are burning.'),
        [of.part('burning2')]: shot(2, 'observed', 'Bodies lie on the ground.'),
        [of.part('burning3')]: shot(3, 'inferred', 'There are dozens of them; nobody gives a count for this video.'),
      },
    },
  }),
};
