import { expect, test } from 'vitest';
import { filmActOf } from './playing-keys.ts';

const press = (key: string, code = '', speed = 0, held = {}) =>
  filmActOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, speed);

test('L plays, then faster; J the same backwards; K stands still', () => {
  expect([0, 1, 1.5, 2, 4, 8, -4].map((speed) => press('l', 'KeyL', speed))).toEqual(
    [1, 1.5, 2, 4, 8, 8, 1].map((speed) => ({ speed })),
  );
  expect([0, -1, -2, 4].map((speed) => press('j', 'KeyJ', speed))).toEqual(
    [-1, -1.5, -4, -1].map((speed) => ({ speed })),
  );
  expect(press('k', 'KeyK', 4)).toEqual({ speed: 0 });
});

test('the keys are the same ones on a Russian and an Arabic layout', () => {
  expect(press('д', 'KeyL')).toEqual({ speed: 1 });
  expect(press('ت', 'KeyJ')).toEqual({ speed: -1 });
  expect(press('б', 'Comma')).toEqual({ step: -1 });
  expect(press('ю', 'Period')).toEqual({ step: 1 });
});

test('any other key, and a key held with Ctrl, is left to others', () => {
  expect(press('a', 'KeyA')).toBeUndefined();
  expect(press('l', 'KeyL', 0, { ctrlKey: true })).toBeUndefined();
});
