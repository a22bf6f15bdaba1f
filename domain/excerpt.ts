import { z } from 'zod';
import { idSchema } from './id.ts';

/** A rectangle in fractions (0 to 1) of the picture as it is shown, after its orientation is applied. */
export const rectangleSchema = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
});
export type Rectangle = z.infer<typeof rectangleSchema>;

/**
 * The part of an exhibit that is meant, after the selectors of the W3C Web Annotation model: a text quote (on the verbatim
 * text or on one translation), a time range in seconds, a shot of the shot list, or a region of one picture.
 */
export const excerptSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    on: z.union([z.literal('verbatim'), idSchema]),
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
  }),
  z.object({ type: z.literal('time'), from: z.number().min(0), to: z.number().min(0).optional() }),
  z.object({ type: z.literal('shot'), shot: idSchema }),
  z.object({ type: z.literal('region'), asset: z.string().length(64), rectangle: rectangleSchema }),
]);
export type Excerpt = z.infer<typeof excerptSchema>;

/**
 * Finds a text excerpt in a text: the start and end of the quote in UTF-16 units, choosing among repeats the one whose
 * surroundings agree best; null when the quote is no longer there.
 */
export function findQuote(
  text: string,
  quote: { exact: string; prefix: string; suffix: string },
): [number, number] | null {
  let best: [number, number] | null = null;
  let bestScore = -1;
  for (let at = text.indexOf(quote.exact); at >= 0; at = text.indexOf(quote.exact, at + 1)) {
    const end = at + quote.exact.length;
    const score =
      agreement([...text.slice(0, at)].reverse(), [...quote.prefix].reverse()) +
      agreement([...text.slice(end)], [...quote.suffix]);
    if (score > bestScore) {
      best = [at, end];
      bestScore = score;
    }
  }
  return best;
}

function agreement(a: string[], b: string[]): number {
  let same = 0;
  while (same < b.length && a[same] === b[same]) same += 1;
  return same;
}

/** Makes the quote for a selection from `from` to `to` (UTF-16 units) of a text, with up to 32 characters around it. */
export function quoteOf(text: string, from: number, to: number): { exact: string; prefix: string; suffix: string } {
  return {
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - 32), from),
    suffix: text.slice(to, to + 32),
  };
}
