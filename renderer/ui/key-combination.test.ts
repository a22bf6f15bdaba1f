import { describe, expect, test } from 'vitest';
import { formatKeys, isLoneKey, matchesKeys, type PressedKeys } from './key-combination.ts';

function pressed(key: string, held: Partial<Omit<PressedKeys, 'key'>> = {}): PressedKeys {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('matching', () => {
  test('Mod is Ctrl, and ⌘ on a Mac', () => {
    expect(matchesKeys('Mod+K', pressed('k', { ctrlKey: true }), false)).toBe(true);
    expect(matchesKeys('Mod+K', pressed('k', { metaKey: true }), false)).toBe(false);
    expect(matchesKeys('Mod+K', pressed('k', { metaKey: true }), true)).toBe(true);
    expect(matchesKeys('Mod+K', pressed('k', { ctrlKey: true }), true)).toBe(false);
  });

  test('no more and no fewer modifiers', () => {
    expect(matchesKeys('C', pressed('c'), false)).toBe(true);
    expect(matchesKeys('C', pressed('C', { shiftKey: true }), false)).toBe(false);
    expect(matchesKeys('Shift+C', pressed('C', { shiftKey: true }), false)).toBe(true);
    expect(matchesKeys('Mod+Enter', pressed('Enter'), false)).toBe(false);
    expect(matchesKeys('Mod+Shift+Enter', pressed('Enter', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  });

  test('signs match however the layout makes them', () => {
    expect(matchesKeys('?', pressed('?', { shiftKey: true }), false)).toBe(true);
    expect(matchesKeys('?', pressed('?'), false)).toBe(true);
    expect(matchesKeys('Mod++', pressed('+', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  });

  test('a Cyrillic layout has the same shortcuts, an AZERTY one its own letters', () => {
    expect(matchesKeys('Mod+K', pressed('л', { code: 'KeyK', ctrlKey: true }), false)).toBe(true);
    expect(matchesKeys('Mod+Q', pressed('a', { code: 'KeyQ', ctrlKey: true }), false)).toBe(false);
  });

  test('digits and full stops are where they stand: AZERTY has signs there, Arabic and Cyrillic layouts letters', () => {
    expect(matchesKeys('Alt+1', pressed('&', { code: 'Digit1', altKey: true }), false)).toBe(true);
    expect(matchesKeys('Alt+1', pressed('é', { code: 'Digit2', altKey: true }), false)).toBe(false);
    expect(matchesKeys(',', pressed('و', { code: 'Comma' }), false)).toBe(true);
    expect(matchesKeys('.', pressed('ю', { code: 'Period' }), false)).toBe(true);
    expect(matchesKeys(',', pressed('w', { code: 'Comma' }), false)).toBe(false);
  });
});

test('a lone key is one that typing presses', () => {
  expect(['C', '?', 'Shift+C'].map(isLoneKey)).toEqual([true, true, true]);
  expect(['Mod+K', 'Escape', 'Alt+C'].map(isLoneKey)).toEqual([false, false, false]);
});

test('written as on the keys', () => {
  expect(formatKeys('Mod+k', true)).toBe('⌘K');
  expect(formatKeys('Shift+Mod+Enter', true)).toBe('⇧⌘↵');
  expect(formatKeys('Mod+k', false)).toBe('Ctrl K');
  expect(formatKeys('Mod++', false)).toBe('Ctrl +');
});
