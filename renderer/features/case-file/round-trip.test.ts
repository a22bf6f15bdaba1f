import { beforeEach, describe, expect, test } from 'vitest';
import { type CaseContent, writeCaseFile } from '#domain/case-file/write.ts';
import { openZip } from '#domain/case-file/zip.ts';
import { emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { noHash } from '#domain/journal.ts';
import { paragraphOf, rootOf, textOf } from '#domain/note/document.ts';
import { revisionOf } from '#domain/note.ts';
import { storeAsset } from '#store/assets.ts';
import { readCase } from '#store/case-file-source.ts';
import { makeCase } from '#store/cases.ts';
import { change } from '#store/change.ts';
import { checkJournalHere } from '#store/check-journal-here.ts';
import { database } from '#store/database.ts';
import { identityOf } from '#store/identity.ts';
import { OpenCase } from '#store/open-case.ts';
import { emptyTrash } from '#store/trash.ts';
import { bringCaseFile } from './bring-case-file.ts';

const about = { program: 'Casebound test', now: new Date('2026-11-23T12:00:00Z') };

const exported = async (id: Id) => written(await readCase(id));

async function written(content: CaseContent): Promise<Uint8Array<ArrayBuffer>> {
  const { stream } = writeCaseFile(content, about);
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

const source = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: async (from: number, to: number) => bytes.slice(from, to),
  async *pieces(from: number, to: number) {
    yield new Uint8Array(bytes.slice(from, to));
  },
});

/** Another profile: a device that has none of this. */
async function otherDevice(): Promise<void> {
  await database.delete();
  await database.open();
}

async function aCase(): Promise<Id> {
  const id = await makeCase({ title: 'Tinzaouaten, été 2024', summary: '', language: 'fr', likelihood: 'icd-203' });
  const picture = await storeAsset(new Blob([new Uint8Array(100_000).fill(7)]), 'image/png');
  await change(id, 'exhibit.make', async (c) => {
    const channel = await c.make('sources', {
      name: 'Канал',
      aliases: [],
      what: 'channel',
      handles: ['@kanal'],
      party: true,
      confidential: false,
      pseudonym: '',
      remarks: '',
    });
    const photo = await c.make('exhibits', {
      ...emptyExhibit('photo'),
      title: 'Le convoi',
      source: channel.id,
      assets: { [picture.sha256]: { name: 'a.png', mime: 'image/png', bytes: 100_000, role: 'original', order: 0 } },
    });
    const claim = await c.make('claims', {
      text: 'Fifty were killed',
      claimants: [channel.id],
      relayedBy: [],
      scope: '',
      supersedes: [],
      denies: [],
      retracts: [],
    });
    await c.make('links', { exhibit: photo.id, claim: claim.id, stance: 'supports', because: '' });
    const document = { root: rootOf([paragraphOf([textOf('Ночью *там*'), cite(photo.id)], 'b1')]) };
    const note = await c.make('notes', { title: 'Первая / note', revision: noHash, cites: [], words: 1, order: 1 });
    const at = '2026-11-23T12:00:00.000Z';
    const made = {
      case: id,
      note: note.id,
      parents: [],
      at,
      by: note.made.by,
      document: JSON.parse(JSON.stringify(document)),
    };
    const revision = revisionOf(made);
    await c.revise(revision);
    await c.edit('notes', note.id, (n) => ({ ...n, revision: revision.hash }));
  });
  return id;
}

const cite = (target: Id) => ({ type: 'citation', version: 1, to: 'exhibit', target });

let id: Id;
beforeEach(async () => {
  await otherDevice();
  id = await aCase();
});

