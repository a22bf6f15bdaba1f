import type { z } from 'zod';
import type { Moment } from '#domain/moment.ts';

/** What a kind of exhibit must say of itself. Storage, search, timeline and export know nothing else of it. */
export interface Kind<Name extends string, Body> {
  readonly name: Name;
  /** The body's schema; its fields say how they merge. */
  readonly body: z.ZodType<Body>;
  /** A body with nothing in it yet, for a new exhibit. */
  empty(): Body;
  /** A title for a list when the person gave none: the first words of what there is; empty when there is nothing. */
  title(body: Body): string;
  /** Every text in the body that a search should find, each with its language where one is known. */
  texts(body: Body): { text: string; language?: string | undefined }[];
  /** The moments in the body itself, beyond those every exhibit has. */
  moments(body: Body): Moment[];
}

/** Gives the first words of a text for a title: one line, at most `most` characters, cut at a word. */
export function firstWords(text: string, most = 80): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}
