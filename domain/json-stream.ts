import type { Json } from './json.ts';
import { readPlain, readValue } from './json-stream-repair.ts';
import { ValueScan } from './json-stream-scan.ts';

/** Where a value stands: the names of the members that lead to it, `*` for any element of an array. */
export type JsonPath = readonly string[];

/** What to do with the value at a path: look into it, read it whole, or pass over it, its bytes never made into text. */
export type JsonPlan = (path: JsonPath) => 'enter' | 'take' | 'pass';

/**
 * What was found, in the order of the file; `from` and `to` are byte places in it, `to` exclusive. `lead` is where the member
 * begins (its name, for an element the value itself) and `comma` where the comma before it stands, if there is one.
 */
export type JsonPiece =
  | (Placed & { readonly is: 'opened'; readonly form: 'object' | 'array' })
  | { readonly is: 'closed'; readonly path: JsonPath; readonly to: number; readonly cut: boolean }
  | (Placed & { readonly is: 'value'; readonly to: number; readonly value: Json; readonly inexact: boolean })
  | (Placed & { readonly is: 'passed'; readonly to: number })
  | { readonly is: 'fault'; readonly fault: JsonFault; readonly from: number; readonly to: number };

/** `cut-short`: the file ends inside of it. `too-large`, `too-deep`: beyond what is read. */
export type JsonFault = 'not-readable' | 'cut-short' | 'too-large' | 'too-deep';

interface Placed {
  readonly path: JsonPath;
  readonly from: number;
  readonly lead: number;
  readonly comma: number | undefined;
}

/** A value beyond this is passed over: 128 MiB. The longest message that Telegram allows has 4,096 characters. */
const MOST_BYTES = 128 * 1024 * 1024;

/** How many bytes are made into text at once: more no longer fits the processor's caches and is slower. */
const TOGETHER = 32 * 1024;

interface Frame {
  readonly form: 'object' | 'array' | 'file';
  readonly path: JsonPath;
  /** Of an array: the path of its elements and what to do with them. */
  readonly elements: JsonPath;
  readonly wish: 'enter' | 'take' | 'pass';
  expects: 'value' | 'name' | 'colon' | 'next';
  name: string;
  lead: number;
  comma: number | undefined;
}

/** A value found and not read yet. Places are those of the buffer. */
interface Waiting {
  readonly path: JsonPath;
  readonly from: number;
  readonly to: number;
  readonly odd: number;
  readonly lead: number;
  readonly comma: number | undefined;
}

/**
 * Splits JSON of any size at the borders of the values that a plan names, and reads each of them by itself. Memory is that of
 * the longest value. It goes on behind whatever is no JSON and tells where that was; it never throws because of the bytes.
 */
export class JsonSplitter {
  readonly #plan: JsonPlan;
  #bytes = new Uint8Array(1 << 17);
  #end = 0;
  #at = 0;
  /** Where the buffer begins in the file. */
  #base = 0;
  #scan: ValueScan | undefined;
  #scanFrom = 0;
  #purpose: 'name' | 'take' | 'pass' | 'too-large' = 'pass';
  #frames: Frame[] = [];
  #waiting: Waiting[] = [];
  #pieces: JsonPiece[] = [];
  #junk: number | undefined;
  #begun = false;

  constructor(plan: JsonPlan) {
    this.#plan = plan;
    this.#frames.push(frameOf('file', [], 'pass'));
  }

