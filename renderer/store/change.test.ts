import { beforeEach, describe, expect, it } from 'vitest';
import { emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { makeCase } from './cases.ts';
import { change } from './change.ts';
import { checkJournalHere } from './check-journal-here.ts';
import { database } from './database.ts';
import { journalPage } from './journal.ts';
import { OpenCase } from './open-case.ts';
import { onWriting, type WritingProgress, writingProgress } from './progress.ts';
import { emptyTrash, trashOf } from './trash.ts';
import { redo, undo } from './undo.ts';

const source = {
  name: 'Channel A',
  aliases: [],
  what: 'channel' as const,
  handles: [],
  party: true,
  confidential: false,
  pseudonym: '',
  remarks: '',
};

let id: Id;
let opened: OpenCase;
beforeEach(async () => {
  id = await makeCase({ title: 'A case', summary: '', language: 'en', likelihood: 'icd-203' });
  opened = await OpenCase.open(id);
});

const addSource = () => change(id, 'source.make', (c) => c.make('sources', source));
const addExhibit = (fields = {}) =>
  change(id, 'exhibit.make', (c) => c.make('exhibits', { ...emptyExhibit('telegram'), ...fields }));

describe('a change', () => {
  it('numbers exhibits that are made side by side each with its own number', async () => {
    const made = await change(id, 'exhibit.make', (c) =>
      Promise.all([1, 2, 3].map(() => c.make('exhibits', emptyExhibit('photo')))),
    );
    expect(made.map((exhibit) => exhibit.label).sort()).toEqual(['EX-1', 'EX-2', 'EX-3']);
  });

  it('makes, edits, trashes and takes back a thousand records at once', async () => {
    const made = await change(id, 'exhibit.make', async (c) => {
      const list = [];
      for (let n = 0; n < 1000; n += 1) list.push(await c.make('exhibits', emptyExhibit('photo')));
      return list;
    });
    const ids = made.map((exhibit) => exhibit.id);
    await change(id, 'exhibit.graphic', (c) => c.editAll('exhibits', ids, (e) => ({ ...e, graphic: true })));
    await change(id, 'exhibit.trash', (c) => Promise.all(ids.map((one) => c.trash('exhibits', one))));
    expect(trashOf(opened.state)).toHaveLength(1000);
    await undo(id);
    await undo(id);
    const back = [...opened.state.exhibits.values()];
    expect(back.every((e) => e.gone === undefined && !e.graphic)).toBe(true);
    expect(new Set(back.map((e) => e.label)).size).toBe(1000);
    expect(await checkJournalHere(id)).toEqual([]);
  });

  it('tells how far it is when it is long, and nothing once it is over', async () => {
    const told: (WritingProgress | null)[] = [];
    const stop = onWriting(() => told.push(writingProgress()));
    const ids: Id[] = [];
    await change(id, 'exhibit.make', async (c) => {
      for (let n = 0; n < 2000; n += 1) ids.push((await c.make('exhibits', emptyExhibit('photo'))).id);
    });
    await change(id, 'exhibit.graphic', (c) => c.editAll('exhibits', ids, (e) => ({ ...e, graphic: true })));
    stop();
    expect(told.some((one) => one !== null && one.done > 0 && one.done <= one.total)).toBe(true);
    expect(told.at(-1)).toBeNull();
    expect(await checkJournalHere(id)).toEqual([]);
  });

  it('reads what it has itself written', async () => {
    const { id: exhibit } = await addExhibit();
    await change(id, 'exhibit.edit', async (c) => {
      await c.edit('exhibits', exhibit, (e) => ({ ...e, title: 'One' }));
      await c.edit('exhibits', exhibit, (e) => ({ ...e, title: `${e.title}, two` }));
    });
    expect(opened.state.exhibits.get(exhibit)?.title).toBe('One, two');
    await undo(id);
    expect(opened.state.exhibits.get(exhibit)?.title).toBe('');
  });

  it('gives exhibits numbers that count up and are not used again', async () => {
    const one = await addExhibit();
    const two = await addExhibit();
    expect([one.label, two.label]).toEqual(['EX-1', 'EX-2']);
    await undo(id);
    expect((await addExhibit()).label).toBe('EX-3');
  });

  it('shows at once in the open case', async () => {
    const { id: exhibit } = await addExhibit({ title: 'Post 4112' });
    expect(opened.state.exhibits.get(exhibit)?.title).toBe('Post 4112');
  });

  it('stamps the fields it changed and no others', async () => {
    const { id: exhibit } = await addExhibit();
    await change(id, 'exhibit.edit', (c) =>
      c.edit('exhibits', exhibit, (e) => ({ ...e, title: 'New', graphic: true })),
    );
    expect(Object.keys(opened.state.exhibits.get(exhibit)?.stamps ?? {}).sort()).toEqual(['graphic', 'title']);
  });

  it('happens whole or not at all', async () => {
    const before = (await journalPage(id, 100)).length;
    const half = change(id, 'exhibit.make', async (c) => {
      await c.make('exhibits', emptyExhibit('photo'));
      await c.edit('sources', '0190a0a0-0000-7000-8000-000000000000', (s) => s);
    });
    await expect(half).rejects.toMatchObject({ code: 'record-missing' });
    expect(await database.records('exhibits').where('case').equals(id).count()).toBe(0);
    expect((await journalPage(id, 100)).length).toBe(before);
  });

  it('refuses what the record’s schema does not describe', async () => {
    await expect(change(id, 'tag.make', (c) => c.make('tags', { path: '/', colour: 'none' }))).rejects.toThrow(
      /nested by/,
    );
  });

  it('writes a journal whose chain holds', async () => {
    await addExhibit();
    await addSource();
    await undo(id);
    expect(await checkJournalHere(id)).toEqual([]);
    expect((await journalPage(id, 10)).map((e) => e.act)).toEqual(['undo', 'source.make', 'exhibit.make', 'case.make']);
  });

  it('tells in the first entry which person and device joined the case', async () => {
    const [first] = await journalPage(id, 1);
    expect(first?.changes.map(({ table, path }) => `${table}${path}`)).toEqual(['people', 'devices', 'cases']);
  });

  it('is seen by another opening of the same case', async () => {
    const other = await OpenCase.open(id);
    await addSource();
    expect(other.state.sources.size).toBe(1);
    other.close();
  });
});

describe('undo and redo', () => {
  it('take back and make again the trashing of a source with its 40 exhibits', async () => {
    const { id: from } = await addSource();
    const exhibits = await change(id, 'exhibit.make', async (c) => {
      const made = [];
      for (let n = 0; n < 40; n += 1) made.push(await c.make('exhibits', { ...emptyExhibit('video'), source: from }));
      return made;
    });
    await change(id, 'source.trash', async (c) => {
      await c.trash('sources', from);
      for (const exhibit of exhibits) await c.trash('exhibits', exhibit.id);
    });
    expect(trashOf(opened.state)).toHaveLength(41);
    await undo(id);
    expect(trashOf(opened.state)).toHaveLength(0);
    expect([...opened.state.exhibits.values()].every((e) => e.source === from)).toBe(true);
    await redo(id);
    expect(trashOf(opened.state)).toHaveLength(41);
    await undo(id);
    expect(trashOf(opened.state)).toHaveLength(0);
  });

  it('bring a field back to what it was, and again to what it became', async () => {
    const { id: exhibit } = await addExhibit({ title: 'Before' });
    await change(id, 'exhibit.edit', (c) => c.edit('exhibits', exhibit, (e) => ({ ...e, title: 'After' })));
    await undo(id);
    expect(opened.state.exhibits.get(exhibit)?.title).toBe('Before');
    await redo(id);
    expect(opened.state.exhibits.get(exhibit)?.title).toBe('After');
  });

  it('take back two steps when asked twice at once', async () => {
    const made = await addExhibit();
    await change(id, 'exhibit.edit', (c) => c.edit('exhibits', made.id, (e) => ({ ...e, title: 'One' })));
    await change(id, 'exhibit.edit', (c) => c.edit('exhibits', made.id, (e) => ({ ...e, title: 'Two' })));
    await Promise.all([undo(id), undo(id)]);
    expect(opened.state.exhibits.get(made.id)?.title).toBe('');
    await Promise.all([redo(id), redo(id)]);
    expect(opened.state.exhibits.get(made.id)?.title).toBe('Two');
  });

  it('leave alone what somebody changed since, and say so', async () => {
    const { id: exhibit } = await addExhibit({ title: 'Before' });
    await change(id, 'exhibit.edit', (c) => c.edit('exhibits', exhibit, (e) => ({ ...e, title: 'Mine' })));
    const later = await import('./change.ts');
    await later.write(id, 'exhibit.edit', (c) => c.edit('exhibits', exhibit, (e) => ({ ...e, title: 'Theirs' })));
    expect(await undo(id)).toMatchObject({ passedOver: 1 });
    expect(opened.state.exhibits.get(exhibit)?.title).toBe('Theirs');
  });
});

describe('the trash', () => {
  it('gives a record back as it was', async () => {
    const { id: exhibit } = await addExhibit({ title: 'Kept' });
    await change(id, 'exhibit.trash', (c) => c.trash('exhibits', exhibit));
    expect(opened.state.exhibits.get(exhibit)?.gone).toBeDefined();
    await change(id, 'exhibit.restore', (c) => c.restore('exhibits', exhibit));
    expect(opened.state.exhibits.get(exhibit)).toMatchObject({ title: 'Kept' });
    expect(opened.state.exhibits.get(exhibit)?.gone).toBeUndefined();
  });

  it('is emptied for good, and the journal says what went', async () => {
    const { id: exhibit } = await addExhibit();
    await change(id, 'exhibit.trash', (c) => c.trash('exhibits', exhibit));
    await emptyTrash(id, opened.state);
    expect(opened.state.exhibits.has(exhibit)).toBe(false);
    expect(await database.records('exhibits').get(exhibit)).toBeUndefined();
    expect((await journalPage(id, 1))[0]).toMatchObject({ act: 'trash.empty', about: [exhibit] });
    expect(await undo(id)).toBeNull();
  });
});
