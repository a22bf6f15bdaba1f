import { z } from 'zod';
import { groupOf, mapOf } from '../../record.ts';
import { firstWords, type Kind } from '../kind.ts';
import { translationSchema } from '../translation.ts';

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
