/** From and to (exclusive) in UTF-16 units of the text. */
export type Span = readonly [from: number, to: number];

/** What stands between quotation marks, or is spoken after a dash. */
export interface Quote {
  /** With its marks. */
  readonly span: Span;
  /** The words without the marks: one stretch for each paragraph that they go over. */
  readonly words: readonly Span[];
}

/** Opening marks and what closes them; German closes with what English opens with. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '”': '”',
  '«': '»',
  '‹': '›',
  '‘': '’',
  '「': '」',
  '『': '』',
  '"': '"',
  "'": "'",
};
/** Marks that also stand for something else, or open and close alike: they open only where a word begins and close only where one ends. */
const CAREFUL: ReadonlySet<string> = new Set(['"', "'", '”', '‘', '’']);
const BEFORE_OPENING = /[([{<—–\-:«“„‘"'/]/u;
/** After so many marks that nobody closes in one paragraph, no more are looked for there; and a quote goes over so many paragraphs at most. */
const MOST_OPEN = 8;
const MOST_PARAGRAPHS = 20;
const LETTER = /[\p{L}\p{N}]/u;
const BLANK = /\s/u;

/**
 * Finds the outermost quotes of a text, in their order. A quote that goes on over paragraphs is one where each of them begins with
 * its mark again. A mark that is never closed makes no quote, nor do one or two words that are only named so.
 */
export function findQuotes(text: string): Quote[] {
  const found: Quote[] = [];
  let at = 0;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const spoken = spokenIn(text, at, end);
    if (spoken.length > 0) found.push(...spoken);
    at = spoken.length > 0 ? end + 1 : quotesFrom(text, at, end, found);
  }
  return found.filter((quote) => isSaid(text, quote));
}

/** Adds the quotes that begin in a line; gives where to go on, which is in a later line when a quote goes on there. */
function quotesFrom(text: string, from: number, end: number, found: Quote[]): number {
  let open = 0;
  for (let at = from; at < end; at += 1) {
    if (!opens(text, at)) continue;
    const quote = quoteAt(text, at);
    if (!quote) {
      open += 1;
      if (open === MOST_OPEN) break;
      continue;
    }
    found.push(quote);
    at = quote.span[1] - 1;
    if (at >= end) return quote.span[1];
  }
  return end + 1;
}

/** The quote whose opening mark stands there; undefined when it is not closed. */
function quoteAt(text: string, from: number): Quote | undefined {
  const mark = text[from] ?? '';
  const closing = CLOSING[mark] ?? '';
  const words: Span[] = [];
  let begin = from + 1;
  let depth = 1;
  for (let at = begin; at < text.length; at += 1) {
    const unit = text[at] ?? '';
    if (unit === '\n') {
      words.push(trimmed(text, begin, at));
      const next = nextParagraph(text, at);
      if (text[next] !== mark || words.length === MOST_PARAGRAPHS) return undefined;
      begin = next + 1;
      at = next;
    } else if (closing.includes(unit) && closes(text, at, from)) {
      depth -= 1;
      if (depth > 0) continue;
      words.push(trimmed(text, begin, at));
      return { span: [from, at + 1], words };
    } else if (unit === mark && opens(text, at)) depth += 1;
  }
  return undefined;
}

function opens(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  if (CLOSING[mark] === undefined) return false;
  if (!CAREFUL.has(mark)) return true;
  const before = unitBefore(text, at);
  return !BLANK.test(text[at + 1] ?? ' ') && (before === '' || BLANK.test(before) || BEFORE_OPENING.test(before));
}

function closes(text: string, at: number, from: number): boolean {
  const mark = text[at] ?? '';
  if (at === from + 1) return false;
  if (!CAREFUL.has(mark) || mark === '”') return true;
  return !BLANK.test(unitBefore(text, at)) && !LETTER.test(text[at + 1] ?? '');
}

const unitBefore = (text: string, at: number) => text[at - 1] ?? '';

/** A line of Russian or French dialogue: — words, — said somebody. — More words. */
function spokenIn(text: string, from: number, end: number): Quote[] {
  const dash = /^\s*[—―–]\s+/u.exec(text.slice(from, end));
  if (!dash || !/[\p{sc=Cyrl}éèêàçù—]/u.test(text.slice(from + dash[0].length, end))) return [];
  const quotes: Quote[] = [];
  let begin = from + dash[0].length;
  let isSpeech = true;
  const turn = /[,.!?…]["»”]?(\s+[—―–])\s+/gu;
  turn.lastIndex = begin;
  for (;;) {
    const found = turn.exec(text);
    const isLast = !found || found.index >= end;
    const to = isLast ? end : found.index + found[0].indexOf(found[1] ?? '');
    if (isSpeech) {
      const words = trimmed(text, begin, to);
      if (words[0] < words[1]) quotes.push({ span: words, words: [words] });
    }
    if (isLast) return quotes;
    begin = found.index + found[0].length;
    isSpeech = !isSpeech;
  }
}

/** Names and single words stand between marks too: what is said has three words, or ends as a sentence does, or follows a colon. */
function isSaid(text: string, { span, words }: Quote): boolean {
  const said = words.map(([from, to]) => text.slice(from, to)).join(' ');
  if (!LETTER.test(said)) return false;
  const before = text.slice(Math.max(0, span[0] - 3), span[0]).trimEnd();
  return (
    said.split(/\s+/u).length >= 3 ||
    /[.!?…。]$/u.test(said) ||
    before.endsWith(':') ||
    /[「『]/u.test(text[span[0]] ?? '')
  );
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function nextParagraph(text: string, at: number): number {
  let next = at;
  while (next < text.length && BLANK.test(text[next] ?? '')) next += 1;
  return next;
}

/** A stretch without the blanks at its ends. */
export function trimmed(text: string, from: number, to: number): Span {
  let [begin, end] = [from, to];
  while (begin < end && BLANK.test(text[begin] ?? '')) begin += 1;
  while (end > begin && BLANK.test(text[end - 1] ?? '')) end -= 1;
  return [begin, end];
}
