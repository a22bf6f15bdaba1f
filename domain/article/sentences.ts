import { type Span, trimmed } from './quotes.ts';

/** After these a full stop ends no sentence. In lower case. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  [
    'mr mrs ms dr prof gen col lt sgt capt maj brig adm gov sen rep st no vs cf approx jr sr e.g i.e u.s a.m p.m',
    'm mm mme mlle me pr col cdt gal av env art p pp chap',
    'г гг ул им обл р-н т.е т.д т.п т.к стр см рис тыс млн млрд руб кв корп пос дер св проф ген полк подп',
  ]
    .join(' ')
    .split(' '),
);

/**
 * Parts a text into its sentences, without the blanks around them; a line end always ends one. The rules are Unicode's (UAX #29) as
 * the language has them, and no sentence ends at a usual abbreviation or at an initial.
 */
export function sentencesOf(text: string, language?: string): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const all: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, end);
    let begin = 0;
    for (const { segment, index } of line.trim() === '' ? [] : segmenter.segment(line)) {
      const to = index + segment.length;
      if (to < line.length && endsInAbbreviation(line.slice(Math.max(begin, to - 24), to))) continue;
      const span = trimmed(text, at + begin, at + to);
      if (span[0] < span[1]) all.push(span);
      begin = to;
    }
    at = end + 1;
  }
  return all;
}

function endsInAbbreviation(sentence: string): boolean {
  const word = /(?:^|[\s(«“"„])([\p{L}.-]+)\.\s*$/u.exec(sentence)?.[1];
  if (word === undefined) return false;
  return /^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}
