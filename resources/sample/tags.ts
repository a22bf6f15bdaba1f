import type { Tag } from '#domain/tag.ts';
import type { Given, TagKey } from './ground.ts';

/** The sample's tags. */
export const tags: Record<TagKey, Given<Tag>> = {
  border: { path: 'place/border', colour: 'green' },
  convoy: { path: 'convoy', colour: 'blue' },
  casualties: { path: 'casualties', colour: 'brick' },
  russianDead: { path: 'casualties/Russian', colour: 'brick' },
  malianDead: { path: 'casualties/Malian', colour: 'brick' },
  captives: { path: 'casualties/captured', colour: 'ochre' },
  course: { path: 'course of the battle', colour: 'teal' },
  blogger: { path: 'blogger', colour: 'plum' },
  invented: { path: 'invented for the sample', colour: 'slate' },
};
