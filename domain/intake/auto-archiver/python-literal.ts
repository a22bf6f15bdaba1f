import type { Json } from '#domain/json.ts';

/** A Python literal read; or the place (in UTF-16 units) where it is none. */
export type LiteralReading =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly code: 'not-a-literal' | 'too-deep'; readonly at: number };

/** Deeper than anything that is written so, and shallow enough that no walk over it runs out of stack. */
const DEEPEST = 100;

/**
 * Reads what Python writes of a value (`repr`): dicts, lists, tuples and sets (both as lists), texts, numbers, `None`, `True`, `False`,
 * and `datetime.datetime(…)`, which becomes the text that Python's `str` gives (`2024-07-27 18:00:01+00:00`). Any other call stays the
 * text that it is. Whole numbers that JavaScript cannot hold become their text. Nothing is ever run.
 */
export function readPythonLiteral(text: string): LiteralReading {
  const reader = new LiteralReader(text);
  try {
    const value = reader.value(0);
    reader.spaces();
    return reader.at === text.length ? { ok: true, value } : { ok: false, code: 'not-a-literal', at: reader.at };
  } catch (error) {
    if (error instanceof NoLiteral) return { ok: false, code: error.code, at: reader.at };
    throw error;
  }
}

class NoLiteral extends Error {
  readonly code: 'not-a-literal' | 'too-deep';
  constructor(code: 'not-a-literal' | 'too-deep' = 'not-a-literal') {
    super(code);
    this.code = code;
  }
}

const SPACES = /\s*/y;
const NUMBER = /[+-]?(?:\d[\d_]*\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|inf|nan)/y;
const NAME = /[A-Za-z_][\w.]*/y;
const STRING = /[bBuUrR]{0,2}(?='|")/y;
const ENDS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
  '\n': '',
};

class LiteralReader {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): Json {
    if (depth > DEEPEST) throw new NoLiteral('too-deep');
    this.spaces();
    const sign = this.#text[this.at] ?? '';
    if (sign === '{') return this.#dictOrSet(depth);
    if (sign === '[' || sign === '(') return this.#list(sign, depth);
    if (this.#match(STRING) !== undefined) return this.#string();
    const number = this.#match(NUMBER);
    if (number !== undefined) return numberOf(number);
    const name = this.#match(NAME);
    if (name === undefined) throw new NoLiteral();
    if (this.#text[this.at] === '(') return this.#call(name, depth);
    if (name === 'None') return null;
    if (name === 'True' || name === 'False') return name === 'True';
    return name;
  }

  spaces(): void {
    this.#match(SPACES);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  #take(sign: string): boolean {
    this.spaces();
    if (this.#text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  /** Reads elements up to the closing sign, with commas between them. */
  #elements(end: string, one: () => void): void {
    while (!this.#take(end)) {
      one();
      if (this.#take(',')) continue;
      if (!this.#take(end)) throw new NoLiteral();
      return;
    }
  }

  #list(begin: string, depth: number): Json {
    this.at += 1;
    const all: Json[] = [];
    this.#elements(ENDS[begin] ?? '', () => all.push(this.value(depth + 1)));
    return all;
  }

  #dictOrSet(depth: number): Json {
    this.at += 1;
    const members: [string, Json][] = [];
    const elements: Json[] = [];
    this.#elements('}', () => {
      const key = this.value(depth + 1);
      if (this.#take(':')) members.push([typeof key === 'string' ? key : JSON.stringify(key), this.value(depth + 1)]);
      else elements.push(key);
    });
    if (elements.length === 0) return Object.fromEntries(members);
    if (members.length > 0) throw new NoLiteral();
    return elements;
  }

  #string(): string {
    const before = this.#text[this.at - 1] ?? '';
    const isRaw = /r/i.test(before);
    const quote = this.#text[this.at] ?? '';
    this.at += 1;
    let said = '';
    for (;;) {
      const letter = this.#text[this.at];
      if (letter === undefined) throw new NoLiteral();
      this.at += 1;
      if (letter === quote) return said;
      said += letter === '\\' && !isRaw ? this.#escaped() : letter;
    }
  }

  #escaped(): string {
    const code = this.#match(/x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}/y);
    if (code !== undefined) {
      const point = Number.parseInt(code.slice(1), 16);
      if (point > 0x10ffff) throw new NoLiteral();
      return String.fromCodePoint(point);
    }
    const letter = this.#text[this.at];
    if (letter === undefined) throw new NoLiteral();
    this.at += 1;
    if (Object.hasOwn(ESCAPES, letter)) return ESCAPES[letter] ?? '';
    return letter === '\\' || letter === "'" || letter === '"' ? letter : `\\${letter}`;
  }

  /** Reads `name(…)`: a date as its text, any other call as it stands. */
  #call(name: string, depth: number): Json {
    const begin = this.at - name.length;
    this.at += 1;
    const given: Json[] = [];
    const named = new Map<string, Json>();
    this.#elements(')', () => {
      const argument = this.#match(/\s*[A-Za-z_]\w*\s*=(?!=)/y);
      if (argument === undefined) given.push(this.value(depth + 1));
      else named.set(argument.replace(/[\s=]/g, ''), this.value(depth + 1));
    });
    const written = this.#text.slice(begin, this.at);
    if (name === 'datetime.datetime' || name === 'datetime.date')
      return dateText(given, named.get('tzinfo')) ?? written;
    if (name === 'datetime.timedelta') return secondsOf(named) ?? written;
    if (name === 'datetime.timezone') return typeof given[0] === 'number' ? offsetText(given[0]) : written;
    return name === 'tzutc' ? 'datetime.timezone.utc' : written;
  }
}

function numberOf(written: string): Json {
  const plain = written.replaceAll('_', '');
  const value = Number(plain);
  if (!Number.isFinite(value)) return plain;
  return /^[+-]?\d+$/.test(plain) && !Number.isSafeInteger(value) ? plain : value;
}

/** Python leaves out seconds and parts of seconds that are 0 in `repr`, and in `str` the parts of seconds only. */
function dateText(given: readonly Json[], zone: Json | undefined): string | undefined {
  const numbers = given.filter((part) => typeof part === 'number').filter(Number.isInteger);
  const [year, month, day, hour = 0, minute = 0, second = 0, micro = 0] = numbers;
  if (numbers.length < given.length || year === undefined || month === undefined || day === undefined) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (numbers.length === 3) return date;
  const fraction = micro === 0 ? '' : `.${String(micro).padStart(6, '0')}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)}${fraction}${zoneText(zone)}`;
}

function zoneText(zone: Json | undefined): string {
  if (zone === undefined || zone === null) return '';
  if (zone === 'datetime.timezone.utc') return '+00:00';
  return typeof zone === 'string' && /^[+-]\d{2}:\d{2}$/.test(zone) ? zone : ` ${JSON.stringify(zone)}`;
}

function secondsOf(named: ReadonlyMap<string, Json>): number | undefined {
  const [days = 0, seconds = 0] = [named.get('days'), named.get('seconds')];
  return typeof days === 'number' && typeof seconds === 'number' ? days * 86_400 + seconds : undefined;
}

function offsetText(seconds: number): string {
  const minutes = Math.abs(Math.trunc(seconds / 60));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
