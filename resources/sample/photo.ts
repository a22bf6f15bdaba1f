import { type Exhibit, emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Rectangle } from '#domain/excerpt.ts';
import type { Given, Ground } from './ground.ts';
import { attack, invented, nearTinzaouaten } from './known.ts';

/** Where the drawn picture has the face, in fractions of it. */
export const face: Rectangle = { x: 0.395, y: 0.2, width: 0.21, height: 0.36 };

/** The photo, for which a drawing stands that says so itself. */
export const photo: Record<'photo', (of: Ground) => Given<Exhibit>> = {
  photo: (of) => ({
    ...emptyExhibit('photo'),
    title: 'Photo from the scene, said to resemble a military blogger',
    description:
      'The accounts call the likeness strong; nobody has verified it independently. The blogger’s channel has more than 500,000 subscribers and was no longer updated afterwards. The photo itself is not held: the file here is a drawing made for the sample, and says so.',
    tags: [of.tag('blogger'), of.tag('invented')],
    source: of.source('article'),
    happened: attack,
    place: nearTinzaouaten,
    collected: invented,
    graphic: true,
    work: 'help-needed',
    assets: {
      [of.picture.sha256]: {
        name: 'drawing-not-a-photograph.png',
        mime: 'image/png',
        bytes: of.picture.bytes,
        role: 'original',
        order: 0,
      },
    },
    body: {
      caption: 'Drawing, not a photograph. It stands for a photo from the scene.',
      regions: {
        [of.part('face')]: {
          asset: of.picture.sha256,
          rectangle: face,
          label: 'The face that is said to resemble the blogger (left empty in the drawing)',
          tags: [of.tag('blogger')],
        },
      },
      metadata: {},
    },
  }),
};
