import { describe, expect, test } from 'vitest';
import { dropOf, only, readAll } from './drop.fixture.ts';
import { recogniseAll } from './importers.ts';
import { webPage } from './web-page.ts';

const single = (more = '') => `<!DOCTYPE html> <html lang=fr><!--
 Page saved with SingleFile 
 url: https://news.example/a?b=1 
 saved date: Mon Nov 23 2026 17:18:51 GMT+0100 (heure normale)
--><meta charset=utf-8><title>Une colonne</title><meta property="article:published_time" content="2024-07-28T10:00:00+01:00">
<p>La colonne est partie.</p><script>globalThis.ran = 1</script>${more}</html>`;
const mhtml = (head: string) =>
  `From: <Saved by Blink>
Snapshot-Content-Location: https://news.example/b
Subject: The wells
Date: Wed, 16 Mar 2022 19:24:12 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="x"
${head}
--x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://news.example/b

<title>The wells</title><p>Seen at the wells=21
--x--
`.replaceAll('\n', '\r\n');
const read = (files: Record<string, string>, path: string) => readAll(webPage, dropOf(files), path);

describe('a saved page', () => {
  test('by SingleFile: address and date of saving as it writes them, its title, words and date; the file stays as it is', async () => {
    const { drafts, findings } = await read({ 'a.html': single() }, 'a.html');
    const { exhibit, files } = only(drafts);
    expect(exhibit).toMatchObject({
      kind: 'web-page',
      title: 'Une colonne',
      language: 'fr',
      published: { from: '2024-07-28T10:00:00', zone: '+01:00' },
      collected: { tool: 'SingleFile', at: { from: '2026-11-23T17:18:51', zone: '+01:00' } },
      body: {
        address: 'https://news.example/a?b=1',
        saved: 'Mon Nov 23 2026 17:18:51 GMT+0100 (heure normale)',
        verbatim: expect.stringContaining('La colonne est partie.'),
      },
    });
    expect(exhibit.kind === 'web-page' && exhibit.body.verbatim).not.toContain('globalThis');
    expect(files).toEqual([{ name: 'a.html', mime: 'text/html', role: 'original', path: 'a.html' }]);
    expect(findings).toEqual([]);
  });

  test('as MHTML: where and when the message says it was saved', async () => {
    const { exhibit, files } = only((await read({ 'b.mhtml': mhtml('') }, 'b.mhtml')).drafts);
    expect(exhibit).toMatchObject({
      title: 'The wells',
      collected: { tool: 'Blink', at: { from: '2022-03-16T19:24:12', zone: 'Z' } },
      body: { address: 'https://news.example/b', verbatim: expect.stringContaining('Seen at the wells!') },
    });
    expect(only(files)).toMatchObject({ mime: 'multipart/related', role: 'original' });
  });

  test('by a browser comes with the folder beside it; without it, that is told', async () => {
    const page = '<html><title>A</title><img src="A_files/x.png">';
    const files = { 'A.html': page, 'A_files/x.png': 'x', 'A_files/in.html': '<html>frame', 'B.html': '<html>other' };
    const { drafts } = await read(files, 'A.html');
    expect(only(drafts).files.map(({ path, role }) => [path, role])).toEqual([
      ['A.html', 'original'],
      ['A_files/x.png', 'sidecar'],
      ['A_files/in.html', 'sidecar'],
    ]);
    const all = await recogniseAll(dropOf(files));
    expect(all.map(({ found }) => found.main)).toEqual(['A.html', 'B.html']);
    const { findings } = await read({ 'A.html': page }, 'A.html');
    expect(findings).toContainEqual({ code: 'file-missing', path: 'A.html', detail: 'A_files/' });
  });

  test('that states two dates of publishing has neither: they are told side by side', async () => {
    const { drafts, findings } = await read(
      {
        'a.html': single(
          '<meta property="og:published_time" content="2023-01-01"><meta name="date" content="2022-02-02">',
        ),
      },
      'a.html',
    );
    expect(only(drafts).exhibit.published).toBeUndefined();
    expect(findings.map(({ code }) => code)).toContain('values-differ');
  });

  test('is known by its bytes, whatever its name; a post of Telegram’s pages and a text are none', async () => {
    const drop = dropOf({
      'page.bin': single(),
      'c.txt': 'Not <b>a</b> page',
      'd.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    const all = await recogniseAll(drop);
    expect(all.filter(({ importer }) => importer === webPage).map(({ found }) => found.main)).toEqual(['page.bin']);
  });
});
