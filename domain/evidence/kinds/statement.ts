import { z } from 'zod';
import { firstWords, type Kind } from '#domain/evidence/kind.ts';
import { translationSchema } from '#domain/evidence/translation.ts';
import { idSchema } from '#domain/id.ts';
import { groupOf, mapOf } from '#domain/record.ts';

export const mediumSchema = z.enum([
  'television',
  'radio',
  'press-release',
  'press-conference',
  'interview',
  'e-mail',
  'letter',
  'social-media',
  'article',
  'other',
]);

const body = groupOf({
  /** Who speaks: a source of the case. */
  speaker: idSchema.optional(),
  role: z.string().optional(),
  medium: mediumSchema.optional(),
  occasion: z.string().optional(),
  link: z.string().optional(),
  verbatim: z.string(),
  language: z.string().optional(),
  translations: mapOf(translationSchema),
});
export type StatementBody = z.infer<typeof body>;

export const statement: Kind<'statement', StatementBody> = {
  name: 'statement',
  body,
  empty: () => ({ verbatim: '', translations: {} }),
  title: (b) => firstWords(b.verbatim),
  texts: (b) => [
    { text: b.verbatim, language: b.language },
    ...Object.values(b.translations).map(({ text, language }) => ({ text, language })),
    ...[b.role, b.occasion, b.link].filter((t) => t !== undefined).map((text) => ({ text })),
  ],
  moments: () => [],
};
