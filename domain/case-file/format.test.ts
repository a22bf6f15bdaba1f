import { expect, test } from 'vitest';
import { emptyExhibit, exhibitSchema } from '#domain/evidence/exhibit.ts';
import { newId } from '#domain/id.ts';
import { assetUses, caseFileFormat, extensionOf, thisFormat, type Upgrade, upgraded } from './format.ts';

test('a record of an older format goes through every upgrade after its own, in order', () => {
  const upgrades: Upgrade[] = [
    (table, record) => ({ from1: record, table }),
    (table, record) => ({ from2: record, table }),
  ];
  const third = { version: 3, upgrades };
  expect(upgraded(1, third, 'notes', 'x')).toEqual({ from2: { from1: 'x', table: 'notes' }, table: 'notes' });
  expect(upgraded(2, third, 'tags', 'x')).toEqual({ from2: 'x', table: 'tags' });
  expect(upgraded(3, third, 'tags', 'x')).toBe('x');
});

test('there is an upgrade from every format before this one', () => {
  expect(thisFormat.upgrades).toHaveLength(caseFileFormat - 1);
});

test('a file has the extension of its type, else the one it came with, else none that anything would run', () => {
  expect(extensionOf({ mime: 'image/jpeg', name: 'x.exe' })).toBe('jpg');
  expect(extensionOf({ mime: 'application/x-unknown', name: 'dump.TAR' })).toBe('tar');
  expect(extensionOf({ mime: '', name: 'no extension' })).toBe('bin');
  expect(extensionOf({ mime: '', name: 'a.b/../c' })).toBe('bin');
});

test('an asset that two exhibits use is there once, as the older exhibit has it', () => {
  const made = { at: '2026-11-23T12:00:00.000Z-0000-01234567', by: newId(), device: newId() };
  const [older, younger] = ['first.png', 'second.png'].map((name) =>
    exhibitSchema.parse({
      ...emptyExhibit('photo'),
      id: newId(),
      case: newId(),
      made,
      stamps: {},
      label: 'EX-1',
      assets: { ['a'.repeat(64)]: { name, mime: 'image/png', bytes: 1, role: 'original', order: 0 } },
    }),
  );
  if (!older || !younger) throw new Error('There are two.');
  expect([...assetUses({ exhibits: [younger, older], imports: [] }).values()].map(({ name }) => name)).toEqual([
    'first.png',
  ]);
});
