import type { Exhibit } from '#domain/evidence/exhibit.ts';
import { postText } from '#domain/evidence/kinds/telegram.ts';
import type { Id } from '#domain/id.ts';

/** A text of an exhibit from which words can be quoted. */
export interface Quotable {
  /** What an excerpt calls it: the verbatim text, or the id of a translation. */
  on: 'verbatim' | Id;
  text: string;
  language?: string | undefined;
}

/** Gives the texts of an exhibit that an excerpt can rest on, the verbatim one first; empty ones are left out. */
export function textsToQuote(exhibit: Exhibit): Quotable[] {
  return textsOf(exhibit).filter(({ text }) => text !== '');
}

function textsOf(exhibit: Exhibit): Quotable[] {
  switch (exhibit.kind) {
    case 'telegram':
      return [
        { on: 'verbatim', text: postText(exhibit.body.text), language: exhibit.body.language },
        ...translated(exhibit.body.translations),
      ];
    case 'statement':
    case 'document':
    case 'web-page':
      return [
        { on: 'verbatim', text: exhibit.body.verbatim, language: exhibit.body.language },
        ...translated(exhibit.body.translations),
      ];
    case 'video':
      return [{ on: 'verbatim', text: exhibit.body.transcript ?? '', language: exhibit.language }];
    case 'photo':
      return [{ on: 'verbatim', text: exhibit.body.caption ?? '', language: exhibit.language }];
  }
}

function translated(translations: Record<Id, { text: string; language: string }>): Quotable[] {
  return Object.entries(translations).map(([on, { text, language }]) => ({ on, text, language }));
}

/**
 * Gives the place in a text for a place in a text area that shows it: there every line break is one unit, while a text may
 * have breaks of two (`\r\n`).
 */
export function placeInText(text: string, shown: number): number {
  let at = 0;
  for (let i = 0; i < shown && at < text.length; i += 1) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
