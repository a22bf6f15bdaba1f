import type { Claim } from '#domain/claim.ts';
import type { Derivation } from '#domain/derivation.ts';
import { grouping } from '#domain/group-by.ts';
import type { Id } from '#domain/id.ts';
import type { Link } from '#domain/link.ts';

/** Gives the derivations that are not in the trash by the exhibit that repeats. */
export const derivationsOf = grouping<Derivation>((d) => (d.gone === undefined ? d.what : undefined));

/** Gives the derivations that are not in the trash by the exhibit that is repeated. */
export const repeatsOf = grouping<Derivation>((d) =>
  d.gone === undefined && d.of.type === 'exhibit' ? d.of.id : undefined,
);

/** Gives the exhibits that some claim not in the trash has a link to. */
export function linkedExhibits(links: ReadonlyMap<Id, Link>, claims: ReadonlyMap<Id, Claim>): ReadonlySet<Id> {
  const found = new Set<Id>();
  for (const link of links.values()) {
    const claim = claims.get(link.claim);
    if (link.gone === undefined && claim && claim.gone === undefined) found.add(link.exhibit);
  }
  return found;
}
