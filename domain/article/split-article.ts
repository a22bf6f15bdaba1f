import { findQuotes, type Span } from './quotes.ts';
import { sentencesOf } from './sentences.ts';
import { type SpeakerGuess, speakerOfQuote, speakerOfSentence } from './speaker.ts';

/** A part of a text that can be kept by itself. */
export interface Passage {
  readonly is: 'quote' | 'sentence';
  /** In UTF-16 units of the text; a quote with its marks. */
  readonly span: Span;
  /** The words: of a quote those between its marks, paragraphs divided by a line end. */
  readonly words: string;
  /** Where the words stand; of a quote over paragraphs from the first word to the last. */
  readonly said: Span;
  /** Who seems to say it; to be offered, not taken. */
  readonly speaker?: SpeakerGuess;
}

/**
 * Parts an article into its sentences and the quotes in them, in the order in which they begin; a quote stands before the sentence
 * that begins with it. The sentences hold every word of the text, and each but once. `language` is a BCP 47 tag; one that is not
 * known to the platform counts as none.
 */
export function splitArticle(text: string, language?: string): Passage[] {
  const quotes = findQuotes(text).map(({ span, words }): Passage => {
    const speaker = speakerOfQuote(text, span);
    return {
      is: 'quote',
      span,
      words: words.map((part) => text.slice(...part)).join('\n'),
      said: [words[0]?.[0] ?? span[0], words.at(-1)?.[1] ?? span[1]],
      ...(speaker && { speaker }),
    };
  });
  const sentences = sentencesOf(text, knownLanguage(language)).map((span): Passage => {
    const speaker = speakerOfSentence(text, span);
    return { is: 'sentence', span, words: text.slice(...span), said: span, ...(speaker && { speaker }) };
  });
  return [...quotes, ...sentences].sort((a, b) => a.span[0] - b.span[0] || (a.is === 'quote' ? -1 : 1));
}

function knownLanguage(language: string | undefined): string | undefined {
  if (language === undefined || language === '') return undefined;
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0];
  } catch {
    // What was typed is no language tag (RangeError); Unicode's own rules hold for any.
    return undefined;
  }
}