  /** Takes in the next bytes (copied, not kept) and gives what they complete. */
  push(chunk: Uint8Array): readonly JsonPiece[] {
    this.#append(chunk);
    if (!this.#begun) {
      if (this.#end < 3) return [];
      this.#skipMark();
    }
    return this.#go(false);
  }

  /** Says that no more bytes will come, and gives what is left; what is still open is told of as cut short and closed. */
  end(): readonly JsonPiece[] {
    this.#skipMark();
    const pieces = [...this.#go(true)];
    const end = this.#base + this.#end;
    const open = this.#frames.length > 1 || this.#scan !== undefined;
    const from = this.#scan ? this.#base + this.#scanFrom : end;
    if (open) pieces.push({ is: 'fault', fault: 'cut-short', from, to: end });
    for (const frame of this.#frames.slice(1).toReversed())
      pieces.push({ is: 'closed', path: frame.path, to: end, cut: true });
    this.#frames.length = 1;
    this.#scan = undefined;
    return pieces;
  }

  /** A byte order mark is no JSON and stands in files all the same. */
  #skipMark(): void {
    if (this.#begun) return;
    this.#begun = true;
    if (this.#bytes[0] === 0xef && this.#bytes[1] === 0xbb && this.#bytes[2] === 0xbf && this.#end >= 3) this.#at = 3;
  }

  #append(chunk: Uint8Array): void {
    const keep = this.#scan && this.#purpose !== 'pass' && this.#purpose !== 'too-large' ? this.#scanFrom : this.#at;
    if (keep > 0) {
      this.#bytes.copyWithin(0, keep, this.#end);
      this.#base += keep;
      this.#end -= keep;
      this.#at -= keep;
      this.#scanFrom -= keep;
      if (this.#scan) this.#scan.at -= keep;
    }
    const needed = this.#end + chunk.length;
    if (needed >= this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed + 2, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, this.#end));
      this.#bytes = grown;
    }
    this.#bytes.set(chunk, this.#end);
    this.#end = needed;
    // A quote behind the last byte, as the scan of values wants it.
    this.#bytes[needed] = 0x22;
  }

  #go(last: boolean): readonly JsonPiece[] {
    for (;;) {
      if (this.#scan) {
        if (!this.#scanned(this.#scan, last)) break;
      } else {
        while (this.#at < this.#end && isSpace(this.#bytes[this.#at])) this.#at += 1;
        if (this.#at >= this.#end) break;
        this.#step(this.#bytes[this.#at] ?? 0);
      }
    }
    this.#read();
    if (last) this.#tellJunk();
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  get #frame(): Frame {
    const frame = this.#frames.at(-1);
    if (!frame) throw new Error('The frame of the file is never closed.');
    return frame;
  }

  /** Goes on with the value being looked at; true when it is complete. */
  #scanned(scan: ValueScan, last: boolean): boolean {
    const complete = scan.run(this.#bytes, this.#end, last);
    this.#at = Math.min(scan.at, this.#end);
    if (!complete) {
      if (this.#at - this.#scanFrom > MOST_BYTES && this.#purpose !== 'pass') this.#purpose = 'too-large';
      return false;
    }
    this.#scan = undefined;
    const frame = this.#frame;
    const { lead, comma } = frame;
    const [from, to] = [this.#scanFrom, scan.at];
    const path = frame.form === 'object' ? [...frame.path, frame.name] : frame.elements;
    const placed = { path, from: this.#base + from, lead, comma };
    switch (this.#purpose) {
      case 'name':
        frame.name = this.#text(from, to, scan.odd);
        frame.expects = 'colon';
        return true;
      case 'take':
        this.#waiting.push({ ...placed, from, to, odd: scan.odd });
        break;
      case 'too-large':
        this.#tell({ is: 'fault', fault: 'too-large', from: this.#base + from, to: this.#base + to });
        break;
      default:
        this.#tell({ is: 'passed', ...placed, to: this.#base + to });
    }
    frame.expects = 'next';
    return true;
  }

  #text(from: number, to: number, odd: number): string {
    const reading = readValue(this.#bytes.subarray(from, to), odd);
    if (reading.ok && typeof reading.value === 'string') return reading.value;
    this.#tell({ is: 'fault', fault: 'not-readable', from: this.#base + from, to: this.#base + to });
    return '';
  }

  /** One byte between values, at which something begins or ends. */
  #step(byte: number): void {
    const frame = this.#frame;
    const at = this.#base + this.#at;
    if (byte === 0x7d || byte === 0x5d) {
      this.#close(byte === 0x7d ? 'object' : 'array');
      return;
    }
    switch (frame.expects) {
      case 'next':
        if (byte === 0x2c && frame.form !== 'file') {
          frame.comma = at;
          frame.expects = frame.form === 'object' ? 'name' : 'value';
          break;
        }
        // A comma is missing, or this is no JSON: what begins like a value or name is one.
        if (frame.form === 'file' || !(frame.form === 'object' ? byte === 0x22 : begins(byte))) {
          this.#skip();
          return;
        }
        this.#tell({ is: 'fault', fault: 'not-readable', from: at, to: at });
        frame.expects = frame.form === 'object' ? 'name' : 'value';
        return;
      case 'name':
        if (byte !== 0x22) {
          this.#skip();
          return;
        }
        frame.lead = at;
        this.#begin('name');
        return;
      case 'colon':
        if (byte !== 0x3a) {
          this.#skip();
          return;
        }
        frame.expects = 'value';
        break;
      default:
        this.#value(frame, byte);
        return;
    }
    this.#tellJunk();
    this.#at += 1;
  }

  #value(frame: Frame, byte: number): void {
    if (!begins(byte)) {
      this.#skip();
      return;
    }
    if (frame.form !== 'object') frame.lead = this.#base + this.#at;
    const path = frame.form === 'object' ? [...frame.path, frame.name] : frame.elements;
    const wish = frame.form === 'object' ? this.#plan(path) : frame.form === 'file' ? this.#plan([]) : frame.wish;
    if (wish !== 'enter' || (byte !== 0x7b && byte !== 0x5b)) {
      this.#begin(wish === 'take' ? 'take' : 'pass');
      return;
    }
    this.#tellJunk();
    const form = byte === 0x7b ? 'object' : 'array';
    const from = this.#base + this.#at;
    this.#tell({ is: 'opened', form, path, from, lead: frame.lead, comma: frame.comma });
    frame.expects = 'next';
    const elements = form === 'array' ? this.#plan([...path, '*']) : 'pass';
    this.#frames.push(frameOf(form, path, elements));
    this.#at += 1;
  }

  #begin(purpose: 'name' | 'take' | 'pass'): void {
    this.#tellJunk();
    this.#scan = new ValueScan(this.#at);
    this.#scanFrom = this.#at;
    this.#purpose = purpose;
  }

  /** A bracket that closes what is not open is passed over; one that closes what lies further out closes all up to there. */
  #close(form: 'object' | 'array'): void {
    const index = this.#frames.findLastIndex((frame) => frame.form === form);
    if (index < 0) {
      this.#skip();
      return;
    }
    this.#tellJunk();
    const to = this.#base + this.#at + 1;
    const closed = this.#frames.splice(index).toReversed();
    for (const [n, frame] of closed.entries()) {
      const inner = n < closed.length - 1;
      if (inner) this.#tell({ is: 'fault', fault: 'not-readable', from: to - 1, to });
      this.#tell({ is: 'closed', path: frame.path, to: inner ? to - 1 : to, cut: inner });
    }
    this.#at += 1;
  }

  #skip(): void {
    this.#junk ??= this.#base + this.#at;
    this.#at += 1;
  }

  #tellJunk(): void {
    if (this.#junk === undefined) return;
    const from = this.#junk;
    this.#junk = undefined;
    this.#tell({ is: 'fault', fault: 'not-readable', from, to: this.#base + this.#at });
  }

  #tell(piece: JsonPiece): void {
    this.#read();
    this.#pieces.push(piece);
  }

  /** Reads the values that wait: neighbours that need no repair in one go, which is several times faster than one by one. */
  #read(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let n = 0; n < waiting.length; ) {
      let next = n;
      const most = (waiting[n]?.from ?? 0) + TOGETHER;
      while (next < waiting.length && waiting[next]?.odd === 0 && (waiting[next]?.to ?? 0) <= most) next += 1;
      if (next > n + 1) this.#readTogether(waiting.slice(n, next));
      else {
        next = n + 1;
        const one = waiting[n];
        if (one) this.#readOne(one);
      }
      n = next;
    }
  }

  #readTogether(waiting: readonly Waiting[]): void {
    const values = readPlain(this.#bytes, waiting[0]?.from ?? 0, waiting.at(-1)?.to ?? 0);
    if (values?.length !== waiting.length) {
      for (const one of waiting) this.#readOne(one);
      return;
    }
    for (const [n, one] of waiting.entries()) {
      const value = values[n];
      if (value !== undefined) this.#give(one, value, false);
    }
  }

  #readOne(one: Waiting): void {
    const reading = readValue(this.#bytes.subarray(one.from, one.to), one.odd);
    if (reading.ok) {
      this.#give(one, reading.value, reading.inexact);
      return;
    }
    const fault = reading.code === 'too-deep' ? 'too-deep' : 'not-readable';
    this.#pieces.push({ is: 'fault', fault, from: this.#base + one.from, to: this.#base + one.to });
  }

  #give(one: Waiting, value: Json, inexact: boolean): void {
    const { path, lead, comma } = one;
    const [from, to] = [this.#base + one.from, this.#base + one.to];
    this.#pieces.push({ is: 'value', path, from, to, lead, comma, value, inexact });
  }
}

function frameOf(form: Frame['form'], path: JsonPath, wish: Frame['wish']): Frame {
  const elements = form === 'array' ? [...path, '*'] : path;
  const expects = form === 'object' ? 'name' : 'value';
  return { form, path, elements, wish, expects, name: '', lead: 0, comma: undefined };
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Says whether a value can begin with this byte. */
function begins(byte: number): boolean {
  return (
    byte === 0x22 || byte === 0x7b || byte === 0x5b || byte === 0x2d || (byte >= 0x30 && byte <= 0x39) || isLetter(byte)
  );
}

function isLetter(byte: number): boolean {
  return byte === 0x74 || byte === 0x66 || byte === 0x6e;
}

/** Splits JSON that comes as a stream; see {@link JsonSplitter}. Each batch is what one stretch of bytes completed. */
export async function* splitJson(
  bytes: AsyncIterable<Uint8Array>,
  plan: JsonPlan,
): AsyncGenerator<readonly JsonPiece[]> {
  const splitter = new JsonSplitter(plan);
  for await (const chunk of bytes) yield splitter.push(chunk);
  yield splitter.end();
}
