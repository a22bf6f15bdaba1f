import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#domain/id.ts';
import type { JournalEntry } from '#domain/journal.ts';
import { makeCase } from './cases.ts';
import { change } from './change.ts';
import { checkJournalHere } from './check-journal-here.ts';
import { database } from './database.ts';

let id: Id;
let entries: JournalEntry[];
beforeEach(async () => {
  id = await makeCase({ title: 'A case', summary: '', language: 'en', likelihood: 'icd-203' });
  for (let n = 0; n < 449; n += 1) await change(id, 'case.export', async () => {}, { n });
  entries = (await database.journal.toArray()).filter((entry) => entry.case === id).sort((a, b) => a.seq - b.seq);
  expect(entries).toHaveLength(450);
});

const at = (seq: number): JournalEntry => {
  const entry = entries[seq - 1];
  if (!entry) throw new RangeError(`There is no entry ${seq}.`);
  return entry;
};

describe('checking a journal of several pages', () => {
  it('finds nothing where all is intact, at the ends of pages too', async () => {
    expect(await checkJournalHere(id)).toEqual([]);
  });

  it.each([1, 200, 201, 400, 450])('finds entry %i when it was altered, and no other', async (seq) => {
    await database.journal.put({ ...at(seq), act: 'nothing' });
    expect(await checkJournalHere(id)).toEqual([{ device: at(seq).device, seq, fault: 'altered' }]);
  });

  it.each([200, 201])('finds entry %i when it is gone', async (seq) => {
    await database.journal.delete([id, at(seq).device, seq]);
    expect(await checkJournalHere(id)).toEqual([{ device: at(seq).device, seq, fault: 'missing' }]);
  });
});
