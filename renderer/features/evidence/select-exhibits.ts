import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { momentOf, textsOf, titleOf } from '#domain/evidence/exhibit.ts';
import { type KindName, kindNames } from '#domain/evidence/kinds.ts';
import type { Id } from '#domain/id.ts';
import { earliest, latest, type Moment } from '#domain/moment.ts';
import type { Source } from '#domain/source.ts';
import type { Tag } from '#domain/tag.ts';

/** Stands where a source does, for exhibits without one. */
export const noSource = 'none';

/** Which exhibits to show. What is left out lets every exhibit through. */
export interface ExhibitFilter {
  /** Words that all must occur, in any order; case and accents do not count. */
  text?: string | undefined;
  /** Any of these kinds. */
  kinds?: readonly KindName[] | undefined;
  /** All of these tags, each met by the tags nested under it too. */
  tags?: readonly Id[] | undefined;
  /** A source, or {@link noSource} for the exhibits that have none. */
  source?: Id | undefined;
  /** May have happened within this moment: the two overlap. */
  during?: Moment | undefined;
  graphic?: 'yes' | 'no' | undefined;
  restricted?: 'yes' | 'no' | undefined;
  linked?: 'yes' | 'no' | undefined;
  /** Whether a file of it is kept. */
  held?: 'yes' | 'no' | undefined;
}

export const sortKeys = ['number', 'title', 'date', 'added', 'kind', 'source'] as const;
export interface ExhibitSort {
  by: (typeof sortKeys)[number];
  direction: 'up' | 'down';
}

/** What the filter and the sort look at beside the exhibits. */
export interface ExhibitGround {
  tags: ReadonlyMap<Id, Tag>;
  sources: ReadonlyMap<Id, Source>;
  /** The exhibits that a claim rests on. */
  linked: ReadonlySet<Id>;
}

/** Gives the exhibits that pass the filter, in the order of the sort; exhibits without the thing sorted by come last. */
export function selectExhibits(
  exhibits: readonly Exhibit[],
  ground: ExhibitGround,
  filter: ExhibitFilter,
  sort: ExhibitSort,
): Exhibit[] {
  const passes = tests(filter, ground);
  return exhibits.filter((exhibit) => passes.every((pass) => pass(exhibit))).sort(order(sort, ground));
}

/** Says whether a filter lets everything through. */
export function filtersNothing(filter: ExhibitFilter): boolean {
  return Object.values(filter).every(
    (value) => value === undefined || (typeof value === 'string' || Array.isArray(value) ? value.length === 0 : false),
  );
}

function tests(filter: ExhibitFilter, ground: ExhibitGround): ((exhibit: Exhibit) => boolean)[] {
  const found: ((exhibit: Exhibit) => boolean)[] = [];
  const { kinds, source, during } = filter;
  if (kinds && kinds.length > 0) found.push((e) => kinds.includes(e.kind));
  for (const tag of filter.tags ?? []) {
    const nested = nestedTags(tag, ground.tags);
    found.push((e) => e.tags.some((id) => nested.has(id)));
  }
  if (source !== undefined) found.push((e) => (source === noSource ? e.source === undefined : e.source === source));
  if (during) found.push((e) => overlaps(e, during));
  const yesOrNo = (asked: 'yes' | 'no' | undefined, is: (e: Exhibit) => boolean) => {
    if (asked) found.push((e) => is(e) === (asked === 'yes'));
  };
  yesOrNo(filter.graphic, (e) => e.graphic);
  yesOrNo(filter.restricted, (e) => e.restricted);
  yesOrNo(filter.linked, (e) => ground.linked.has(e.id));
  yesOrNo(filter.held, isHeld);
  const words = fold(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0) {
    found.push((e) => {
      const text = searchable(e);
      const from = e.source === undefined ? '' : fold(ground.sources.get(e.source)?.name ?? '');
      return words.every((word) => text.includes(word) || from.includes(word));
    });
  }
  return found;
}

/** Gives a tag and all tags nested under it. */
export function nestedTags(id: Id, tags: ReadonlyMap<Id, Tag>): ReadonlySet<Id> {
  const path = tags.get(id)?.path;
  if (path === undefined) return new Set([id]);
  const under = [...tags.values()].filter((tag) => tag.path.startsWith(`${path}/`)).map((tag) => tag.id);
  return new Set([id, ...under]);
}

/** Says whether a file of the exhibit is kept: an original, or a picture of it. */
export function isHeld(exhibit: Exhibit): boolean {
  return Object.keys(exhibit.assets).length > 0;
}

const spans = new WeakMap<Exhibit, { from: number; to: number } | 'none'>();

function spanOf(exhibit: Exhibit): { from: number; to: number } | 'none' {
  const known = spans.get(exhibit);
  if (known) return known;
  const moment = momentOf(exhibit);
  const span = moment ? { from: earliest(moment), to: latest(moment) } : 'none';
  spans.set(exhibit, span);
  return span;
}

function overlaps(exhibit: Exhibit, during: Moment): boolean {
  const span = spanOf(exhibit);
  return span !== 'none' && span.from <= latest(during) && span.to >= earliest(during);
}

const texts = new WeakMap<Exhibit, string>();

// Subtle: a record is replaced when it changes, never altered, so what was folded once stays true.
function searchable(exhibit: Exhibit): string {
  const known = texts.get(exhibit);
  if (known !== undefined) return known;
  const folded = fold(
    textsOf(exhibit)
      .map(({ text }) => text)
      .join('\n'),
  );
  texts.set(exhibit, folded);
  return folded;
}

/** Brings a text into the form in which it is compared: no case, no accents or vowel marks, compatible letters alike. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const words = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function order({ by, direction }: ExhibitSort, ground: ExhibitGround): (a: Exhibit, b: Exhibit) => number {
  const compare = comparison(by, ground);
  const sign = direction === 'up' ? 1 : -1;
  return (a, b) => compare(a, b, sign) || byMaking(a, b);
}

function comparison(by: ExhibitSort['by'], ground: ExhibitGround): (a: Exhibit, b: Exhibit, sign: 1 | -1) => number {
  switch (by) {
    case 'number':
      return (a, b, sign) => sign * words.compare(a.label, b.label);
    case 'added':
      return (a, b, sign) => sign * byMaking(a, b);
    case 'kind':
      return (a, b, sign) => sign * (kindNames.indexOf(a.kind) - kindNames.indexOf(b.kind));
    case 'title':
      return (a, b, sign) => orLast(titleOf(a), titleOf(b), sign);
    case 'source': {
      const name = (e: Exhibit) => (e.source === undefined ? '' : (ground.sources.get(e.source)?.name ?? ''));
      return (a, b, sign) => orLast(name(a), name(b), sign);
    }
    case 'date':
      return (a, b, sign) => {
        const [x, y] = [spanOf(a), spanOf(b)];
        if (x === 'none' || y === 'none') return x === y ? 0 : x === 'none' ? 1 : -1;
        return sign * (less(x.from, y.from) || less(x.to, y.to));
      };
  }
}

function orLast(a: string, b: string, sign: 1 | -1): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return sign * words.compare(a, b);
}

function byMaking(a: Exhibit, b: Exhibit): number {
  return a.made.at < b.made.at ? -1 : a.made.at > b.made.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function less(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
