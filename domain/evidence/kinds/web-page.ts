import { z } from 'zod';
import { firstWords, type Kind } from '#domain/evidence/kind.ts';
import { translationSchema } from '#domain/evidence/translation.ts';
import { groupOf, mapOf } from '#domain/record.ts';

const body = groupOf({
  address: z.string().optional(),
  /** The date of saving as the saved page itself writes it. */
  saved: z.string().optional(),
  verbatim: z.string(),
  language: z.string().optional(),
  translations: mapOf(translationSchema),
});
export type WebPageBody = z.infer<typeof body>;

export const webPage: Kind<'web-page', WebPageBody> = {
  name: 'web-page',
  body,
  empty: () => ({ verbatim: '', translations: {} }),
  title: (b) => firstWords(b.verbatim) || (b.address ?? ''),
  texts: (b) => [
    { text: b.verbatim, language: b.language },
    ...Object.values(b.translations).map(({ text, language }) => ({ text, language })),
    ...[b.address, b.saved].filter((t) => t !== undefined).map((text) => ({ text })),
  ],
  moments: () => [],
};
