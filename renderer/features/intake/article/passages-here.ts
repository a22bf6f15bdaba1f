import type { Passage } from '#domain/article/split-article.ts';
import type { Claim } from '#domain/claim.ts';
import type { Derivation } from '#domain/derivation.ts';
import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { type Excerpt, findQuote } from '#domain/excerpt.ts';
import type { Id } from '#domain/id.ts';
import { passageId } from './keeping.ts';

/** What the case has of an article's passages already: the labels of the statements and claims, by {@link passageId}. */
export type PassagesHere = ReadonlyMap<string, readonly string[]>;

interface Records {
  readonly exhibits: ReadonlyMap<Id, Exhibit>;
  readonly derivations: ReadonlyMap<Id, Derivation>;
  readonly claims: ReadonlyMap<Id, Claim>;
}

/** Finds what was made of an article's passages before; what lies in the trash is left out. */
export function passagesHere(
  article: Id,
  text: string,
  passages: readonly Passage[],
  { exhibits, derivations, claims }: Records,
): PassagesHere {
  const here = new Map<string, string[]>();
  const byPlace = new Map<string, string[]>();
  for (const passage of passages) {
    const place = passage.said.join('-');
    byPlace.set(place, [...(byPlace.get(place) ?? []), passageId(passage)]);
  }
  const add = (excerpt: Excerpt | undefined, label: string) => {
    const place = excerpt && placeOf(text, excerpt);
    const ids = place === undefined ? [] : (byPlace.get(place) ?? []);
    for (const id of ids) here.set(id, [...(here.get(id) ?? []), label]);
  };
  for (const { what, of, excerpt, gone } of derivations.values()) {
    const exhibit = exhibits.get(what);
    if (gone === undefined && of.type === 'exhibit' && of.id === article && exhibit?.gone === undefined && exhibit)
      add(excerpt, exhibit.label);
  }
  for (const { madeIn, label, gone } of claims.values())
    if (gone === undefined && madeIn?.exhibit === article) add(madeIn.excerpt, label);
  return here;
}

function placeOf(text: string, excerpt: Excerpt): string | undefined {
  if (excerpt.type !== 'text' || excerpt.on !== 'verbatim') return undefined;
  return findQuote(text, excerpt)?.join('-');
}
