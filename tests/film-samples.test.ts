import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dropOf, only, readAll } from '#domain/intake/drop.fixture.ts';
import { filmMetadataSchema } from '#domain/intake/film/film-metadata.ts';
import { film } from '#domain/intake/film.ts';
import type { DroppedFile } from '#domain/intake/importer.ts';
import { recogniseAll } from '#domain/intake/importers.ts';

const samples = fileURLToPath(new URL('../../shared/samples', import.meta.url));
const missing = !existsSync(samples);
if (missing) process.stdout.write('Skipped: real films through the intake, because ../shared/samples is not here\n');

async function take(name: string) {
  const drop = dropOf({ [name]: new Uint8Array(readFileSync(join(samples, 'video', name))) });
  const { drafts, findings } = await readAll(film, drop, name);
  const { exhibit } = only(drafts);
  if (exhibit.kind !== 'video') throw new Error(`${name} became a ${exhibit.kind}`);
  const metadata = filmMetadataSchema.parse(only(Object.values(exhibit.body.metadata ?? {})));
  const picture = metadata.tracks.find(({ kind }) => kind === 'video');
  return { exhibit, metadata, picture, codes: findings.map(({ code }) => code) };
}

describe.skipIf(missing)('real films', () => {
  test.each([
    ['gen-h264-aac.mp4', 'avc1', 3, 320, 180],
    ['gen-h264-10bit.mp4', 'avc1', 3, 320, 180],
    ['gen-av1.mp4', 'av01', 3, 320, 180],
    ['gen-hevc-hvc1.mp4', 'hvc1', 3, 320, 180],
    ['gen-h263.3gp', 's263', 3, 352, 288],
    ['gen-prores.mov', 'apco', 2, 320, 180],
    ['gen-h264.mkv', 'V_MPEG4/ISO/AVC', 3.023, 320, 180],
    ['gen-vp8.webm', 'V_VP8', 3.003, 320, 180],
    ['gen-vp9.webm', 'V_VP9', 3.007, 320, 180],
    ['gen-mpeg4asp.avi', 'FMP4', 3, 320, 180],
    ['real-telegram-earth-globe.mp4', 'avc1', 1.216, 288, 432],
  ])('%s: %s', async (name, codec, seconds, width, height) => {
    const { metadata, picture, codes } = await take(name);
    expect(picture).toMatchObject({ codec, width, height });
    expect(metadata.duration).toBeCloseTo(seconds, 1);
    expect(codes).toEqual([]);
  });

  test('filmed upright, stored lying: turned by three quarters clockwise (some programs count the other way, and say 90)', async () => {
    expect((await take('gen-h264-rot90.mov')).picture).toMatchObject({ width: 320, height: 180, turned: 270 });
  });

  test('variable frame rate: the length in seconds, no count of frames', async () => {
    expect((await take('gen-h264-vfr.mp4')).metadata.duration).toBeCloseTo(4.97, 1);
  });

  test('cut off with its index first: the whole length is claimed, and it is told', async () => {
    const { metadata, codes } = await take('gen-h264-truncated.mp4');
    expect(metadata.duration).toBe(3);
    expect(codes).toContain('cut-short');
  });

  test.each([
    ['gen-h264.ts', 'AVC', 3.03],
    ['gen-mpeg2.mpg', 'MPEG Video', 3.0],
  ])('%s has no header that tells it: its streams do', async (name, codec, length) => {
    const { exhibit, picture, codes } = await take(name);
    expect(exhibit.body.duration).toBeCloseTo(length, 1);
    expect(picture).toMatchObject({ kind: 'video', codec, width: 320, height: 180 });
    expect(codes).toEqual([]);
  });

  test('QuickTime from before brands, its texts in the old encoding of the Macintosh', async () => {
    const { metadata, picture, codes } = await take('real-exiftool-QuickTime.mov');
    expect(picture?.codec).toBe('jpeg');
    expect(metadata.times[0]).toMatchObject({ where: 'mvhd creation_time', says: '2005-08-11T14:03:54Z' });
    expect(metadata.tags['\xa9com']).toBe('cømpøsér');
    expect(codes).toEqual(['doubtful-date']);
  });

  test('Matroska of a television recorder', async () => {
    const { picture } = await take('real-exiftool-Matroska.mkv');
    expect(picture).toMatchObject({ codec: 'V_MPEG4/ISO/AVC', width: 704, height: 576 });
  });

  test('a place of 3GPP in an MP4', async () => {
    const { metadata } = await take('gen-h264-aac.mp4');
    expect(metadata.places).toMatchObject([{ where: 'loci' }]);
  });
});

describe.skipIf(missing)('gallery-dl', () => {
  test('a picture takes its description along; that of the gallery is a document; a plain link has no date', async () => {
    const folder = 'ytdlp/gallery-dl-loopback/directlink';
    const names = ['127.0.0.1:8765__pic.jpg', '127.0.0.1:8765__pic.jpg.json', 'info.json'];
    const drop = dropOf(
      Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(join(samples, folder, name)))])),
    );
    const all = await recogniseAll(drop);
    expect(all.map(({ importer, found }) => [importer.name, found.main, found.belongs.length])).toEqual([
      ['photo', names[0], 1],
      ['gallery', 'info.json', 0],
    ]);
    const [picture, whole] = all;
    const drafts = [];
    for (const { importer, found } of [picture, whole].filter((one) => one !== undefined)) {
      const choice = { parts: new Set(['whole']) };
      for await (const item of importer.read(found, drop, choice, () => undefined))
        if ('draft' in item) drafts.push(item.draft);
    }
    expect(drafts.map(({ exhibit }) => exhibit.kind)).toEqual(['photo', 'document']);
    expect(drafts[0]?.raw).toMatchObject({ category: 'directlink', domain: '127.0.0.1:8765' });
    expect(drafts[0]?.exhibit.published).toBeUndefined();
  });

  test('a file that only seems to be there: its description becomes a document that tells so', async () => {
    const path = 'x.jpg.json';
    const text = JSON.stringify({ category: 'c', subcategory: 's', filename: 'x', extension: 'jpg', id: '7' });
    const drop: ReadonlyMap<string, DroppedFile> = dropOf({ [path]: text });
    const [one] = await recogniseAll(drop);
    if (!one) throw new Error('nothing was recognised');
    const { findings, drafts } = await readAll(one.importer, drop, path);
    expect(findings).toMatchObject([{ code: 'file-missing', detail: 'x.jpg' }]);
    expect(only(drafts).key).toBe('gallery:c:s:7');
  });
});
