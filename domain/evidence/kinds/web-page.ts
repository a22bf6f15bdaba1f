import { z } from 'zod';
import { groupOf, mapOf } from '../../record.ts';
import { firstWords, type Kind } from '../kind.ts';
import { translationSchema } from '../translation.ts';

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
