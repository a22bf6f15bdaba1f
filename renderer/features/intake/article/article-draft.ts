import type { Exhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import type { HeldArticle } from './take-article.ts';

/** What was typed of an article that is not kept yet. */
export interface ArticleDraft {
  readonly text: string;
  readonly title: string;
  readonly address: string;
  readonly source: Id | undefined;
  /** As typed. */
  readonly published: string;
  readonly language: string | undefined;
}

export const emptyArticle: ArticleDraft = {
  text: '',
  title: '',
  address: '',
  source: undefined,
  published: '',
  language: undefined,
};

/** Gives an exhibit that is a document or a page with a text as an article; undefined when it is neither. */
export function heldArticle(exhibit: Exhibit): HeldArticle | undefined {
  if (exhibit.kind !== 'document' && exhibit.kind !== 'web-page') return undefined;
  const { verbatim, address, language } = exhibit.body;
  if (verbatim.trim() === '') return undefined;
  return {
    exhibit: exhibit.id,
    text: verbatim,
    address,
    source: exhibit.source,
    published: exhibit.published,
    language: language ?? exhibit.language,
  };
}
