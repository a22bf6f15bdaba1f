import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type NoteDocument, paragraphOf, rootOf, textOf } from '#domain/note/document.ts';
import { plainText } from '#domain/note/walk.ts';
import { makeCase } from '#store/cases.ts';
import { database } from '#store/database.ts';
import { draftOf, revisionsOf, saveDraft } from '#store/note-texts.ts';
import { OpenCase } from '#store/open-case.ts';
import { makeNote } from './make-note.ts';
import { loadNote, NoteWriting, writingOf } from './note-writing.ts';

let opened: OpenCase;
beforeEach(async () => {
  opened = await OpenCase.open(await makeCase({ title: 'Case', summary: '', language: 'en', likelihood: 'icd-203' }));
});
afterEach(() => opened.close());

const saying = (words: string): NoteDocument => ({ root: rootOf([paragraphOf([textOf(words)], 'p')]) });

async function begin(words: string) {
  const note = await makeNote(opened.id, 'Note', saying(words));
  return { note, writing: await write(note) };
}
async function write(note: string): Promise<NoteWriting> {
  const loaded = await loadNote(opened, note);
  if (loaded.state === 'unreadable') throw new Error(loaded.problem);
  return new NoteWriting(opened, note, loaded);
}
async function text(note: string): Promise<string> {
  const loaded = await loadNote(opened, note);
  return loaded.state === 'readable' ? plainText(loaded.document) : 'unreadable';
}

test('the last of what is typed is on disk within a second, without a revision', async () => {
  const { note, writing } = await begin('');
  for (const words of ['T', 'Th', 'The']) writing.changed(() => saying(words));
  expect(writing.saving).toBe('unsaved');
  await new Promise((done) => setTimeout(done, 950));
  expect(writing.saving).toBe('saved');
  expect(await text(note)).toBe('The');
  expect(await revisionsOf(note)).toHaveLength(1);
});

test('leaving a note keeps one revision, grown from the one before, and no draft', async () => {
  const { note, writing } = await begin('one');
  writing.changed(() => saying('one two'));
  await writing.close();
  const [first, second] = await revisionsOf(note);
  expect(second?.parents).toEqual([first?.hash]);
  expect(opened.state.notes.get(note)).toMatchObject({ revision: second?.hash, words: 2 });
  expect(await draftOf(note)).toBeUndefined();
  const again = await write(note);
  again.changed(() => saying('one two'));
  await again.close();
  expect(await revisionsOf(note)).toHaveLength(2);
});

test('what was being written when the app was ended is gone on with', async () => {
  const { note, writing } = await begin('one');
  writing.changed(() => saying('one and a half'));
  await writing.save();
  const again = await write(note);
  expect(plainText(again.document)).toBe('one and a half');
  again.changed(() => saying('one and a half, two'));
  await again.close();
  const revisions = await revisionsOf(note);
  expect(revisions).toHaveLength(2);
  expect(revisions[1]?.parents).toEqual([revisions[0]?.hash]);
});

test('a text put in the place of another is a revision; what was typed before it is one too', async () => {
  const { note, writing } = await begin('old');
  writing.changed(() => saying('new'));
  await writing.replace(saying('old'));
  expect(await text(note)).toBe('old');
  expect(await revisionsOf(note)).toHaveLength(3);
  expect(writing.texts).toBe(1);
});

test('a text that cannot be saved waits and is saved when it can be', async () => {
  const { note, writing } = await begin('old');
  writing.changed(() => {
    throw new Error('no room');
  });
  await writing.save();
  expect(writing.saving).toHaveProperty('failed');
  writing.changed(() => saying('new'));
  await writing.save();
  expect(writing.saving).toBe('saved');
  expect(await text(note)).toBe('new');
});

test('a text that cannot be read is shown as it lies', async () => {
  const { note } = await begin('fine');
  const parents = [opened.state.notes.get(note)?.revision ?? ''];
  const document = { root: { type: 'root', children: [{ type: 'citation' }] } };
  await saveDraft({ note, case: opened.id, document, parents, at: Date.now() });
  const loaded = await loadNote(opened, note);
  expect(loaded.state).toBe('unreadable');
  expect(loaded.state === 'unreadable' && JSON.parse(loaded.raw)).toEqual(document);
});

test('what could not be saved on leaving is tried again, and is what the note opens with until then', async () => {
  const { note, writing } = await begin('one');
  const full = vi.spyOn(database.drafts, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  writing.changed(() => saying('one two'));
  await writing.close();
  expect(writing.saving).toHaveProperty('failed.name', 'QuotaExceededError');
  expect(await text(note)).toBe('one');
  expect(writingOf(note)).toBe(writing);
  writing.takeUp();
  expect(plainText(writing.text)).toBe('one two');
  await writing.close();
  full.mockRestore();
  await writing.closed;
  expect(await text(note)).toBe('one two');
  expect(await draftOf(note)).toBeUndefined();
  expect(writingOf(note)).toBeUndefined();
});
