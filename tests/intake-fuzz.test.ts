import { expect, test } from 'vitest';
import { importersWithoutSeed, tryIntake } from './fuzz/try-intake.ts';

test('every importer has a seed that the fuzz run can spoil', async () => {
  expect(await importersWithoutSeed()).toEqual([]);
});

// The long run is `npm run fuzz`.
test('spoilt files are taken in or told of, never a failure: the first four hundred', {
  timeout: 120_000,
}, async () => {
  for (let number = 0; number < 400; number += 1) {
    await tryIntake(number).catch((error: unknown) => {
      throw new Error(`Input ${number}: ${error instanceof Error ? error.stack : String(error)}`);
    });
  }
});
