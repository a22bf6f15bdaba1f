import type { Json } from '#domain/json.ts';

/** JSON text read; or where (in UTF-16 units) and why it is none. */
export type JsonReading =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly code: 'not-json' | 'too-deep'; readonly at: number };

/** Deeper than any sidecar, and shallow enough that no walk over it runs out of stack. */
const DEEPEST = 200;

/**
 * Reads JSON without losing digits: a whole number that JavaScript cannot hold exactly (a 64-bit id) becomes its text, and so do
 * `NaN` and `Infinity`, which Python writes. A byte order mark is passed over. Never throws.
 */
export function readJson(text: string): JsonReading {
  const exact = withExactNumbers(text.startsWith('\ufeff') ? text.slice(1) : text);
  if (typeof exact === 'number') return { ok: false, code: 'too-deep', at: exact };
  try {
    const value: Json = JSON.parse(exact);
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, code: 'not-json', at: Number(/position (\d+)/.exec(error.message)?.[1] ?? exact.length) };
  }
}

const NEXT = /["[\]{}]|-?\d[\d.eE+-]*|-?Infinity|NaN/g;

/** Gives the text with such numbers in quotes; the place where it is nested too deeply, when it is. */
function withExactNumbers(text: string): string | number {
  const pieces: string[] = [];
  let kept = 0;
  let depth = 0;
  NEXT.lastIndex = 0;
  for (let found = NEXT.exec(text); found; found = NEXT.exec(text)) {
    const [token] = found;
    switch (token) {
      case '"':
        NEXT.lastIndex = endOfString(text, found.index + 1);
        break;
      case '[':
      case '{':
        depth += 1;
        if (depth > DEEPEST) return found.index;
        break;
      case ']':
      case '}':
        depth -= 1;
        break;
      default:
        if (isExact(token)) break;
        pieces.push(text.slice(kept, found.index), `"${token}"`);
        kept = found.index + token.length;
    }
  }
  return kept === 0 ? text : pieces.join('') + text.slice(kept);
}

function isExact(token: string): boolean {
  const value = Number(token);
  // What is no number at all is left for JSON.parse to refuse.
  if (Number.isNaN(value)) return token !== 'NaN';
  if (!Number.isFinite(value)) return false;
  return !/^-?\d+$/.test(token) || Number.isSafeInteger(value);
}

/** Gives the place after the quote that ends a string, or the end of the text. */
function endOfString(text: string, from: number): number {
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\' && quote - 1 - slashes >= from) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

/**
 * Gives the names of the members at the top of a JSON object from the beginning of its text, which may be cut anywhere, with the
 * values of those that are short texts. Undefined when the text does not begin an object.
 */
export function topMembers(head: string): ReadonlyMap<string, string | undefined> | undefined {
  if (!/^\ufeff?\s*\{/.test(head)) return undefined;
  const members = new Map<string, string | undefined>();
  const tokens = /["[\]{}:,]/g;
  let depth = 0;
  let name: string | undefined;
  let last: string | undefined;
  for (let found = tokens.exec(head); found; found = tokens.exec(head)) {
    const [token] = found;
    if (token === '"') {
      const end = endOfString(head, found.index + 1);
      if (depth === 1) last = head.slice(found.index + 1, end - 1);
      tokens.lastIndex = end;
    } else if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (depth === 1 && token === ':' && name === undefined && last !== undefined) {
      name = last;
      last = undefined;
      members.set(name, undefined);
    } else if (depth === 1 && token === ',') {
      if (name !== undefined) members.set(name, last);
      name = undefined;
      last = undefined;
    }
    if (depth === 0) break;
  }
  if (name !== undefined && last !== undefined) members.set(name, last);
  return members;
}

/** An object of foreign JSON. */
export type JsonObject = { readonly [member: string]: Json };

/** Gives a JSON value as an object; undefined when it is another thing. */
export function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

/** Gives a member's own value; undefined when it is absent or null. Names that every object inherits are not members. */
export function memberOf(object: JsonObject, name: string): Json | undefined {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return value === null ? undefined : value;
}

/** Gives a member that is a text with something in it. */
export function textOf(object: JsonObject, name: string): string | undefined {
  const value = memberOf(object, name);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Gives a member that is a number. */
export function numberOf(object: JsonObject, name: string): number | undefined {
  const value = memberOf(object, name);
  return typeof value === 'number' ? value : undefined;
}

/** Gives a member that is a list; empty when it is absent or another thing. */
export function listOf(object: JsonObject, name: string): readonly Json[] {
  const value = memberOf(object, name);
  return Array.isArray(value) ? value : [];
}
