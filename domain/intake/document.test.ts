import { describe, expect, it } from 'vitest';
import { document } from './document.ts';
import { dropOf, only, readAll, recognised } from './drop.fixture.ts';
import { recogniseAll } from './importers.ts';
import { otherFile } from './other-file.ts';

/** A PDF of one page for each text, as small as pdf.js reads it. */
function pdfOf(...texts: string[]): string {
  const pages = texts.map((text, n) => {
    const drawn = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
    return `${n * 2 + 5} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents ${n * 2 + 6} 0 R/Resources<</Font<</F1 3 0 R>>>>>>endobj
${n * 2 + 6} 0 obj<</Length ${drawn.length}>>
stream
${drawn}
endstream endobj
`;
  });
  return `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj
2 0 obj<</Type/Pages/Kids[${texts.map((_, n) => `${n * 2 + 5} 0 R`).join(' ')}]/Count ${texts.length}>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
4 0 obj<</Title(The report)>>endobj
${pages.join('')}trailer<</Root 1 0 R/Info 4 0 R>>`;
}

describe('a document', () => {
  it('of PDF has its pages, its title and its words', async () => {
    const { drafts, findings } = await readAll(
      document,
      dropOf({ 'a.pdf': pdfOf('First page.', 'Second page.') }),
      'a.pdf',
    );
    const { exhibit, files } = only(drafts);
    expect(exhibit).toMatchObject({
      kind: 'document',
      title: 'The report',
      body: { pages: 2, verbatim: 'First page.\n\nSecond page.' },
    });
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
