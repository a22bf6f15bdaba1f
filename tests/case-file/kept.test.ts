import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { caseFileFormat, thisFormat, type Upgrade } from '#domain/case-file/format.ts';
import { readCaseFile } from '#domain/case-file/read.ts';
import { writeCaseFile } from '#domain/case-file/write.ts';
import { openZip } from '#domain/case-file/zip.ts';
import { tableNames } from '#domain/tables.ts';
import { bringCaseFile } from '#features/case-file/bring-case-file.ts';
import { readCase } from '#store/case-file-source.ts';
import { checkJournalHere } from '#store/check-journal-here.ts';
import { database } from '#store/database.ts';

/** A case file of each format that was ever released, as it was written then. They are kept and never written again. */
const first = new Uint8Array(readFileSync('tests/fixtures/case-file-v1.casebound'));

const source = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: async (from: number, to: number) => bytes.slice(from, to),
  async *pieces(from: number, to: number) {
    yield new Uint8Array(bytes.slice(from, to));
  },
});

afterEach(async () => {
  await database.delete();
  await database.open();
});

test('a file of format 1 opens, with at least one record of every kind, and goes out again as it was', async () => {
  const { id, outcome, remarks } = await bringCaseFile(source(first));
  expect({ outcome, remarks }).toEqual({ outcome: 'brought', remarks: [] });
  expect(await checkJournalHere(id)).toEqual([]);
  const content = await readCase(id);
  for (const table of tableNames) expect(content.records[table].length, table).toBeGreaterThan(0);
  expect(new Set(content.records.exhibits.map(({ kind }) => kind)).size).toBe(6);
  expect(caseFileFormat, 'keep a file of the new format beside this one, and upgrade this one').toBe(1);
  const { stream } = writeCaseFile(content, { program: 'Casebound 0.1.0', now: new Date('2026-11-24T03:00:00Z') });
  const again: Uint8Array[] = [];
  for await (const piece of stream) again.push(piece);
  expect(await textsOf(Buffer.concat(again))).toEqual(await textsOf(first));
});

/** Every file in a case file by its path: the archive around them has the hour of the machine's own zone. */
async function textsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const { files } = await openZip(source(bytes));
  const texts = new Map<string, string>();
  for (const file of files) {
    const pieces: Uint8Array[] = [];
    for await (const piece of file.read()) pieces.push(piece);
    texts.set(file.path, Buffer.concat(pieces).toString('utf8'));
  }
  return texts;
}

test('a reader of the next format brings every record of format 1 up to its own', async () => {
  const met = new Set<string>();
  const upgrade: Upgrade = (table, record) => {
    met.add(table);
    return JSON.parse(JSON.stringify(record).replaceAll('Варск', 'Варско'));
  };
  const next = { version: caseFileFormat + 1, upgrades: [...thisFormat.upgrades, upgrade] };
  const { bag, content } = await readCaseFile(source(first), next);
  expect(bag.findings).toEqual([]);
  expect(content.records.sources.map(({ name }) => name)).toContain('Варско сегодня');
  expect([...met].sort()).toEqual([...tableNames].sort());
});
