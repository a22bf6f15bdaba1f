import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en, fr } from './act-words.ts';

/** Every act written anywhere in the window: the text after the case in `change(…)` and `write(…)`, or named `act`. */
function actsWritten(): Set<string> {
  const files = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter(
    (f) => /\.tsx?$/.test(f) && !/\.test\./.test(f),
  );
  const call = /\b(?:change|write)\(\s*[\w.]+,\s*'([a-z-]+(?:\.[a-z-]+)?)'|\bact(?:=|:\s*)['"]([a-z-]+\.[a-z-]+)['"]/g;
  const acts = new Set<string>();
  for (const file of files) {
    for (const [, first, second] of readFileSync(join('renderer', file), 'utf8').matchAll(call))
      acts.add(first ?? second ?? '');
  }
  return acts;
}

describe('the words of the journal', () => {
  it('are there for every act that the app writes, in both languages', () => {
    const acts = actsWritten();
    expect(acts.size).toBeGreaterThan(20);
    expect([...acts].filter((act) => !(act in en)).sort()).toEqual([]);
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  });
});
