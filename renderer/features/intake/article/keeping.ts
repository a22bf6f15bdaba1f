import type { Passage } from '#domain/article/split-article.ts';
import type { Id } from '#domain/id.ts';

/** What a passage is kept as. */
export type KeptAs = 'statement' | 'claim';

/** Who speaks: a source of the case, or a name of which one is made when the article is taken in. */
export type Speaker = { readonly id: Id } | { readonly name: string };

/** What was said of a passage. A speaker stays known while the passage is left, in case it is kept after all. */
export interface Keeping {
  readonly as?: KeptAs | undefined;
  readonly speaker?: Speaker | undefined;
}

/** What was said of the passages of a text, by {@link passageId}. */
export type Keepings = ReadonlyMap<string, Keeping>;

/** The name of a passage within its text. */
export function passageId({ is, span }: Passage): string {
  return `${is} ${span[0]}-${span[1]}`;
}

/** Says something of several passages, the rest staying as it was. */
export function withKeeping(keepings: Keepings, ids: Iterable<string>, said: Keeping): Keepings {
  const next = new Map(keepings);
  for (const id of ids) next.set(id, { ...next.get(id), ...said });
  return next;
}

/** Gives the source or the new name that a guessed name stands for. Only an equal name or alias, capitals or not, is that source. */
export function speakerOf(
  name: string,
  sources: readonly { id: Id; name: string; aliases: readonly string[] }[],
): Speaker {
  const wanted = name.trim().toLowerCase();
  const known = sources.find((source) => [source.name, ...source.aliases].some((one) => one.toLowerCase() === wanted));
  return known ? { id: known.id } : { name: name.trim() };
}
