import { describe, expect, it } from 'vitest';
import { document } from './document.ts';
import { dropOf, only, readAll, recognised } from './drop.fixture.ts';
import { recogniseAll } from './importers.ts';
import { otherFile } from './other-file.ts';
import { pdfOf } from './pdf.fixture.ts';

describe('a document', () => {
  it('of PDF has its pages, its words, and what it says of itself', async () => {
    const { drafts, findings } = await readAll(
      document,
      dropOf({ 'a.pdf': pdfOf('First page.', 'Second page.') }),
      'a.pdf',
    );
    const { exhibit, files, raw } = only(drafts);
    expect(exhibit).toMatchObject({
      kind: 'document',
      title: 'a.pdf',
      body: { pages: 2, verbatim: 'First page.\n\nSecond page.' },
    });
    expect(raw).toMatchObject({ Title: 'The report' });
    expect(only(files)).toMatchObject({ name: 'a.pdf', mime: 'application/pdf', path: 'a.pdf' });
    expect(findings).toEqual([]);
  });

  it.each([
    ['cut off', pdfOf('First page.').slice(0, 60)],
    ['empty after its sign', '%PDF-1.7\n'],
  ])('of a PDF that is %s is kept, and it is said', async (_, broken) => {
    const { drafts, findings } = await readAll(document, dropOf({ 'a.pdf': broken }), 'a.pdf');
    expect(only(drafts).exhibit).toMatchObject({ kind: 'document', title: 'a.pdf', body: { verbatim: '' } });
    expect(findings).toMatchObject([{ code: 'not-readable', path: 'a.pdf' }]);
  });

  it('of plain text has its words, and it is said when the encoding is guessed', async () => {
    const bytes = new Uint8Array([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0d, 0x0a, 0x21]); // «Привет» in windows-1251
    const { drafts, findings } = await readAll(document, dropOf({ 'a.txt': bytes }), 'a.txt');
    expect(only(drafts).exhibit.body).toMatchObject({ verbatim: 'Привет\n!' });
    expect(findings).toMatchObject([{ code: 'guessed', detail: 'windows-1251' }]);
  });

  it('is not made of bytes that only call themselves text', async () => {
    const drop = dropOf({ 'a.txt': new Uint8Array([0x4d, 0x5a, 0, 1, 2, 3]), 'b.txt': '' });
    expect(await recognised(document, drop, 'a.txt')).toBeUndefined();
    expect(await recognised(document, drop, 'b.txt')).toBeUndefined();
  });
});

describe('any other file', () => {
  it('is offered as it is, and left unless chosen', async () => {
    const drop = dropOf({ 'tools/run.exe': new Uint8Array([0x4d, 0x5a, 0]) });
    expect(await recogniseAll(drop)).toMatchObject([{ importer: { name: 'other-file', leftUnlessChosen: true } }]);
    const { drafts } = await readAll(otherFile, drop, 'tools/run.exe');
    expect(only(drafts)).toMatchObject({
      exhibit: { kind: 'document', title: 'run.exe' },
      files: [{ path: 'tools/run.exe', mime: 'application/octet-stream' }],
    });
  });

  it('whose name reads wrongly, or that is empty, says so', async () => {
    const { findings } = await readAll(otherFile, dropOf({ 'photo\u202egpj.exe': '' }), 'photo\u202egpj.exe');
    expect(findings.map(({ code }) => code)).toEqual(['misleading-name', 'nothing-inside']);
  });
});
