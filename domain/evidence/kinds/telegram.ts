import { z } from 'zod';
import { firstWords, type Kind } from '#domain/evidence/kind.ts';
import { translationSchema } from '#domain/evidence/translation.ts';
import { momentSchema } from '#domain/moment.ts';
import { groupOf, mapOf } from '#domain/record.ts';

/** A stretch of a post's text with one formatting, as Telegram gives it; runs never overlap. */
export const runSchema = z.object({
  kind: z.enum([
    'plain',
    'bold',
    'italic',
    'underline',
    'strikethrough',
    'spoiler',
    'code',
    'pre',
    'blockquote',
    'link',
    'text_link',
    'mention',
    'mention_name',
    'hashtag',
    'cashtag',
    'bot_command',
    'email',
    'phone',
    'bank_card',
    'custom_emoji',
    'unknown',
  ]),
  text: z.string(),
  href: z.string().optional(),
});
export type Run = z.infer<typeof runSchema>;

const body = groupOf({
  channel: z.object({ name: z.string(), handle: z.string().optional(), id: z.string().optional() }).optional(),
  /** May be negative: messages of a migrated basic group. */
  message: z.number().int().optional(),
  link: z.string().optional(),
  posted: momentSchema.optional(),
  edited: momentSchema.optional(),
  views: z.number().int().min(0).optional(),
  text: z.array(runSchema),
  language: z.string().optional(),
  translations: mapOf(translationSchema),
  forwarded: z.object({ name: z.string(), id: z.string().optional(), at: momentSchema.optional() }).optional(),
  reply: z.string().optional(),
  /** The name below a channel's post, or the title of an anonymous admin. */
  signature: z.string().optional(),
  /** The forum topic that it belongs to. */
  topic: z.object({ id: z.number().int(), title: z.string().optional() }).optional(),
  /** The number of the first message of the album that it was posted in. */
  album: z.number().int().optional(),
  poll: z.object({ question: z.string(), answers: z.array(z.string()) }).optional(),
  /** What a service message tells of, in Telegram's own words (`pin_message`). */
  action: z.string().optional(),
});
export type TelegramBody = z.infer<typeof body>;

/** Gives the verbatim text of a post: its runs joined. */
export function postText(runs: Run[]): string {
  return runs.map((run) => run.text).join('');
}

export const telegram: Kind<'telegram', TelegramBody> = {
  name: 'telegram',
  body,
  empty: () => ({ text: [], translations: {} }),
  title: (b) => firstWords(postText(b.text)) || firstWords(b.poll?.question ?? '') || (b.channel?.name ?? ''),
  texts: (b) => [
    { text: postText(b.text), language: b.language },
    ...Object.values(b.translations).map(({ text, language }) => ({ text, language })),
    ...[b.channel?.name, b.channel?.handle, b.link, b.forwarded?.name, b.signature, b.topic?.title]
      .concat(b.poll ? [b.poll.question, ...b.poll.answers] : [])
      .filter((t) => t !== undefined)
      .map((text) => ({ text })),
  ],
  moments: (b) => [b.posted, b.edited, b.forwarded?.at].filter((moment) => moment !== undefined),
};
