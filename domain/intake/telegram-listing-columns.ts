/** Numbers in a row, eight bytes each, as many as come. */
export class Numbers {
  #values = new Float64Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Float64Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The number at a place; NaN behind the end. */
  at(n: number): number {
    return n < this.#length ? (this.#values[n] ?? Number.NaN) : Number.NaN;
  }

  /** A copy of all of them. */
  all(): Float64Array<ArrayBuffer> {
    return this.#values.slice(0, this.#length);
  }
}

/** UTF-16 units in one block; a text longer than that is cut here, the longest that Telegram sends has 4,096. */
const BLOCK = 1 << 20;

/** Texts in a row, two bytes a unit and none for each text beside three numbers; searched without making texts of them. */
export class Texts {
  readonly #blocks: Uint16Array[] = [];
  #room = 0;
  readonly #block = new Numbers();
  readonly #from = new Numbers();
  readonly #length = new Numbers();

  push(text: string): void {
    const length = Math.min(text.length, BLOCK);
    if (length > this.#room) {
      this.#blocks.push(new Uint16Array(BLOCK));
      this.#room = BLOCK;
    }
    const block = this.#blocks.length - 1;
    const from = BLOCK - this.#room;
    const units = this.#blocks[block];
    if (units) for (let n = 0; n < length; n += 1) units[from + n] = text.charCodeAt(n);
    this.#room -= length;
    this.#block.push(block);
    this.#from.push(from);
    this.#length.push(length);
  }

  at(n: number): string {
    const units = this.#blocks[this.#block.at(n)];
    const from = this.#from.at(n);
    if (!units) return '';
    let text = '';
    const to = from + this.#length.at(n);
    for (let at = from; at < to; at += 8192)
      text += String.fromCharCode(...units.subarray(at, Math.min(to, at + 8192)));
    return text;
  }

  /** Says whether a text has some words in it, of whatever case; `words` as {@link folded} gives them. */
  has(n: number, words: Uint16Array): boolean {
    const units = this.#blocks[this.#block.at(n)];
    if (!units || words.length === 0) return words.length === 0;
    const fold = folding();
    const from = this.#from.at(n);
    const last = from + this.#length.at(n) - words.length;
    const first = words[0] ?? 0;
    for (let at = from; at <= last; at += 1) {
      if (fold[units[at] ?? 0] !== first) continue;
      let same = 1;
      while (same < words.length && fold[units[at + same] ?? 0] === words[same]) same += 1;
      if (same === words.length) return true;
    }
    return false;
  }
}

/** Gives words as {@link Texts.has} compares them: each unit in its small form, marks that stand by themselves joined to their letters. */
export function folded(words: string): Uint16Array {
  const fold = folding();
  const text = words.normalize('NFC');
  return Uint16Array.from({ length: text.length }, (_, n) => fold[text.charCodeAt(n)] ?? 0);
}

let table: Uint16Array | undefined;

/** For each UTF-16 unit its small form, where that is one unit too. */
function folding(): Uint16Array {
  if (table) return table;
  const made = new Uint16Array(65_536);
  for (let unit = 0; unit < made.length; unit += 1) {
    const small = String.fromCharCode(unit).toLowerCase();
    made[unit] = small.length === 1 ? small.charCodeAt(0) : unit;
  }
  table = made;
  return made;
}
