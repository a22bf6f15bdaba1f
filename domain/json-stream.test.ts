import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from './json.ts';
import { type JsonPiece, type JsonPlan, JsonSplitter } from './json-stream.ts';

const encoder = new TextEncoder();
const whole: JsonPlan = () => 'take';
const messages: JsonPlan = (path) => {
  const at = path.join('/');
  return at === '' || at === 'messages' ? 'enter' : at === 'private' ? 'pass' : 'take';
};

function split(input: string | Uint8Array, plan: JsonPlan, sizes: readonly number[] = []): JsonPiece[] {
  const bytes = typeof input === 'string' ? encoder.encode(input) : input;
  const splitter = new JsonSplitter(plan);
  const pieces: JsonPiece[] = [];
  let at = 0;
  for (let n = 0; at < bytes.length; n += 1) {
    const size = sizes.length > 0 ? (sizes[n % sizes.length] ?? 1) : bytes.length;
    pieces.push(...splitter.push(bytes.subarray(at, at + size)));
    at += size;
  }
  return [...pieces, ...splitter.end()];
}

const values = (pieces: readonly JsonPiece[]): Json[] =>
  pieces.flatMap((piece) => (piece.is === 'value' ? [piece.value] : []));
const faults = (pieces: readonly JsonPiece[]) => pieces.filter((piece) => piece.is === 'fault');

/** Any JSON whose whole numbers a double holds; those it does not hold are read as strings, see below. */
const anyJson = fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value, (_, v: unknown) => exact(v)));
function exact(value: unknown): unknown {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) ? 0.5 : value;
}
const chunking = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
const indent = fc.constantFrom('', ' ', '    ', '\t');

