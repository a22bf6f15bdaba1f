import { z } from 'zod';
import { firstWords, type Kind } from '#domain/evidence/kind.ts';
import { idSchema } from '#domain/id.ts';
import { jsonSchema } from '#domain/json.ts';
import { groupOf, mapOf } from '#domain/record.ts';

export const certaintySchema = z.enum(['observed', 'inferred', 'narrated']);

/** One line of a shot list. Times in seconds from the start; `order` puts lines without times in their place. */
export const shotSchema = z.object({
  order: z.number(),
  from: z.number().min(0).optional(),
  to: z.number().min(0).optional(),
  seen: z.string(),
  certainty: certaintySchema,
  describedBy: z.string(),
  tags: z.array(idSchema),
  /** The SHA-256 of a frame kept among the exhibit's assets. */
  frame: z.string().length(64).optional(),
});
export type Shot = z.infer<typeof shotSchema>;

/** What was said or shown as text between two times, in seconds from the start; without `to` where no end is known. */
export const cueSchema = z.object({ from: z.number().min(0), to: z.number().min(0).optional(), text: z.string() });
export type Cue = z.infer<typeof cueSchema>;

/** A subtitle file as read: its name among the exhibit's files, and its language where that is known. */
export const subtitlesSchema = z.object({
  file: z.string(),
  language: z.string().optional(),
  /** Made by a machine from the sound. */
  automatic: z.boolean().optional(),
  cues: z.array(cueSchema),
});
export type Subtitles = z.infer<typeof subtitlesSchema>;

const body = groupOf({
  link: z.string().optional(),
  platform: z.string().optional(),
  uploader: z.string().optional(),
  /** In seconds. */
  duration: z.number().min(0).optional(),
  shots: mapOf(shotSchema),
  transcript: z.string().optional(),
  /** Subtitle files with their times, side by side; `transcript` is the text of one where it is plain which. */
  subtitles: z.array(subtitlesSchema).optional(),
  /** What the headers of its files say, by asset; nothing chosen, nothing dropped. */
  metadata: mapOf(jsonSchema).optional(),
});
export type VideoBody = z.infer<typeof body>;

/** Gives the shots in the order of the film: by their place in the list. */
export function shotsInOrder(shots: Record<string, Shot>): [id: string, shot: Shot][] {
  return Object.entries(shots).sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1));
}

export const video: Kind<'video', VideoBody> = {
  name: 'video',
  body,
  empty: () => ({ shots: {} }),
  title: (b) => firstWords(shotsInOrder(b.shots)[0]?.[1].seen ?? b.link ?? ''),
  texts: (b) => [
    ...shotsInOrder(b.shots).map(([, shot]) => ({ text: shot.seen })),
    ...(b.subtitles ?? []).map(({ cues, language }) => ({ text: cues.map((cue) => cue.text).join('\n'), language })),
    ...[b.link, b.platform, b.uploader, b.transcript].filter((t) => t !== undefined).map((text) => ({ text })),
  ],
  moments: () => [],
};
