import { expect, test } from 'vitest';
import { assertNever } from './assert-never.ts';

test('names the value that no case took', () => {
  const foreign: never[] = JSON.parse('[{"kind":"hologram"}]');
  for (const value of foreign) expect(() => assertNever(value)).toThrow('hologram');
  expect(foreign).toHaveLength(1);
});
