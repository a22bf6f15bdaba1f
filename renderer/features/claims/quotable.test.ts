import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInText } from './quotable.ts';

describe('placeInText', () => {
  it('takes the same words from a text as from the text area that shows it', () => {
    const lines = fc.array(fc.constantFrom('Бой', ' шёл', '\r\n', '\n', 'e', '🙂'), { maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join('');
        const shown = text.replace(/\r\n/g, '\n');
        const [from, to] = [a % (shown.length + 1), b % (shown.length + 1)].sort((x, y) => x - y);
        const taken = text.slice(placeInText(text, from ?? 0), placeInText(text, to ?? 0));
        expect(taken.replace(/\r\n/g, '\n')).toBe(shown.slice(from, to));
      }),
    );
  });
});
