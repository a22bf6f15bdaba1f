import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeCaseFile } from '#domain/case-file/write.ts';
import { emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { storeAsset } from '#store/assets.ts';
import { readCase } from '#store/case-file-source.ts';
import { makeCase } from '#store/cases.ts';
import { change } from '#store/change.ts';
import { checkJournalHere } from '#store/check-journal-here.ts';
import { database } from '#store/database.ts';
import { identityOf } from '#store/identity.ts';
import { OpenCase } from '#store/open-case.ts';
import { takeBackRenewal } from '#store/renew-case.ts';
import { emptyTrash } from '#store/trash.ts';
import { bringCaseFile } from './bring-case-file.ts';

async function exported(id: Id): Promise<Uint8Array> {
  const { stream } = writeCaseFile(await readCase(id), { program: 'test', now: new Date('2026-11-24T03:00:00Z') });
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

const source = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: async (from: number, to: number) => new Uint8Array(bytes.slice(from, to)),
  async *pieces(from: number, to: number) {
    yield new Uint8Array(bytes.slice(from, to));
  },
});
const open = (file: Uint8Array, existing: 'leave' | 'renew' = 'leave') => bringCaseFile(source(file), { existing });

/** A device that has none of this. */
async function otherDevice(): Promise<void> {
  await database.delete();
  await database.open();
}

/** Everything this device has of every case, to compare exactly. */
async function everything(): Promise<[name: string, rows: unknown[]][]> {
  const tables = database.tables.filter(({ name }) => !['self', 'chunks', 'previews'].includes(name));
  return Promise.all(tables.map(async (table): Promise<[string, unknown[]]> => [table.name, await table.toArray()]));
}

const add = (id: Id, title: string) =>
  change(id, 'exhibit.make', (c) => c.make('exhibits', { ...emptyExhibit('statement'), title }));
const titles = async () => (await database.records('exhibits').toArray()).map(({ title }) => title).sort();

/** A case that went to another device, and the file that comes back from there with a picture and without one exhibit. */
async function goneOn(id: Id): Promise<Uint8Array> {
  const file = await exported(id);
  await otherDevice();
  await open(file);
  await add(id, 'theirs');
  const picture = await storeAsset(new Blob([new Uint8Array(5000).fill(9)]), 'image/png');
  await change(id, 'exhibit.make', (c) =>
    c.make('exhibits', {
      ...emptyExhibit('photo'),
      title: 'picture',
      assets: { [picture.sha256]: { name: 'a.png', mime: 'image/png', bytes: 5000, role: 'original', order: 0 } },
    }),
  );
  const [first] = await database.records('exhibits').toArray();
  await change(id, 'exhibit.trash', (c) => c.trash('exhibits', first?.id ?? ''));
  const opened = await OpenCase.open(id);
  await emptyTrash(id, opened.state);
  opened.close();
  const back = await exported(id);
  await otherDevice();
  await open(file);
  return back;
}

let id: Id;
let before: Uint8Array;
beforeEach(async () => {
  await otherDevice();
  id = await makeCase({ title: 'A case', summary: '', language: 'en', likelihood: 'icd-203' });
  await add(id, 'first');
  await add(id, 'second');
  before = await exported(id);
});
afterEach(() => otherDevice());

