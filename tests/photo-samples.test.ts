import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dropOf, only, readAll } from '#domain/intake/drop.fixture.ts';
import { photoMetadataSchema } from '#domain/intake/photo/photo-metadata.ts';
import { photo } from '#domain/intake/photo.ts';

const samples = fileURLToPath(new URL('../../shared/samples/photos', import.meta.url));
const missing = !existsSync(samples);
if (missing) process.stdout.write('Skipped: real pictures through the intake, because ../shared/samples is not here\n');

async function take(path: string) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const drop = dropOf({ [name]: new Uint8Array(readFileSync(join(samples, path))) });
  const { drafts, findings } = await readAll(photo, drop, name);
  const { exhibit } = only(drafts);
  if (exhibit.kind !== 'photo') throw new Error(`${path} became a ${exhibit.kind}`);
  const metadata = photoMetadataSchema.parse(only(Object.values(exhibit.body.metadata)));
  return { exhibit, metadata, codes: findings.map(({ code }) => code), findings };
}

describe.skipIf(missing)('real pictures', () => {
  test('Nikon P6000: a place by GPS; the clock a day behind GPS time; changed after', async () => {
    const { exhibit, metadata, codes, findings } = await take('exif-samples/DSCN0010.jpg');
    expect(exhibit.happened).toMatchObject({ from: '2008-10-22T16:28:39', zone: 'unknown' });
    expect(exhibit.place?.at?.lat).toBeCloseTo(43.467448, 5);
    expect(exhibit.place?.at?.lon).toBeCloseTo(11.885127, 5);
    expect(metadata.aheadOfGps).toBe(-79_108);
    expect(codes).toContain('clock-conflict');
    expect(findings.find(({ place }) => place === 'GPSTimeStamp')?.detail).toContain('GPS 2008:10:23 14:27:07.24 UTC');
  });

  test('iPhone 13, HEIC: time with its zone, size from the header, stored turned', async () => {
    const { exhibit, metadata, codes } = await take('exif-samples/iphone_13_pro_max.HEIC');
    expect(exhibit.happened).toMatchObject({ from: '2022-02-16T12:55:41.762', zone: '+01:00' });
    expect(metadata).toMatchObject({ type: 'image/heic', width: 4032, height: 3024, orientation: 6 });
    // EXIF says 6 too: it is the same turn told twice, and must not be made twice.
    expect(metadata.tags.exif?.Orientation?.value).toBe(6);
    expect(codes).toEqual([]);
  });

  test('a time after the last change is no time of taking', async () => {
    const { exhibit, findings } = await take('exif-samples/WWL_(Polaroid)_ION230.jpg');
    expect(exhibit.happened).toBeUndefined();
    expect(findings.map(({ detail }) => detail).join()).toContain('2026:11:24 14:41:16');
  });

  test('a date only in XMP, in UTC', async () => {
    const { exhibit } = await take('exif-samples/30-type_error.jpg');
    expect(exhibit.happened).toMatchObject({ from: '2013-07-05T03:18:27', zone: 'Z' });
  });

  test('a broken pointer to the GPS directory takes nothing else along', async () => {
    const { exhibit, metadata } = await take('exif-samples/45-gps_ifd.jpg');
    expect(exhibit.place).toBeUndefined();
    expect(exhibit.happened).toMatchObject({ from: '2012-06-23T06:55:49' });
    expect(metadata.tags.exif?.Model?.text).toBe('Gran Turismo 5');
  });

  test.each([
    ['landscape_6', 450, 600, 6],
    ['portrait_5', 600, 450, 5],
  ])('%s: stored size, and how it must be turned', async (name, width, height, orientation) => {
    expect((await take(`exif-samples/${name}.jpg`)).metadata).toMatchObject({ width, height, orientation });
  });

  test('a picture scaled since: EXIF tells of 4134 × 5906', async () => {
    const { metadata } = await take('exif-samples/no_exif.jpg');
    expect(metadata).toMatchObject({ width: 322, height: 466 });
    expect(metadata.tags.exif?.ImageWidth?.text).toBe('4134');
  });

  test('large XMP is read, and the date of digitisation is not one of taking', async () => {
    const { exhibit, metadata } = await take('exif-samples/image00971.jpg');
    expect(exhibit.happened).toBeUndefined();
    expect(metadata.tags.xmp?.CreateDate?.text).toBe('2010-04-13T09:37:22+02:00');
  });

  test.each([
    ['derived/bomb-50000x50000-1bit.png', 'too-large'],
    ['derived/huge-20000x15000.jpg', 'too-large'],
    ['derived/truncated-DSCN0010.jpg', 'cut-short'],
    ['derived/truncated-in-exif.jpg', 'cut-short'],
    ['derived/zero-bytes.jpg', 'nothing-inside'],
    ['derived/png-named.jpg', 'misleading-name'],
  ])('%s is kept and told: %s', async (path, code) => {
    const { codes, exhibit } = await take(path);
    expect(codes).toContain(code);
    expect(Object.keys(exhibit.body.metadata)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  test('a corrupted picture with a whole frame keeps its metadata', async () => {
    const { exhibit } = await take('exif-samples/corrupted.jpg');
    expect(exhibit.happened).toMatchObject({ from: '2015-09-08T11:02:17', zone: 'unknown' });
  });
});

describe.skipIf(missing)('C2PA, against the verdicts of c2patool', () => {
  const verdict = (name: string) => {
    const path = join(samples, `c2pa/${name}.manifest_store.json`);
    const store: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const status =
      typeof store === 'object' && store !== null && 'validation_status' in store ? store.validation_status : [];
    return Array.isArray(status) ? status.map(({ code }: { code: string }) => code) : [];
  };

  test('CA: as it was signed; who signed cannot be trusted for that', async () => {
    const { metadata, codes } = await take('c2pa/adobe-20220124-CA.jpg');
    expect(verdict('adobe-20220124-CA')).toEqual([]);
    expect(metadata.c2pa).toMatchObject({
      found: 'manifest',
      bound: 'intact',
      faults: [],
      generator: 'make_test_images/0.16.1 c2pa-rs/0.16.1',
      title: 'CA.jpg',
      actions: ['c2pa.opened', 'c2pa.color_adjustments'],
      signer: { subject: expect.stringContaining('O=C2PA Test Signing Cert') },
      signed: '2023-01-24T14:48:56.000Z',
    });
    expect(codes).toEqual([]);
  });

  test('E-dat-CA: bytes changed after signing', async () => {
    const { metadata, findings } = await take('c2pa/adobe-20220124-E-dat-CA.jpg');
    expect(metadata.c2pa).toMatchObject({ bound: 'altered', faults: verdict('adobe-20220124-E-dat-CA') });
    expect(findings).toMatchObject([
      { code: 'altered-since-signed', place: 'C2PA', detail: 'assertion.dataHash.mismatch' },
    ]);
  });

  test('I: no manifest is called no manifest', async () => {
    const { metadata, codes } = await take('c2pa/adobe-20220124-I.jpg');
    expect(metadata.c2pa).toEqual({ found: 'none' });
    expect(codes).not.toContain('altered-since-signed');
  });
});
