import { z } from 'zod';
import { jsonSchema } from '#domain/json.ts';
import { momentSchema } from '#domain/moment.ts';
import { c2paReadingSchema } from './c2pa-reading.ts';

/** A tag as its reader puts it into words, and the value as it stands in the file where the words are not it. */
const tagSchema = z.object({ text: z.string(), value: jsonSchema.exactOptional() });
export type PhotoTag = z.infer<typeof tagSchema>;

/** Tags by name, by group: `exif`, `xmp`, `iptc`, `icc`, `file`; those of an XMP file beside the picture are `sidecar`. */
const groupsSchema = z.record(z.string(), z.record(z.string(), tagSchema));
export type PhotoTags = z.infer<typeof groupsSchema>;

/** What one place in a file says of a matter: `EXIF DateTimeOriginal`, and the words there. */
const sayingSchema = z.object({ where: z.string(), says: z.string() });
export type Saying = z.infer<typeof sayingSchema>;

/** What was read of a picture file: kept with the exhibit under the file's SHA-256. Nothing in it was chosen between. */
export const photoMetadataSchema = z.object({
  type: z.string(),
  /** In pixels as stored. */
  width: z.number().exactOptional(),
  height: z.number().exactOptional(),
  /** How a viewer must turn or mirror the stored pixels, 1 to 8 as EXIF counts; 1 leaves them as they are. */
  orientation: z.number().exactOptional(),
  /** When the file says it was taken, by place; a moment where it can be read and believed. */
  taken: z.array(sayingSchema.extend({ moment: momentSchema.exactOptional() })),
  /** How many seconds the camera's clock was ahead of UTC as its GPS receiver had it. */
  aheadOfGps: z.number().exactOptional(),
  /** Matters on which places in the file disagree. */
  differ: z.array(z.object({ what: z.string(), sayings: z.array(sayingSchema) })),
  tags: groupsSchema,
  c2pa: c2paReadingSchema.exactOptional(),
});
export type PhotoMetadata = z.infer<typeof photoMetadataSchema>;