describe('a case file whose case is here already', () => {
  test('with the same contents changes nothing', async () => {
    const was = await everything();
    expect((await open(before)).stand).toMatchObject({ is: 'same', here: null, file: null, altered: 0 });
    expect(await everything()).toEqual(was);
  });

  test('and is further on here, changes nothing and says by how much', async () => {
    await add(id, 'third');
    const { person } = await identityOf(id);
    const was = await everything();
    const { stand, names } = await open(before, 'renew');
    expect(stand).toMatchObject({ is: 'older', here: { entries: 1, last: { by: person } }, file: null });
    expect(names).toHaveProperty(person);
    expect(await everything()).toEqual(was);
  });

  test('and goes on from here, changes nothing until it is asked to; then the case is the file’s, and that can be taken back', async () => {
    const file = await goneOn(id);
    const was = await everything();
    expect((await open(file)).stand).toMatchObject({ is: 'newer', here: null, file: { entries: 4 } });
    expect(await everything()).toEqual(was);

    const { outcome, renewed } = await open(file, 'renew');
    expect(outcome).toBe('renewed');
    expect(await titles()).toEqual(['picture', 'second', 'theirs']);
    expect(await checkJournalHere(id)).toEqual([]);
    expect(await exported(id)).toEqual(file);
    expect((await open(file)).stand?.is).toBe('same');

    if (!renewed) throw new Error('It was renewed.');
    await takeBackRenewal(renewed);
    expect(await titles()).toEqual(['first', 'second']);
    expect(await exported(id)).toEqual(before);
    expect((await open(file)).stand?.is).toBe('newer');
  });

  test('keeps what is done after it was brought up: taking back is refused then', async () => {
    const file = await goneOn(id);
    const { renewed } = await open(file, 'renew');
    await add(id, 'mine');
    if (!renewed) throw new Error('It was renewed.');
    await expect(takeBackRenewal(renewed)).rejects.toMatchObject({ code: 'case-moved-on' });
    expect(await titles()).toEqual(['mine', 'picture', 'second', 'theirs']);
    expect(await checkJournalHere(id)).toEqual([]);
  });

  test('and each went on by itself, changes nothing', async () => {
    const file = await goneOn(id);
    await add(id, 'mine');
    const was = await everything();
    const { stand } = await open(file, 'renew');
    expect(stand).toMatchObject({ is: 'apart', here: { entries: 1 }, file: { entries: 4 }, parted: [] });
    expect(await everything()).toEqual(was);
  });

  test('and a note is being written here, is not brought up over it', async () => {
    const file = await goneOn(id);
    await database.drafts.put({ note: id, case: id, document: {}, parents: [], at: 0 });
    expect((await open(file, 'renew')).stand).toMatchObject({ is: 'apart', drafts: 1 });
    expect(await titles()).toEqual(['first', 'second']);
  });

  test('with the same journal and another record, is told apart', async () => {
    const [exhibit] = await database.records('exhibits').toArray();
    if (!exhibit) throw new Error('There are two.');
    await database.records('exhibits').put({ ...exhibit, title: 'forged' });
    expect((await open(before, 'renew')).stand).toMatchObject({ is: 'apart', altered: 1 });
    expect(await titles()).toEqual(['forged', 'second']);
  });

  test('and whose device went on elsewhere too: both ways are told, and a device that is brought up joins anew', async () => {
    const device = (await identityOf(id)).device;
    const here = await everything();
    await add(id, 'third');
    const further = await exported(id);
    // The profile is brought back from a copy that was made before the third exhibit.
    const copy = async () => {
      for (const [name, rows] of here) {
        await database.table(name).clear();
        await database.table(name).bulkAdd(rows);
      }
    };
    await copy();
    const { outcome, renewed } = await open(further, 'renew');
    expect(outcome).toBe('renewed');
    const fourth = await add(id, 'fourth');
    expect(fourth.label).toMatch(/^EX-1[A-Z]{2}$/);
    expect(fourth.made.device).not.toBe(device);
    expect(renewed?.identity?.device).toBe(device);

    await copy();
    await add(id, 'other third');
    expect((await open(further, 'renew')).stand).toMatchObject({ is: 'apart', parted: [device] });
    expect(await titles()).toEqual(['first', 'other third', 'second']);
  });

  test('fills in original files that are lacking here', async () => {
    const file = await goneOn(id);
    await open(file, 'renew');
    await database.assets.clear();
    await database.chunks.clear();
    expect(await open(file)).toMatchObject({ outcome: 'there', filled: 1 });
    expect(await database.assets.count()).toBe(1);
  });
});
