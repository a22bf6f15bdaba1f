import {
  type CSSToken,
  isTokenAtKeyword,
  isTokenBadURL,
  isTokenCloseParen,
  isTokenColon,
  isTokenFunction,
  isTokenIdent,
  isTokenOpenParen,
  isTokenSemicolon,
  isTokenString,
  isTokenURL,
  tokenize,
} from '@csstools/css-tokenizer';

const LOADS = /^(?:url|src|image|(?:-webkit-)?image-set|(?:-webkit-)?cross-fade|element|paint)$/i;
const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i;

/**
 * Gives a stranger's styles without anything that loads (CSS Syntax 3): pictures inside the text stay, every other address goes, and so
 * does whatever would speak of the element that the page is shown in. `:root`, which no shadow tree has, becomes `html`.
 */
export function inertStyle(css: string): string {
  const tokens = tokenize({ css });
  let out = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    const next = tokens[at + 1];
    if (isTokenURL(token)) out += PICTURE.test(token[4].value) ? token[1] : 'none';
    else if (isTokenBadURL(token)) out += 'none';
    else if (isTokenFunction(token) && LOADS.test(token[4].value)) {
      const end = closingParen(tokens, at);
      out += isPicture(tokens.slice(at + 1, end))
        ? tokens
            .slice(at, end + 1)
            .map(([, text]) => text)
            .join('')
        : 'none';
      at = end;
    } else if (isTokenAtKeyword(token) && /^import$/i.test(token[4].value)) {
      while (at < tokens.length && !isTokenSemicolon(tokens[at])) at += 1;
      // Subtle: something must stay, or what stands before and behind it would grow together: `ur@import x;l(…)`.
      out += ' ';
    } else if (isTokenColon(token) && next && (isTokenIdent(next) || isTokenFunction(next))) {
      const name = next[4].value.toLowerCase();
      if (name === 'root') out += 'html';
      else if (/^(?:host|host-context|slotted)$/.test(name)) out += isTokenIdent(next) ? ':not(*)' : ':not(*):is(';
      else {
        out += token[1];
        continue;
      }
      at += 1;
    } else out += token[1];
  }
  return out;
}

/** The arguments of `url(…)` that are one picture inside the text. */
function isPicture(inside: readonly CSSToken[]): boolean {
  const said = inside.filter(([, text]) => text.trim() !== '');
  const [only] = said;
  return said.length === 1 && isTokenString(only) && PICTURE.test(only[4].value);
}

function closingParen(tokens: readonly CSSToken[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (isTokenFunction(token) || isTokenOpenParen(token)) depth += 1;
    else if (isTokenCloseParen(token)) depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}
