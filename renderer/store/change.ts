import Dexie from 'dexie';
import type { Id } from '#domain/id.ts';
import { type JournalEntry, journalValue, noHash, sealing } from '#domain/journal.ts';
import type { Json } from '#domain/json.ts';
import { Clock } from '#domain/stamp.ts';
import { tableNames } from '#domain/tables.ts';
import { database, type Identity } from './database.ts';
import { type Done, remember } from './history.ts';
import { identityOf } from './identity.ts';
import { announce } from './open-case.ts';
import { tellWriting } from './progress.ts';
import { type Changing, Writing } from './writing.ts';

const clock = new Clock();

/**
 * The one way to write. Runs `work` in a single transaction with strict durability, stamps the fields it changed, appends
 * the journal entry and remembers the way back. When it resolves, the change is on disk; when it rejects, nothing
 * happened. `act` is a noun and a verb such as `exhibit.tag`; `facts` go into the journal beside the changes. When `signal`
 * aborts before all is written it rejects with the signal's reason.
 */
export async function change<R>(
  caseId: Id,
  act: string,
  work: (c: Changing) => Promise<R>,
  facts?: Record<string, Json>,
  signal?: AbortSignal,
): Promise<R> {
  const { result, writing } = await commit(caseId, act, work, facts, signal);
  // Subtle: before it is shown, so that whoever sees the change can take it back.
  remember(caseId, { act, done: writing.done });
  show(caseId, writing);
  return result;
}

/** Writes like {@link change} but leaves the way back to the caller: undo, redo, and the writing of notes, whose editor undoes itself. */
export async function write<R>(
  caseId: Id,
  act: string,
  work: (c: Changing) => Promise<R>,
  facts?: Record<string, Json>,
): Promise<{ result: R; done: Done[] }> {
  const { result, writing } = await commit(caseId, act, work, facts);
  show(caseId, writing);
  return { result, done: writing.done };
}

function show(caseId: Id, writing: Writing): void {
  const { touched } = writing;
  if (touched.length > 0) announce(caseId, touched, writing.written);
}

async function commit<R>(
  caseId: Id,
  act: string,
  work: (c: Changing) => Promise<R>,
  facts?: Record<string, Json>,
  signal?: AbortSignal,
): Promise<{ result: R; writing: Writing }> {
  const tables = [...tableNames, 'revisions', 'journal', 'labels'];
  const identity = await identityOf(caseId);
  const writing = database.transaction('rw', tables, async () => {
    const last = await lastEntry(identity);
    // Subtle: the latest entry of any device, so that a change here is later than all it was made upon, whatever the clocks say.
    const latest = await latestEntry(caseId);
    if (latest) clock.observe(latest.at);
    const begun = new Writing(identity, clock.next(identity.device), signal);
    const outcome = await work(begun);
    await begun.flush();
    if (begun.done.length > 0 || facts) {
      const doings = last ? begun.done : [...(await joining(identity)), ...begun.done];
      await database.journal.add(await entryOf(begun, doings, act, last, facts));
    }
    return { result: outcome, writing: begun };
  });
  return writing.finally(() => tellWriting(null));
}

function lastEntry({ case: caseId, device }: Identity): Promise<JournalEntry | undefined> {
  return database.journal
    .where('[case+device+seq]')
    .between([caseId, device, Dexie.minKey], [caseId, device, Dexie.maxKey])
    .last();
}

/** A device's first entry also tells of the two records that joining the case made: its person and itself. */
async function joining({ person, device }: Identity): Promise<Done[]> {
  const records = [
    { table: 'people' as const, record: await database.records('people').get(person) },
    { table: 'devices' as const, record: await database.records('devices').get(device) },
  ];
  return records.flatMap(({ table, record }) =>
    record ? [{ table, id: record.id, changes: [{ path: '', after: record }] }] : [],
  );
}

function latestEntry(caseId: Id): Promise<JournalEntry | undefined> {
  return database.journal.where('[case+at]').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]).last();
}

async function entryOf(
  writing: Writing,
  doings: Done[],
  act: string,
  last: JournalEntry | undefined,
  facts?: Record<string, Json>,
): Promise<JournalEntry> {
  const { identity, at } = writing;
  const changes: JournalEntry['changes'] = [];
  await writing.each(doings, ({ table, id, changes: list }) => {
    for (const c of list) {
      const [before, after] = [journalValue(c.before), journalValue(c.after)];
      changes.push({ table, id, path: c.path, ...(before && { before }), ...(after && { after }) });
    }
  });
  const entry = {
    case: identity.case,
    device: identity.device,
    seq: (last?.seq ?? 0) + 1,
    at,
    by: identity.person,
    act,
    about: [...new Set(doings.map(({ id }) => id))],
    changes,
    ...(facts && { facts }),
    prev: last?.hash ?? noHash,
  };
  return writing.through(sealing(entry));
}
