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

  /** Says whether a text has some words in it, of whatever case. */
  has(n: number, { units: words, skip }: Words): boolean {
    const units = this.#blocks[this.#block.at(n)];
    const last = words.length - 1;
    if (!units || last < 0) return last < 0;
    const fold = folding();
    const end = this.#from.at(n) + this.#length.at(n);
    const final = words[last];
    // Horspool's search: what stands where the words would end says how far they can be moved on.
    for (let at = this.#from.at(n) + last; at < end; ) {
      const unit = units[at] ?? 0;
      if (fold[unit] === final) {
        let back = 1;
        while (back <= last && fold[units[at - back] ?? 0] === words[last - back]) back += 1;
        if (back > last) return true;
      }
      at += skip[unit] ?? 1;
    }
    return false;
  }
}

/** Words to be looked for in {@link Texts}: made once for a search. */
export interface Words {
  /** Each UTF-16 unit in its small form. */
  readonly units: Uint16Array;
  /** For each unit that a text can have, how far on the words may begin when it stands where they would end. */
  readonly skip: Uint16Array;
}

/** Gives words as {@link Texts.has} looks for them: of no case, letters and their marks joined; of more than 4,096 units the first. */
export function wordsToFind(words: string): Words {
  const fold = folding();
  const text = words.normalize('NFC').slice(0, 4096);
  const units = Uint16Array.from({ length: text.length }, (_, n) => fold[text.charCodeAt(n)] ?? 0);
  const last = units.length - 1;
  const skip = new Uint16Array(65_536).fill(Math.max(1, units.length));
  const far = new Map<number, number>();
  for (let n = 0; n < last; n += 1) far.set(units[n] ?? 0, last - n);
  for (let unit = 0; unit < skip.length; unit += 1) {
    const shorter = far.get(fold[unit] ?? 0);
    if (shorter !== undefined) skip[unit] = shorter;
  }
  return { units, skip };
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