describe('splitting gives what JSON.parse gives', () => {
  it('for any JSON, any indent and any chunking, read whole', () => {
    fc.assert(
      fc.property(anyJson, chunking, indent, (text, sizes, space) => {
        const laidOut = JSON.stringify(JSON.parse(text), null, space);
        expect(values(split(laidOut, whole, sizes))).toEqual([JSON.parse(text)]);
      }),
      { numRuns: 300 },
    );
  });

  it('for any elements of an array, with their byte places', () => {
    fc.assert(
      fc.property(fc.array(anyJson), chunking, indent, (texts, sizes, space) => {
        const list: Json[] = texts.map((text) => JSON.parse(text));
        const bytes = encoder.encode(JSON.stringify({ messages: list }, null, space));
        const pieces = split(bytes, messages, sizes);
        expect(values(pieces)).toEqual(list);
        for (const piece of pieces) {
          if (piece.is !== 'value') continue;
          const cut: Json = JSON.parse(new TextDecoder().decode(bytes.subarray(piece.from, piece.to)));
          expect(cut).toEqual(piece.value);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('whatever the white space between things is', () => {
    const text = '\r\n{ "messages" :\t[ 1 ,\r\n"a" , { } ,[ ] , null\n,true, -1.5e-7 ] }\n ';
    expect(values(split(text, messages, [1]))).toEqual([1, 'a', {}, [], null, true, -1.5e-7]);
  });
});

describe('what is no JSON', () => {
  it('trap: \\x0B escapes are repaired pairwise, a literal \\\\x41 stays', () => {
    const text = String.raw`{"messages":[{"t":"a\x0B\x01b"},{"t":"\\x41 \\\x0C \u2028"},{"t":"plain"}]}`;
    for (const sizes of [[1], [7], [1000]])
      expect(values(split(text, messages, sizes))).toEqual([
        { t: 'a\u000b\u0001b' },
        { t: '\\x41 \\\u000c \u2028' },
        { t: 'plain' },
      ]);
  });

  it('trap: document_id without quotes', () => {
    const text =
      '{"messages":[\n{"a":[{"type": "custom_emoji",\n"document_id": video_files/sticker (2).webm\n}, {"x": true}]},\n' +
      '{"document_id": (File unavailable, please try again later),\n"y": null},\n{"document_id": null/t, }.tgs\n}]}';
    for (const sizes of [[1], [5], [1000]])
      expect(values(split(text, messages, sizes))).toEqual([
        { a: [{ type: 'custom_emoji', document_id: 'video_files/sticker (2).webm' }, { x: true }] },
        { document_id: '(File unavailable, please try again later)', y: null },
        { document_id: 'null/t, }.tgs' },
      ]);
  });

  it('trap: 64-bit numbers stay exact, as strings; numbers that a double holds stay numbers', () => {
    const text =
      '{"messages":[{"id":5368324170671202286,"n":[-9007199254740993,9007199254740991],"s":"5368324170671202286",' +
      '"lat":50.45010000000000123,"e":12345678901234567e2},18446744073709551615]}';
    for (const sizes of [[1], [3], [1000]])
      expect(values(split(text, messages, sizes))).toEqual([
        {
          id: '5368324170671202286',
          n: ['-9007199254740993', 9007199254740991],
          s: '5368324170671202286',
          lat: 50.4501,
          e: 1234567890123456800,
        },
        '18446744073709551615',
      ]);
  });

  it('trap: __proto__ is a name like any other and changes no object', () => {
    const [value] = values(split('{"messages":[{"__proto__":{"polluted":true},"id":1}]}', messages));
    expect(Object.keys(value ?? {})).toEqual(['__proto__', 'id']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('trap: a byte order mark is passed over and counted', () => {
    const pieces = split(`\ufeff{"messages":[1]}`, messages, [1]);
    expect(values(pieces)).toEqual([1]);
    expect(pieces.find((piece) => piece.is === 'value')?.from).toBe(16);
    expect(faults(pieces)).toEqual([]);
  });

  it('trap: bytes that are no UTF-8 are told and stand as U+FFFD', () => {
    const bytes = encoder.encode('{"messages":[{"t":"a#b"},{"t":"ok"}]}');
    bytes[bytes.indexOf(0x23)] = 0xff;
    const pieces = split(bytes, messages).filter((piece) => piece.is === 'value');
    expect(pieces.map(({ value, inexact }) => [value, inexact])).toEqual([
      [{ t: 'a\ufffdb' }, true],
      [{ t: 'ok' }, false],
    ]);
  });

  it('trap: half of a letter is told and stands as U+FFFD, a whole one in two escapes does not', () => {
    const text = String.raw`{"messages":["\ud83d!","\ude00","\ud83d\uDE00","\ud55c","\\ud83d"]}`;
    for (const sizes of [[1], [3, 7], [64]]) {
      const pieces = split(text, messages, sizes).filter((piece) => piece.is === 'value');
      expect(pieces.map(({ value, inexact }) => [value, inexact])).toEqual([
        ['\ufffd!', true],
        ['\ufffd', true],
        ['\u{1f600}', false],
        ['\ud55c', false],
        [String.raw`\ud83d`, false],
      ]);
    }
  });

  it('trap: a truncated file keeps what was whole and tells at which byte it ends', () => {
    const text = '{"name":"c","messages":[{"id":1},{"id":2},{"id":3,"t":"half';
    const pieces = split(text, messages, [4]);
    expect(values(pieces)).toEqual(['c', { id: 1 }, { id: 2 }]);
    const from = text.indexOf('{"id":3');
    expect(faults(pieces)).toEqual([{ is: 'fault', fault: 'cut-short', from, to: text.length }]);
    expect(pieces.filter((piece) => piece.is === 'closed').map(({ cut, to }) => [cut, to])).toEqual([
      [true, text.length],
      [true, text.length],
    ]);
  });

  it('one broken element costs itself only', () => {
    const five = [1, 2, 3, 4, 5].map((id) => ({ id, t: 'a quote' }));
    const text = JSON.stringify({ messages: five }, null, 1)
      .replace('"a quote"\n  },\n  {\n   "id": 3', '"a quote\n  },\n  {\n   "id": 3')
      .replace('"id": 4,', '"id": 4,,');
    const pieces = split(text, messages);
    expect(values(pieces)).toEqual([five[0], five[2], five[4]]);
    expect(faults(pieces)).toMatchObject([{ fault: 'not-readable' }, { fault: 'not-readable' }]);
  });

  it('deep nesting is refused, not followed', () => {
    const pieces = split(`{"messages":[${'['.repeat(100_000)}${']'.repeat(100_000)},7]}`, messages, [4096]);
    expect(faults(pieces)).toMatchObject([{ fault: 'too-deep' }]);
    expect(values(pieces)).toEqual([7]);
  });
});

describe('places and parts', () => {
  it('what is to be passed over is never read, only told of', () => {
    const pieces = split('{"private":{"phone":"\\x00 +1"},"messages":[]}', messages, [2]);
    expect(values(pieces)).toEqual([]);
    expect(pieces[1]).toEqual({
      is: 'passed',
      path: ['private'],
      from: 11,
      lead: 1,
      comma: undefined,
      to: 30,
    });
  });

  it('a single value of many megabytes is looked at once', () => {
    const long = 'x'.repeat(20_000_000);
    const pieces = split(`{"messages":[{"t":"${long}"}]}`, messages, [65_536]);
    expect(values(pieces)).toEqual([{ t: long }]);
  });
});

describe('hostile bytes (fixed seed)', () => {
  it('never throws, never hangs, gives places in order and inside of the file', () => {
    const seed = encoder.encode(
      String.raw`{"name":"a","messages":[{"id":1,"text":["x",{"type":"bold","text":"\x0Bй"}]},` +
        '\n{"document_id": a b.webm\n},{"n":12345678901234567890,"e":[true,false,null]}],"private":{"a":[1]}}',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { maxLength: 12 }),
        fc.nat(seed.length),
        chunking,
        (changes, length, sizes) => {
          const bytes = seed.slice(0, length);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          const pieces = split(bytes, messages, sizes);
          expect(split(bytes, messages)).toEqual(pieces);
          for (const piece of pieces)
            if ('from' in piece && 'to' in piece) {
              expect(piece.from).toBeLessThanOrEqual(piece.to);
              expect(piece.to).toBeLessThanOrEqual(bytes.length);
            }
        },
      ),
      { seed: 3, numRuns: 1500 },
    );
  });
});
