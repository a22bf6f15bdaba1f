import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { ExhibitKey, Given, Ground } from './ground.ts';
import { photo } from './photo.ts';
import { posts } from './posts.ts';
import { statements } from './statements.ts';
import { videos } from './videos.ts';
import { articles } from './written.ts';

/** The sample's exhibits, in the order of their numbers. */
export const exhibits: Record<ExhibitKey, (of: Ground) => Given<Exhibit>> = {
  ...videos,
  ...photo,
  ...posts,
  ...statements,
  ...articles,
};
