/** Gives numbers from 0 to `below` (exclusive), the same for the same seed (mulberry32, by Tommy Ettinger). */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Files = Readonly<Record<string, Uint8Array>>;

const planted = [
  '__proto__',
  'constructor',
  '\u0000',
  '\\x0B',
  '\u202e',
  '../../../../etc/passwd',
  'C:\\Windows\\x.exe',
  '/etc/passwd',
  '<script>globalThis.ran = 1</script>',
  '"><svg onload="globalThis.ran = 1">',
  '99999999999999999999999999',
  '-1e999',
  '1970-01-01T00:00:00',
  '9999-99-99T99:99:99',
  '{"a":'.repeat(300),
  '['.repeat(3000),
  '<div class="message default">'.repeat(300),
  '\ufeff',
  '=HYPERLINK("http://x.example")',
  'null',
  '""',
  '\r\n',
].map((text) => new TextEncoder().encode(text));

const names = [
  '../x',
  '/x',
  'C:\\x',
  '__proto__',
  'con',
  'a\u202egpj.exe',
  `${'n'.repeat(300)}.json`,
  'é.json',
  'e\u0301.json',
  '.',
  'x\u0000y',
];

/** Gives a drop's files with one to six things spoilt: bytes, lengths, pieces, names. */
export function mutate(files: Files, dice: Dice): Files {
  let spoilt: Record<string, Uint8Array> = { ...files };
  for (let left = 1 + dice(6); left > 0; left -= 1) {
    const paths = Object.keys(spoilt);
    const path = paths[dice(paths.length)];
    if (path === undefined) return spoilt;
    const bytes = spoilt[path] ?? new Uint8Array(0);
    const act = dice(24);
    if (act === 0 && paths.length > 1) {
      const { [path]: _gone, ...rest } = spoilt;
      spoilt = rest;
    } else if (act === 1) {
      const { [path]: kept, ...rest } = spoilt;
      const name = names[dice(names.length)] ?? 'x';
      // Subtle: a member called __proto__ must be a member, as it is in a folder.
      spoilt = Object.fromEntries([...Object.entries(rest), [name, kept ?? bytes]]);
    } else spoilt[path] = spoil(bytes, dice);
  }
  return spoilt;
}

function spoil(bytes: Uint8Array, dice: Dice): Uint8Array {
  const at = dice(bytes.length + 1);
  const to = Math.min(bytes.length, at + 1 + dice(64));
  switch (dice(8)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return joined(bytes.slice(0, at), bytes.slice(to));
    case 2:
      return joined(bytes.slice(0, to), bytes.slice(at, to), bytes.slice(to));
    case 3:
      return joined(bytes.slice(0, at), planted[dice(planted.length)] ?? new Uint8Array(0), bytes.slice(at));
    case 4:
      return joined(bytes.slice(0, at), planted[dice(planted.length)] ?? new Uint8Array(0), bytes.slice(to));
    case 5:
      return bytes.map((byte, n) => (n >= at && n < to ? dice(256) : byte));
    case 6:
      return joined(bytes.slice(at), bytes.slice(0, at));
    default: {
      const flipped = bytes.slice();
      for (let n = 1 + dice(8); n > 0 && flipped.length > 0; n -= 1) {
        const where = dice(flipped.length);
        flipped[where] = (flipped[where] ?? 0) ^ (1 << dice(8));
      }
      return flipped;
    }
  }
}

function joined(...pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
