import { expect, test } from 'vitest';
import { dropOf, only, readAll, recognised } from './drop.fixture.ts';
import { subtitlesFile } from './subtitles-file.ts';

const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nThe convoy stops.\n\n00:03.000 --> 00:04.000\nThen it burns.\n';
const ass =
  '\ufeff[Script Info]\n\n[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,{\\p1}m 0 0 l 9 9{\\p0}Seen, and heard\n';

test('subtitles without their film become a document of what is said, with the file as it is', async () => {
  const { drafts, findings } = await readAll(subtitlesFile, dropOf({ 'a/clip.fr.vtt': vtt }), 'a/clip.fr.vtt');
  const { exhibit, files } = only(drafts);
  expect(exhibit).toMatchObject({
    kind: 'document',
    title: 'clip.fr.vtt',
    language: 'fr',
    body: { verbatim: 'The convoy stops.\nThen it burns.' },
  });
  expect(files).toMatchObject([{ role: 'original', mime: 'text/vtt', path: 'a/clip.fr.vtt' }]);
  expect(findings).toEqual([]);
});

test('SubStation Alpha is known by its beginning; its drawings are not words', async () => {
  const { drafts } = await readAll(subtitlesFile, dropOf({ 'x.txt': ass }), 'x.txt');
  expect(only(drafts).exhibit.body).toMatchObject({ verbatim: 'Seen, and heard' });
});

test('subtitles in which nothing is said are kept and told; plain text is none', async () => {
  const drop = dropOf({ 'x.vtt': 'WEBVTT\n', 'y.txt': 'WEBVTTX is no format' });
  const { drafts, findings } = await readAll(subtitlesFile, drop, 'x.vtt');
  expect(only(drafts).files).toHaveLength(1);
  expect(findings).toMatchObject([{ code: 'nothing-inside' }]);
  expect(await recognised(subtitlesFile, drop, 'y.txt')).toBeUndefined();
});
