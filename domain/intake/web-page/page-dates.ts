import { listOf, objectOf, readJson, textOf } from '#domain/intake/json-text.ts';

/** A date that a page gives for when it was published, as written, and where in the page it stands. */
export interface StatedDate {
  readonly words: string;
  readonly place: string;
}

const NAMES = new Set([
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.issued',
  'dcterms.created',
  'citation_publication_date',
  'parsely-pub-date',
  'pubdate',
  'publish_date',
  'sailthru.date',
]);

/** Gives the date of a `meta` element that is known to hold the one of publishing. */
export function dateOfMeta(name: string, content: string): StatedDate | undefined {
  return NAMES.has(name.toLowerCase()) && content.trim() !== '' ? { words: content.trim(), place: name } : undefined;
}

/**
 * Gives what a block of JSON-LD says of when the page was published: `datePublished` of what it describes, not of what that
 * contains (the comments below it). Nothing where it is not JSON.
 */
export function datesOfLinkedData(text: string): StatedDate[] {
  const reading = readJson(text);
  if (!reading.ok) return [];
  const all = Array.isArray(reading.value) ? reading.value : [reading.value];
  return all.flatMap((thing) => {
    const described = objectOf(thing);
    if (!described) return [];
    const graph = listOf(described, '@graph');
    return (graph.length > 0 ? graph : [thing]).flatMap((node): StatedDate[] => {
      const named = objectOf(node);
      const words = named && textOf(named, 'datePublished')?.trim();
      const type = named && textOf(named, '@type');
      return words ? [{ words, place: `JSON-LD ${type ? `${type} ` : ''}datePublished` }] : [];
    });
  });
}
