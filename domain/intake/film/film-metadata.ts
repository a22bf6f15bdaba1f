import { z } from 'zod';
import { momentSchema } from '#domain/moment.ts';

const sayingSchema = z.object({ where: z.string(), says: z.string() });

const trackSchema = z.object({
  kind: z.enum(['video', 'audio', 'other']),
  /** As the container names it: `avc1`, `hvc1`, `V_VP9`, `mp4a`. */
  codec: z.string(),
  /** In pixels as stored, before it is turned. */
  width: z.number().exactOptional(),
  height: z.number().exactOptional(),
  /** How many degrees clockwise a player turns it. */
  turned: z.number().exactOptional(),
  language: z.string().exactOptional(),
});
export type FilmTrack = z.infer<typeof trackSchema>;

/** What the header of a film says of it: kept with the exhibit under the file's SHA-256. Nothing in it was chosen between. */
export const filmMetadataSchema = z.object({
  type: z.string(),
  /** In seconds. */
  duration: z.number().exactOptional(),
  tracks: z.array(trackSchema),
  /** Every time in the header, by place; a moment where it can be read and believed. */
  times: z.array(sayingSchema.extend({ moment: momentSchema.exactOptional() })),
  /** Where it was recorded, by place, in the words there. */
  places: z.array(sayingSchema),
  /** Names and values that the writer left besides. */
  tags: z.record(z.string(), z.string()),
});
export type FilmMetadata = z.infer<typeof filmMetadataSchema>;

/** What is being read of a header, piece by piece. */
export interface FilmReading {
  duration?: number;
  readonly tracks: FilmTrack[];
  readonly times: FilmMetadata['times'];
  readonly places: FilmMetadata['places'];
  readonly tags: [name: string, value: string][];
}
