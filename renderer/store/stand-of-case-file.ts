import Dexie from 'dexie';
import { type Comparison, compareJournals, type EntryMark } from '#domain/case-file/compare.ts';
import type { ReadCase } from '#domain/case-file/read.ts';
import type { Id } from '#domain/id.ts';
import { canonicalJson } from '#domain/json.ts';
import { tableNames } from '#domain/tables.ts';
import { database } from './database.ts';

/** How the case in a file stands to the one that this device has. */
export interface Stand extends Comparison {
  /** `same`; `older`: the file has nothing that is not here; `newer`: it goes on from here; `apart`: each has something of its own. */
  is: 'same' | 'older' | 'newer' | 'apart';
  /** Whether the case here lies in the trash. */
  trashed: boolean;
  /** Notes that are being written here, later than their last revision. */
  drafts: number;
  /** Records and notes' texts that are not the same although the journals are: something other than Casebound altered them. */
  altered: number;
}

/** Compares the case in a file with the one on this device; null when this device has none. */
export async function standOf({ records, revisions, journal }: ReadCase): Promise<Stand | null> {
  const [record] = records.cases;
  const here = record && (await database.records('cases').get(record.id));
  if (!here) return null;
  const compared = compareJournals(await marksOf(here.id), journal);
  const drafts = await database.drafts.filter((draft) => draft.case === here.id).count();
  const equal = !compared.here && !compared.file;
  const altered = equal ? await alteredRecords(here.id, records, revisions) : 0;
  return { ...compared, drafts, altered, trashed: here.gone !== undefined, is: standing(compared, drafts, altered) };
}

function standing({ here, file }: Comparison, drafts: number, altered: number): Stand['is'] {
  if (altered > 0) return 'apart';
  if (!file) return here || drafts > 0 ? 'older' : 'same';
  return here || drafts > 0 ? 'apart' : 'newer';
}

/** What tells the entries of a case's journal on this device apart, without what they say. */
export async function marksOf(caseId: Id): Promise<EntryMark[]> {
  const marks: EntryMark[] = [];
  await database.journal
    .where('[case+device+seq]')
    .between([caseId, Dexie.minKey], [caseId, Dexie.maxKey])
    .each(({ device, seq, hash, at, by }) => {
      marks.push({ device, seq, hash, at, by });
    });
  return marks;
}

async function alteredRecords(
  caseId: Id,
  records: ReadCase['records'],
  revisions: ReadCase['revisions'],
): Promise<number> {
  let altered = 0;
  for (const table of tableNames) {
    const found = await database.records(table).bulkGet(records[table].map(({ id }) => id));
    // A device that joined but changed nothing yet has put its person and itself in, and no entry.
    const mayLack = table === 'people' || table === 'devices';
    for (const [index, record] of records[table].entries()) {
      const here = found[index];
      if (here ? canonicalJson(here) !== canonicalJson(record) : !mayLack) altered += 1;
    }
    if (mayLack || table === 'cases') continue;
    const here = await database.records(table).where('case').equals(caseId).count();
    altered += Math.max(0, here - records[table].length);
  }
  const texts = await database.revisions.bulkGet(revisions.map(({ hash }) => hash));
  return altered + texts.filter((text) => text === undefined).length;
}
