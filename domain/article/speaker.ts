import { type Span, trimmed } from './quotes.ts';

/** Who seems to speak, and where the text says so. */
export interface SpeakerGuess {
  readonly name: string;
  readonly span: Span;
}

const SAYS = [
  'said|says|told|tells|wrote|writes|added|adds|stated|claimed|claims|confirmed|denied|reported|reports|announced|declared|explained|argued|insisted|warned|posted|noted|recalled|replied',
  '(?:a|ont|avait) (?:dit|déclaré|affirmé|ajouté|expliqué|indiqué|précisé|annoncé|écrit|confirmé|démenti|assuré|estimé|souligné|rapporté)|dit|déclare|affirme|explique|indique|assure|précise|ajoute',
  'сказал[аи]?|заявил[аи]?|сообщил[аи]?|написал[аи]?|добавил[аи]?|отметил[аи]?|подтвердил[аи]?|рассказал[аи]?|пояснил[аи]?|утверждает|говорит|заявляет|сообщает|пишет',
  'сказав|сказала|заявив|заявила|повідомив|повідомила|написав|додав|додала|каже|пише',
  'و?(?:قالت?|صرحت?|أعلنت?|أكدت?|أضافت?)',
].join('|');
const ACCORDING = "according to|selon|d['’]après|по словам|по данным|за словами|согласно|وفق[اً]{1,2} ?ل|بحسب";
const re = (source: string) => new RegExp(source, 'iu');
const BOUND = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';
const NAME = '[^\\n.,;:!?…()«»“”„"—–]{2,90}?';
/** Where a name ends though no sign stands there. */
const ENDS = [
  'that|who|on|in|at|to|during|after|before|when|while|late|earlier|by|from|as|told|reporters',
  'que|qui|dans|lors|en|à|au|aux|devant|sur|ce|cette|mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche',
  'что|который|которая|в|на|во|после|журналистам|вчера|сегодня',
].join('|');
const SAYING = re(`${BOUND}(?:${SAYS})${AFTER}`);
const PRONOUN =
  /^(?:he|she|they|it|we|i|you|who|which|il|elle|ils|elles|on|je|nous|-t-il|-t-elle|он|она|они|я|мы|который|которая|він|вона|вони|هو|هي)$/iu;

const behind = [
  re(`^[\\s"”»’“,.!?…—–-]{0,6}${BOUND}(?:${SAYS})${AFTER}\\s+(?<name>${NAME})(?=[\\n.,;:!?…()«»“”„"—–]|$)`),
  re(`^[\\s"”»’“,.!?…—–-]{0,6}(?<name>${NAME})\\s+${BOUND}(?:${SAYS})${AFTER}`),
  re(`^[\\s"”»’“,.!?…—–-]{0,6}${BOUND}(?:${ACCORDING})\\s*(?<name>${NAME})(?=[\\n.,;:!?…()«»“”„"—–]|$)`),
];
const ahead = [
  re(`(?:^|[\\n.,;:!?…()«»“”„"—–])\\s*${BOUND}(?:${SAYS})${AFTER}\\s+(?<name>${NAME})\\s*[:,،]?\\s*$`),
  re(
    `(?:^|[\\n.,;:!?…()«»“”„"—–])\\s*(?<name>${NAME})\\s+${BOUND}(?:${SAYS})${AFTER}(?:\\s+(?:that|que|что))?\\s*[:,،]?\\s*$`,
  ),
  re(`(?:^|[\\n.,;!?…()«»“”„"—–])\\s*(?<name>${NAME})\\s*:\\s*$`),
];
const within = [
  re(`${BOUND}(?:${ACCORDING})\\s*(?<name>${NAME})(?=[\\n.,;:!?…()«»“”„"—–]|$)`),
  re(`^\\s*(?<name>${NAME})\\s+${BOUND}(?:${SAYS})${AFTER}`),
];

/**
 * Guesses who says a quote, from the words around it in its line ("said X", "selon X", "по словам X", "X:"). A guess and no more:
 * it is offered, never taken. English, French, Russian, Ukrainian and Arabic ways of saying are known.
 */
export function speakerOfQuote(text: string, [from, to]: Span): SpeakerGuess | undefined {
  const begin = Math.max(text.lastIndexOf('\n', from - 1) + 1, from - 160);
  const line = text.indexOf('\n', to);
  const end = Math.min(line < 0 ? text.length : line, to + 160);
  return first(text, behind, to, end) ?? first(text, ahead, begin, from);
}

/** Guesses whose word a sentence gives ("according to X", "X said that …"). */
export function speakerOfSentence(text: string, [from, to]: Span): SpeakerGuess | undefined {
  return first(text, within, from, Math.min(to, from + 2000));
}

function first(text: string, patterns: readonly RegExp[], from: number, to: number): SpeakerGuess | undefined {
  const part = text.slice(from, to);
  for (const pattern of patterns) {
    const found = pattern.exec(part);
    const name = found?.groups?.name;
    if (!found || name === undefined) continue;
    const at = from + found.index + found[0].lastIndexOf(name);
    const guess = guessIn(text, at, at + name.length);
    if (guess) return guess;
  }
  return undefined;
}

function guessIn(text: string, from: number, to: number): SpeakerGuess | undefined {
  const ends = re(`\\s(?:${ENDS})${AFTER}`).exec(text.slice(from, to));
  const span = trimmed(text, from, ends ? from + ends.index : to);
  const name = text.slice(...span);
  if (
    name.length < 2 ||
    name.split(/\s+/u).length > 9 ||
    PRONOUN.test(name) ||
    SAYING.test(name) ||
    !/\p{L}{2}/u.test(name)
  )
    return undefined;
  return { name, span };
}
