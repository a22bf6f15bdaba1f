/**
 * One key combination as the keyboard and the screen both read it: modifiers and a key joined by `+`, as in
 * `Mod+K`, `Shift+Mod+Enter`, `?` or `Alt+ArrowUp`. `Mod` is ⌘ on a Mac and Ctrl elsewhere.
 */
export const onMac: boolean = /Mac|iP(hone|ad|od)/.test(globalThis.navigator?.platform ?? '');

/** What an event must carry to be matched; a DOM `KeyboardEvent` and a React one both do. */
export interface PressedKeys {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const MODIFIERS = ['Mod', 'Ctrl', 'Alt', 'Shift'] as const;
type Modifier = (typeof MODIFIERS)[number];

interface Combination {
  readonly modifiers: ReadonlySet<Modifier>;
  readonly key: string;
}

function parse(combination: string): Combination {
  const parts = combination === '+' ? ['+'] : combination.replace(/\+\+$/, '+Plus').split('+');
  const last = parts.at(-1) ?? '';
  return {
    modifiers: new Set(MODIFIERS.filter((modifier) => parts.slice(0, -1).includes(modifier))),
    key: last === 'Plus' ? '+' : last,
  };
}

/** Says whether the pressed keys are exactly this combination, on any platform and keyboard layout. */
export function matchesKeys(combination: string, pressed: PressedKeys, mac: boolean = onMac): boolean {
  const { modifiers, key } = parse(combination);
  const ctrl = modifiers.has('Ctrl') || (!mac && modifiers.has('Mod'));
  const meta = mac && modifiers.has('Mod');
  if (pressed.ctrlKey !== ctrl || pressed.metaKey !== meta || pressed.altKey !== modifiers.has('Alt')) return false;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && !/\d/.test(key);
  // Subtle: signs such as `?` need Shift on some layouts and not on others, so Shift does not count for them.
  if (!isSign && pressed.shiftKey !== modifiers.has('Shift')) return false;
  if (pressed.key.toLowerCase() === key.toLowerCase()) return true;
  if (key === 'Space') return pressed.key === ' ';
  // Subtle: on a Cyrillic or Arabic layout, and with Alt on a Mac, `key` is not a Latin letter; `code` still is. On a French
  // one the row of digits gives signs without Shift.
  if (/^\d$/.test(key)) return pressed.code === `Digit${key}`;
  const isLatin = /^[a-z]$/i.test(pressed.key);
  if (/^[a-z]$/i.test(key)) return !isLatin && pressed.code === `Key${key.toUpperCase()}`;
  return !isLatin && /^\p{L}$/u.test(pressed.key) && SIGN_CODES[key] === pressed.code;
}

/** Where these signs stand when a layout has a letter of its own in their place. */
const SIGN_CODES: Readonly<Record<string, string>> = { ',': 'Comma', '.': 'Period' };

/** Says whether a combination is a lone key, one that typing would press too. */
export function isLoneKey(combination: string): boolean {
  const { modifiers, key } = parse(combination);
  return key.length === 1 && !modifiers.has('Mod') && !modifiers.has('Ctrl') && !modifiers.has('Alt');
}

const SIGNS: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Delete: 'Del',
  Tab: '⇥',
  Space: '␣',
};

/** Writes a combination as it stands on the keys: `⌘K` on a Mac, `Ctrl K` elsewhere. */
export function formatKeys(combination: string, mac: boolean = onMac): string {
  const { modifiers, key } = parse(combination);
  const names: Readonly<Record<Modifier, string>> = mac
    ? { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' }
    : { Mod: 'Ctrl', Ctrl: 'Ctrl', Alt: 'Alt', Shift: '⇧' };
  const order: readonly Modifier[] = mac ? ['Ctrl', 'Alt', 'Shift', 'Mod'] : ['Mod', 'Ctrl', 'Alt', 'Shift'];
  const held = order.filter((modifier) => modifiers.has(modifier)).map((modifier) => names[modifier]);
  const written = SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [...held, written].join(mac ? '' : ' ');
}
