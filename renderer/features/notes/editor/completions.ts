import type { Claim } from '#domain/claim.ts';
import { assetsOf, type Exhibit, titleOf } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import type { Tag } from '#domain/tag.ts';
import { fold } from '#features/evidence/select-exhibits.ts';
import type { CaseState } from '#store/open-case.ts';
import { alive } from '#store/use-case.ts';

/** What can be chosen after a sign: a record of the case. */
export type Offer = { to: 'exhibit'; record: Exhibit } | { to: 'claim'; record: Claim } | { to: 'tag'; record: Tag };

/** Gives the first pictures of an exhibit that a note can show. */
export function pictureOf(exhibit: Exhibit): string | undefined {
  return assetsOf(exhibit).find(([, use]) => use.mime.startsWith('image/'))?.[0];
}

const folded = new WeakMap<Exhibit | Claim | Tag, { label: string; title: string }>();

function wordsOf(offer: Offer): { label: string; title: string } {
  const known = folded.get(offer.record);
  if (known) return known;
  const words =
    offer.to === 'exhibit'
      ? { label: fold(offer.record.label), title: fold(titleOf(offer.record)) }
      : offer.to === 'claim'
        ? { label: fold(offer.record.label), title: fold(offer.record.text) }
        : { label: fold(offer.record.path), title: '' };
  folded.set(offer.record, words);
  return words;
}

const offered = new WeakMap<object, Offer[]>();

/** All records of a sort that can be cited; made once for each state of their table. */
function offersOf(state: CaseState, to: Offer['to']): Offer[] {
  const table = to === 'exhibit' ? state.exhibits : to === 'claim' ? state.claims : state.tags;
  const known = offered.get(table);
  if (known) return known;
  const offers = makeOffers(state, to);
  offered.set(table, offers);
  return offers;
}

function makeOffers(state: CaseState, to: Offer['to']): Offer[] {
  switch (to) {
    case 'exhibit':
      return alive(state.exhibits).map((record) => ({ to: 'exhibit', record }));
    case 'claim':
      return alive(state.claims).map((record) => ({ to: 'claim', record }));
    case 'tag':
      return alive(state.tags).map((record) => ({ to: 'tag', record }));
  }
}

const most = 24;

/** The likeliest of what was meant, and how many more there are. */
export interface Completions {
  readonly offers: readonly Offer[];
  readonly more: number;
}

/**
 * Gives at most 24 records that a person may mean by what they typed, the likeliest first: the number itself, then titles that
 * begin with it, then words that begin with it, then anything that contains all its words. Case and accents do not count.
 * `fits` says which records are meant at all.
 */
export function complete(
  state: CaseState,
  to: Offer['to'],
  typed: string,
  fits: (offer: Offer) => boolean = () => true,
): Completions {
  const query = fold(typed.trim());
  const words = query.split(/\s+/).filter((word) => word !== '');
  const ranked: Offer[][] = [[], [], [], [], []];
  for (const offer of offersOf(state, to)) {
    const rank = rankOf(wordsOf(offer), query, words);
    if (rank !== null && fits(offer)) ranked[rank]?.push(offer);
  }
  const all = ranked.flat();
  return { offers: all.slice(0, most), more: Math.max(0, all.length - most) };
}

function rankOf(of: { label: string; title: string }, query: string, words: string[]): number | null {
  const text = `${of.label} ${of.title}`;
  if (!words.every((word) => text.includes(word))) return null;
  const number = of.label.replace(/^[a-z]+-/, '');
  if (of.label === query || number === query) return 0;
  if (of.label.startsWith(query) || number.startsWith(query)) return 1;
  if (of.title.startsWith(query)) return 2;
  return words.every((word) => ` ${text}`.includes(` ${word}`)) ? 3 : 4;
}

/** Gives the number by which a record is called aloud, in plain text. */
export function nameIn(state: CaseState, citation: { to: Offer['to']; target: Id }): string | undefined {
  switch (citation.to) {
    case 'exhibit':
      return state.exhibits.get(citation.target)?.label;
    case 'claim':
      return state.claims.get(citation.target)?.label;
    case 'tag': {
      const path = state.tags.get(citation.target)?.path;
      return path === undefined ? undefined : `#${path}`;
    }
  }
}