describe('a case file', () => {
  test('gives the same case on another device, and the same file from there', async () => {
    const file = await exported(id);
    await otherDevice();
    const brought = await bringCaseFile(source(file));
    expect(brought).toMatchObject({ id, title: 'Tinzaouaten, été 2024', outcome: 'brought', remarks: [] });
    expect(await checkJournalHere(id)).toEqual([]);
    expect(await exported(id)).toEqual(file);
  });

  test('can be worked on where it was opened: this device joins at its first change, with a mark of its own', async () => {
    const file = await exported(id);
    await otherDevice();
    await bringCaseFile(source(file));
    expect(await database.identities.get(id)).toBeUndefined();
    const opened = await OpenCase.open(id);
    const made = await change(id, 'exhibit.make', (c) => c.make('exhibits', emptyExhibit('statement')));
    expect(made.label).toMatch(/^EX-1[A-Z]{2}$/);
    expect(opened.state.people.has((await identityOf(id)).person)).toBe(true);
    expect(await checkJournalHere(id)).toEqual([]);
    opened.close();
    expect((await bringCaseFile(source(file))).stand?.is).toBe('older');
    const further = await exported(id);
    await otherDevice();
    expect((await bringCaseFile(source(further))).outcome).toBe('brought');
  });

  test('keeps what the trash left behind: references to what is no more are remarked on, not refused', async () => {
    const exhibit = [...(await readCase(id)).records.exhibits][0];
    await change(id, 'exhibit.trash', (c) => c.trash('exhibits', exhibit?.id ?? ''));
    const opened = await OpenCase.open(id);
    await emptyTrash(id, opened.state);
    opened.close();
    const file = await exported(id);
    await otherDevice();
    const { outcome, remarks } = await bringCaseFile(source(file));
    expect(outcome).toBe('brought');
    expect(remarks).toEqual([
      expect.objectContaining({ file: 'data/records/links.jsonl', line: 1, fault: 'dangling' }),
    ]);
  });

  test('writes notes as Markdown with their citations', async () => {
    const { files } = await openZip(source(await exported(id)));
    const note = files.find(({ path }) => path === 'data/notes/01-note.md');
    expect(await textOfFile(note)).toBe(
      '# Первая / note\n\nНочью \\*там\\*[EX-1] [^1]\n\n[^1]: EX-1: Le convoi. Канал\n',
    );
  });

  test('leaves nothing behind when it is stopped', async () => {
    const file = await exported(id);
    await otherDevice();
    const stop = new AbortController();
    const bringing = bringCaseFile(source(file), { signal: stop.signal, progress: () => stop.abort() });
    await expect(bringing).rejects.toThrow(/abort/i);
    expect(await Promise.all([database.assets.count(), database.chunks.count(), database.journal.count()])).toEqual([
      0, 0, 0,
    ]);
  });

  test('is not written over an asset whose bytes have changed', async () => {
    const chunk = await database.chunks.toCollection().first();
    if (!chunk) throw new Error('The case has an asset.');
    await database.chunks.put({ ...chunk, bytes: new Blob([new Uint8Array(100_000).fill(8)]) });
    await expect(exported(id)).rejects.toMatchObject({ code: 'asset-altered' });
  });
});

describe('a case whose journal is broken', () => {
  const device = async () => (await database.journal.toCollection().first())?.device ?? '';

  beforeEach(async () => {
    await change(id, 'case.edit', (c) => c.edit('cases', id, (record) => ({ ...record, summary: 'Two' })));
    const entry = await database.journal.get([id, await device(), 2]);
    if (!entry) throw new Error('There are three entries.');
    await database.journal.put({ ...entry, act: 'claim.make' });
  });

  test('goes out with the fact stated, and whoever opens the file is told where', async () => {
    const file = await exported(id);
    const { files } = await openZip(source(file));
    const textAt = (path: string) => textOfFile(files.find((one) => one.path === path));
    expect(JSON.parse(await textAt('data/case.json'))).toMatchObject({
      journalFaults: [{ device: await device(), seq: 2, fault: 'altered' }],
    });
    expect(await textAt('bag-info.txt')).toContain('Casebound-Journal: broken (1 faults, listed in data/case.json)');
    await otherDevice();
    const { outcome, remarks } = await bringCaseFile(source(file));
    expect(outcome).toBe('brought');
    expect(remarks).toEqual([expect.objectContaining({ file: 'data/journal.jsonl', line: 2, fault: 'journal' })]);
    expect(await exported(id)).toEqual(file);
  });

  test('is refused when the file does not say so, or says it of another entry', async () => {
    const content = await readCase(id);
    const other = { device: await device(), seq: 3, fault: 'altered' as const };
    const files = await Promise.all([[], [other]].map((journalFaults) => written({ ...content, journalFaults })));
    await otherDevice();
    for (const file of files) {
      await expect(bringCaseFile(source(file))).rejects.toMatchObject({
        code: 'case-file-damaged',
        findings: expect.arrayContaining([expect.objectContaining({ file: 'data/journal.jsonl', fault: 'journal' })]),
      });
    }
  });
});

async function textOfFile(file: { read(): AsyncIterable<Uint8Array> } | undefined): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file?.read() ?? []) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
