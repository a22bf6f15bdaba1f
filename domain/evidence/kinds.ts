import { document } from './kinds/document.ts';
import { photo } from './kinds/photo.ts';
import { statement } from './kinds/statement.ts';
import { telegram } from './kinds/telegram.ts';
import { video } from './kinds/video.ts';
import { webPage } from './kinds/web-page.ts';

/** Every kind of exhibit there is, by name, in the order in which they are offered. */
export const kinds = {
  video,
  photo,
  telegram,
  statement,
  document,
  'web-page': webPage,
};
export type KindName = keyof typeof kinds;
export type Bodies = { [K in KindName]: ReturnType<(typeof kinds)[K]['empty']> };
export const kindNames: readonly KindName[] = ['video', 'photo', 'telegram', 'statement', 'document', 'web-page'];
