import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from './id.ts';
import { type JournalEntry, journalFaults, journalValue, noHash, sealed } from './journal.ts';
import { Clock } from './stamp.ts';

function journal(length: number, device = newId()): JournalEntry[] {
  const clock = new Clock();
  const common = { case: newId(), device, by: newId() };
  const entries: JournalEntry[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const prev = entries.at(-1)?.hash ?? noHash;
    entries.push(
      sealed({ ...common, seq, at: clock.next(device), act: 'exhibit.make', about: [newId()], changes: [], prev }),
    );
  }
  return entries;
}

describe('the journal', () => {
  it('holds together as it was written, whatever the order it is read in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...journal(6), ...journal(4)], { minLength: 10 }), (entries) => {
        expect(journalFaults(entries)).toEqual([]);
      }),
    );
  });

  it('shows an altered entry', () => {
    const [first, second, ...rest] = journal(3);
    if (!first || !second) throw new Error('expected entries');
    expect(journalFaults([first, { ...second, act: 'exhibit.trash' }, ...rest])).toContainEqual({
      device: second.device,
      seq: 2,
      fault: 'altered',
    });
  });

  it('shows a missing entry', () => {
    const entries = journal(4).filter((entry) => entry.seq !== 2);
    expect(journalFaults(entries).map(({ fault }) => fault)).toEqual(['missing']);
  });

  it('shows an entry rewritten with a hash of its own, by the entry after it', () => {
    const [first, second, third] = journal(3);
    if (!first || !second || !third) throw new Error('expected entries');
    const { hash: _, ...rest } = second;
    expect(journalFaults([first, sealed({ ...rest, act: 'nothing' }), third])).toEqual([
      { device: first.device, seq: 3, fault: 'broken-link' },
    ]);
  });

  it('keeps short values whole and long ones by their digest', () => {
    expect(journalValue('short')).toEqual({ value: 'short' });
    expect(journalValue('x'.repeat(5000))).toMatchObject({ characters: 5002 });
    expect(journalValue(undefined)).toBeUndefined();
  });
});
