import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exhibitSchema } from '#domain/evidence/exhibit.ts';
import { kinds } from '#domain/evidence/kinds.ts';
import { dropOf, only, readAll, recognised } from './drop.fixture.ts';
import { type JpegParts, jpegOf } from './photo/jpeg.fixture.ts';
import { photoMetadataSchema } from './photo/photo-metadata.ts';
import { photo } from './photo.ts';

const read = (bytes: Uint8Array, more: Record<string, string | Uint8Array> = {}) =>
  readAll(photo, dropOf({ 'a/x.jpg': bytes, ...more }), 'a/x.jpg');
const metadataOf = ({ drafts }: Awaited<ReturnType<typeof read>>) => {
  const { exhibit } = only(drafts);
  if (exhibit.kind !== 'photo') throw new Error(`a photo was expected, not a ${exhibit.kind}`);
  return photoMetadataSchema.parse(only(Object.values(exhibit.body.metadata)));
};
const taken = async (parts: JpegParts) => {
  const all = await read(jpegOf(parts));
  return { happened: only(all.drafts).exhibit.happened, codes: all.findings.map(({ code }) => code), ...all };
};

const ORIGINAL = 0x9003;
const OFFSET = 0x9011;
const MODIFIED = 0x0132;
const xmpOf = (attributes: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ${attributes}/></rdf:RDF></x:xmpmeta>`;
const bamako = {
  1: 'N',
  2: [
    [12, 1],
    [39, 1],
    [9, 1],
  ],
  3: 'W',
  4: [
    [8, 1],
    [0, 1],
    [10, 1],
  ],
} as const;

describe('when it was taken', () => {
  test('a zone that stands beside the time is its zone; without one it is unknown', async () => {
    const zoned = await taken({ exif: { [ORIGINAL]: '2024:07:27 18:30:05', [OFFSET]: '+03:00' } });
    expect(zoned.happened).toMatchObject({ from: '2024-07-27T18:30:05', zone: '+03:00', words: '2024:07:27 18:30:05' });
    const bare = await taken({ exif: { [ORIGINAL]: '2024:07:27 18:30:05' } });
    expect(bare.happened).toMatchObject({ from: '2024-07-27T18:30:05', zone: 'unknown' });
    expect(bare.findings).toEqual([]);
  });

  test.each([
    '0000:00:00 00:00:00',
    '    :  :     :  :  ',
    '1970:01:01 00:00:12',
    '1985:05:05 10:00:00',
    '2099:01:05 10:00:00',
  ])('a clock that was never set, or is of no camera, is told and not taken: %s', async (written) => {
    const { happened, codes, ...all } = await taken({ exif: { [ORIGINAL]: written } });
    expect(happened).toBeUndefined();
    if (written.trim().replaceAll(/[\s:]/g, '') !== '') expect(codes).toEqual(['doubtful-date']);
    expect(metadataOf(all).tags.exif?.DateTimeOriginal).toBeDefined();
  });

  test('a time after the file was last changed cannot be right', async () => {
    const { happened, findings } = await taken({
      main: { [MODIFIED]: '2008:07:31 17:32:06' },
      exif: { [ORIGINAL]: '2016:11:24 14:41:16' },
    });
    expect(happened).toBeUndefined();
    expect(findings).toMatchObject([
      { code: 'clock-conflict', detail: '2016:11:24 14:41:16, EXIF DateTime 2008:07:31 17:32:06' },
    ]);
  });

  test('EXIF and XMP that disagree are both shown, and neither is chosen', async () => {
    const all = await read(
      jpegOf({
        exif: { [ORIGINAL]: '2024:07:27 18:30:05' },
        xmp: xmpOf('photoshop:DateCreated="2024-07-25T09:00:00"'),
      }),
    );
    expect(only(all.drafts).exhibit.happened).toBeUndefined();
    expect(all.findings).toMatchObject([{ code: 'values-differ', place: 'taken' }]);
    expect(metadataOf(all).differ).toEqual([
      {
        what: 'taken',
        sayings: [
          { where: 'EXIF DateTimeOriginal', says: '2024:07:27 18:30:05' },
          { where: 'XMP DateCreated', says: '2024-07-25T09:00:00' },
        ],
      },
    ]);
  });

  test('one clock told with and without its zone, and one instant in two zones, are no disagreement', async () => {
    const zone = await taken({
      exif: { [ORIGINAL]: '2024:07:27 18:30:05' },
      xmp: xmpOf('photoshop:DateCreated="2024-07-27T18:30:05+03:00"'),
    });
    expect(zone.happened).toMatchObject({ from: '2024-07-27T18:30:05', zone: '+03:00' });
    const instant = await taken({
      exif: { [ORIGINAL]: '2024:07:27 18:30:05', [OFFSET]: '+03:00' },
      xmp: xmpOf('exif:DateTimeOriginal="2024-07-27T15:30:05Z"'),
    });
    expect([...zone.findings, ...instant.findings]).toEqual([]);
  });

  test('how far the clock was from GPS time is told; farther than any zone is a conflict', async () => {
    const gps = (day: string) => ({
      7: [
        [15, 1],
        [28, 1],
        [0, 1],
      ] as const,
      29: day,
    });
    const near = await read(jpegOf({ exif: { [ORIGINAL]: '2024:07:27 18:30:00' }, gps: gps('2024:07:27') }));
    expect(metadataOf(near).aheadOfGps).toBe(3 * 3600 + 120);
    expect(near.findings).toEqual([]);
    const far = await read(jpegOf({ exif: { [ORIGINAL]: '2024:07:27 18:30:00' }, gps: gps('2024:07:29') }));
    const wrong = await read(
      jpegOf({ exif: { [ORIGINAL]: '2024:07:27 18:30:00', [OFFSET]: '+05:00' }, gps: gps('2024:07:27') }),
    );
    for (const { findings } of [far, wrong]) {
      expect(findings).toMatchObject([{ code: 'clock-conflict', place: 'GPSTimeStamp' }]);
    }
  });
});

describe('where it was taken', () => {
  test('GPS becomes a place that the camera says, with altitude and direction in the words of the file', async () => {
    const { drafts } = await read(jpegOf({ gps: { ...bamako, 6: [[350, 1]], 16: 'T', 17: [[45, 1]], 31: [[8, 1]] } }));
    const { place } = only(drafts).exhibit;
    expect(place).toMatchObject({ how: 'camera says', precision: 8, name: '' });
    expect(place?.at?.lat).toBeCloseTo(12.6525, 6);
    expect(place?.at?.lon).toBeCloseTo(-8.002778, 5);
    expect(place?.because).toMatch(/^EXIF GPS; GPSAltitude 350.*GPSImgDirection 45/);
  });

  test.each([
    ['without its letters', { 2: bamako[2], 4: bamako[4] }, 'not-readable'],
    [
      'of 0/0',
      {
        ...bamako,
        2: [
          [0, 0],
          [0, 0],
          [0, 0],
        ] as const,
      },
      'not-readable',
    ],
    [
      'beyond the pole',
      {
        ...bamako,
        2: [
          [112, 1],
          [0, 1],
          [0, 1],
        ] as const,
      },
      'not-readable',
    ],
    [
      'at 0° 0′',
      {
        1: 'N',
        2: [
          [0, 1],
          [0, 1],
          [0, 1],
        ] as const,
        3: 'E',
        4: [
          [0, 1],
          [0, 1],
          [0, 1],
        ] as const,
      },
      'doubtful-place',
    ],
  ])('GPS %s is no place', async (_, gps, code) => {
    const { drafts, findings } = await read(jpegOf({ gps }));
    expect(only(drafts).exhibit.place).toBeUndefined();
    expect(findings).toMatchObject([{ code, place: 'EXIF GPS' }]);
  });

  test('an empty GPS directory tells nothing, and nothing is told of it', async () => {
    const { drafts, findings } = await read(jpegOf({ gps: {} }));
    expect(only(drafts).exhibit.place).toBeUndefined();
    expect(findings).toEqual([]);
  });

  test('an XMP file beside it that names another place is shown beside, and no place is chosen', async () => {
    for (const beside of ['a/x.jpg.xmp', 'a/x.xmp']) {
      const all = await read(jpegOf({ gps: bamako }), {
        [beside]: xmpOf('exif:GPSLatitude="48,51.5N" exif:GPSLongitude="2,21.1E"'),
      });
      expect(all.found.belongs).toEqual([beside]);
      const { exhibit, files } = only(all.drafts);
      expect(exhibit.place).toBeUndefined();
      expect(all.findings).toMatchObject([{ code: 'values-differ', place: 'place' }]);
      expect(files.map(({ role, path }) => [role, path])).toEqual([
        ['original', 'a/x.jpg'],
        ['sidecar', beside],
      ]);
    }
  });
});

describe('the file itself', () => {
  test('becomes an exhibit that the store accepts, named by its bytes', async () => {
    const { drafts, survey } = await read(jpegOf({ main: { 272: 'DMC-ZS60' }, gps: bamako }));
    const { key, edition, exhibit } = only(drafts);
    expect(key).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(key.slice(7)).toBe(edition);
    if (exhibit.kind !== 'photo') throw new Error('no photo');
    expect(kinds.photo.body.safeParse(exhibit.body).success).toBe(true);
    expect(exhibitSchema.options[1].shape.place.safeParse(exhibit.place).success).toBe(true);
    expect(survey.parts).toMatchObject([{ counts: { photo: 1 } }]);
  });

  test('a PNG by the name of a JPEG is told; so is a name with a turned ending', async () => {
    const png = Uint8Array.from([
      137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0,
    ]);
    const codes = (await read(png)).findings.map(({ code }) => code);
    expect(codes).toContain('misleading-name');
    const drop = dropOf({ 'gpj.\u202ex.jpg': jpegOf({}) });
    const { findings } = await readAll(photo, drop, 'gpj.\u202ex.jpg');
    expect(findings).toMatchObject([{ code: 'misleading-name' }]);
  });

  test('a picture of more pixels than a machine can hold is told by its header, kept and hashed', async () => {
    const { drafts, findings } = await read(jpegOf({ width: 60_000, height: 60_000 }));
    expect(findings).toMatchObject([{ code: 'too-large', detail: '60000 × 60000' }]);
    expect(only(drafts).files).toMatchObject([{ role: 'original', path: 'a/x.jpg' }]);
  });

  test('nothing at all, and a beginning without an end, are kept and told', async () => {
    const empty = await read(new Uint8Array(0));
    expect(empty.findings).toMatchObject([{ code: 'nothing-inside' }]);
    expect(only(empty.drafts).key).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const cut = await read(jpegOf({}).slice(0, -2));
    expect(cut.findings.map(({ code }) => code)).toEqual(['cut-short']);
  });

  test('EXIF whose size is not that of the picture tells that it was cut or scaled since', async () => {
    const size = { 40962: 4000, 40963: 3000 };
    const cut = await read(jpegOf({ exif: size, width: 1000, height: 1000 }));
    expect(cut.findings).toMatchObject([{ code: 'values-differ', place: 'size' }]);
    expect((await read(jpegOf({ exif: size, width: 3000, height: 4000 }))).findings).toEqual([]);
  });

  test('broken XMP takes nothing else along', async () => {
    const all = await read(jpegOf({ exif: { [ORIGINAL]: '2024:07:27 18:30:05' }, xmp: '<x:xmpmeta><rdf:RDF' }));
    expect(only(all.drafts).exhibit.happened).toMatchObject({ from: '2024-07-27T18:30:05' });
  });

  test('text and films are not pictures, whatever they are called', async () => {
    const drop = dropOf({
      'a.jpg': 'no picture at all',
      'b.txt': 'x',
      'c.mp4': '\0\0\0\x18ftypisom\0\0\x02\0isomiso2',
    });
    for (const path of drop.keys()) expect(await recognised(photo, drop, path)).toBeUndefined();
  });

  test('a picture changed anywhere gives an exhibit, never a failure', async () => {
    const whole = jpegOf({
      main: { [MODIFIED]: '2024:07:27 18:30:05' },
      exif: { [ORIGINAL]: '2024:07:27 18:30:05', [OFFSET]: '+03:00' },
      gps: bamako,
      xmp: xmpOf('photoshop:DateCreated="2024-07-25T09:00:00"'),
    });
    const places = fc.array(fc.tuple(fc.nat(whole.length - 4), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(places, fc.nat(whole.length), async (changes, length) => {
        const bytes = whole.slice(0, Math.max(4, length));
        for (const [at, value] of changes) if (at + 3 < bytes.length) bytes[at + 3] = value;
        expect((await read(bytes)).drafts).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
