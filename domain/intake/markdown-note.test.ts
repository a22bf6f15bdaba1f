import { describe, expect, test } from 'vitest';
import { plainText } from '#domain/note/walk.ts';
import { dropOf, only, readAll, recognised } from './drop.fixture.ts';
import { recogniseAll } from './importers.ts';
import { markdownNote } from './markdown-note.ts';

const read = (files: Record<string, string | Uint8Array>, path: string) => readAll(markdownNote, dropOf(files), path);

describe('a Markdown file', () => {
  test('becomes a note with its heading as title; the survey names it before it is taken in', async () => {
    const { notes, findings, survey } = await read({ 'a.md': '# The wells\n\nSeen **twice**.\n' }, 'a.md');
    const note = only(notes);
    expect(note.title).toBe('The wells');
    expect(plainText(note.read.document)).toContain('Seen twice.');
    expect(findings).toEqual([]);
    expect(survey).toMatchObject({ title: 'The wells', parts: [{ counts: { note: 1 } }], things: [{ key: note.key }] });
  });

  test('without a heading is called by its file; one with several titles is several notes', async () => {
    expect(only((await read({ 'b/Field notes.md': 'No title here.' }, 'b/Field notes.md')).notes).title).toBe(
      'Field notes',
    );
    const { notes } = await read({ 'a.md': '# One\n\nx\n\n# Two\n\ny\n' }, 'a.md');
    expect(notes.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(new Set(notes.map(({ key }) => key)).size).toBe(2);
  });

  test('tells the pictures that it names by address: none is looked for', async () => {
    const { findings } = await read({ 'a.md': '# A\n\n![flag](https://spy.example/pixel.gif)\n' }, 'a.md');
    expect(only(findings)).toMatchObject({
      code: 'picture-named',
      place: 'line 3',
      detail: expect.stringContaining('spy.example'),
    });
  });

  test('is called the same when it is read again, and differently when it was changed', async () => {
    const key = async (text: string) => only((await read({ 'a.md': text }, 'a.md')).notes).key;
    expect(await key('# A\n')).toBe(await key('# A\n'));
    expect(await key('# A\n')).not.toBe(await key('# B\n'));
  });

  test('is kept whole beside its notes', async () => {
    const drop = dropOf({ 'x/a.md': '# A\n' });
    const found = await recognised(markdownNote, drop, 'x/a.md');
    const original = found && (await markdownNote.original?.(found, drop, { parts: new Set() }));
    expect(original).toMatchObject({ how: 'whole', file: { path: 'x/a.md', name: 'a.md' } });
  });

  test('is known by its name alone, and only where its bytes are text', async () => {
    const drop = dropOf({ 'a.md': new Uint8Array([0, 1, 2]), 'b.txt': '# A', 'c.MD': '# A', 'd.md': '' });
    const all = await recogniseAll(drop);
    expect(all.filter(({ importer }) => importer === markdownNote).map(({ found }) => found.main)).toEqual(['c.MD']);
  });

  test('in another encoding says that it was guessed', async () => {
    const bytes = Uint8Array.from('# \xcf\xf0\xe8\xe2\xe5\xf2', (letter) => letter.charCodeAt(0));
    const { notes, findings } = await read({ 'a.md': bytes }, 'a.md');
    expect(only(notes).title).toBe('Привет');
    expect(findings.map(({ code }) => code)).toEqual(['guessed']);
  });
});
