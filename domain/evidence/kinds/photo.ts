import { z } from 'zod';
import { firstWords, type Kind } from '#domain/evidence/kind.ts';
import { rectangleSchema } from '#domain/excerpt.ts';
import { idSchema } from '#domain/id.ts';
import { jsonSchema } from '#domain/json.ts';
import { groupOf, mapOf } from '#domain/record.ts';

/** A marked part of one picture of the exhibit, named by the picture's SHA-256. */
export const regionSchema = z.object({
  asset: z.string().length(64),
  rectangle: rectangleSchema,
  label: z.string(),
  tags: z.array(idSchema),
});
export type Region = z.infer<typeof regionSchema>;

const body = groupOf({
  caption: z.string().optional(),
  regions: mapOf(regionSchema),
  /** Metadata as read from the file, by asset; nothing chosen, nothing dropped. */
  metadata: mapOf(jsonSchema),
});
export type PhotoBody = z.infer<typeof body>;

export const photo: Kind<'photo', PhotoBody> = {
  name: 'photo',
  body,
  empty: () => ({ regions: {}, metadata: {} }),
  title: (b) => firstWords(b.caption ?? ''),
  texts: (b) => [
    ...(b.caption ? [{ text: b.caption }] : []),
    ...Object.values(b.regions).map((region) => ({ text: region.label })),
  ],
  moments: () => [],
};
