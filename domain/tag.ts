import { z } from 'zod';
import { recordOf } from './record.ts';

export const tagColours = ['none', 'green', 'brick', 'blue', 'ochre', 'slate', 'plum', 'teal'] as const;

/** A label, nested by `/`: `place/border` stands under `place`. */
export const tagSchema = recordOf({
  path: z.string().regex(/^[^/\s][^/]*(\/[^/\s][^/]*)*$/, 'expected words, nested by /'),
  colour: z.enum(tagColours),
});
export type Tag = z.infer<typeof tagSchema>;

/** Brings what a person types into the form of a tag path: no leading #, single spaces, no empty steps; null when nothing is left. */
export function tagPath(typed: string): string | null {
  const steps = typed
    .trim()
    .replace(/^#/, '')
    .split('/')
    .map((step) => step.trim().replace(/\s+/gu, ' '))
    .filter((step) => step !== '');
  return steps.length > 0 ? steps.join('/').normalize('NFC') : null;
}
