import { z } from 'zod';
import { firstWords, type Kind } from '#domain/evidence/kind.ts';
import { translationSchema } from '#domain/evidence/translation.ts';
import { groupOf, mapOf } from '#domain/record.ts';

const body = groupOf({
  address: z.string().optional(),
  pages: z.number().int().min(0).optional(),
  verbatim: z.string(),
  language: z.string().optional(),
  translations: mapOf(translationSchema),
});
export type DocumentBody = z.infer<typeof body>;

export const document: Kind<'document', DocumentBody> = {
  name: 'document',
  body,
  empty: () => ({ verbatim: '', translations: {} }),
  title: (b) => firstWords(b.verbatim),
  texts: (b) => [
    { text: b.verbatim, language: b.language },
    ...Object.values(b.translations).map(({ text, language }) => ({ text, language })),
    ...(b.address ? [{ text: b.address }] : []),
  ],
  moments: () => [],
};
