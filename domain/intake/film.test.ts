import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '#domain/evidence/kinds.ts';
import { dropOf, only, readAll, recognised } from './drop.fixture.ts';
import { type Mp4Parts, mp4Of, oldText } from './film/film.fixture.ts';
import { filmMetadataSchema } from './film/film-metadata.ts';
import { film } from './film.ts';

const read = async (bytes: Uint8Array, more: Record<string, string | Uint8Array> = {}) => {
  const all = await readAll(film, dropOf({ 'a/clip.mp4': bytes, ...more }), 'a/clip.mp4');
  const { exhibit } = only(all.drafts);
  if (exhibit.kind !== 'video') throw new Error(`a film was expected, not a ${exhibit.kind}`);
  expect(kinds.video.body.safeParse(exhibit.body).success).toBe(true);
  const metadata = filmMetadataSchema.parse(only(Object.values(exhibit.body.metadata ?? {})));
  return { ...all, exhibit, metadata, codes: all.findings.map(({ code }) => code) };
};
const of = (parts: Mp4Parts) => read(mp4Of(parts));

/** 2024-07-27T18:30:00Z in seconds since 1904. */
const IN_2024 = 2_082_844_800 + 1_722_105_000;

describe('what the header of an MP4 says', () => {
  test('duration, size, codec; the index behind the pictures', async () => {
    const { exhibit, metadata, codes } = await of({ codec: 'hvc1' });
    expect(exhibit.body.duration).toBe(12.5);
    expect(metadata).toMatchObject({
      type: 'video/mp4',
      duration: 12.5,
      tracks: [{ kind: 'video', codec: 'hvc1', width: 320, height: 180 }],
      times: [],
    });
    expect(codes).toEqual([]);
  });

  test('a matrix that turns says how far, clockwise', async () => {
    expect((await of({ matrix: [0, 1] })).metadata.tracks[0]?.turned).toBe(90);
    expect((await of({ matrix: [-1, 0] })).metadata.tracks[0]?.turned).toBe(180);
    expect((await of({ matrix: [0, -1] })).metadata.tracks[0]?.turned).toBe(270);
    expect((await of({})).metadata.tracks[0]?.turned).toBeUndefined();
  });

  test('the first of January 1904 is no date; a count from 1970 is doubted; a right one is shown and not taken for the recording', async () => {
    const none = await of({ created: 0 });
    expect(none.metadata.times).toEqual([]);
    const fromUnix = await of({ created: 1_722_105_000 });
    expect(fromUnix.codes).toEqual(['doubtful-date']);
    const right = await of({ created: IN_2024 });
    expect(right.metadata.times).toEqual([
      {
        where: 'mvhd creation_time',
        says: '2024-07-27T18:30:00Z',
        moment: { from: '2024-07-27T18:30:00', to: '2024-07-27T18:30:00', zone: 'Z' },
      },
    ]);
    for (const { exhibit } of [none, fromUnix, right]) expect(exhibit.happened).toBeUndefined();
  });

  test('what a phone says: when with its zone, where, which model', async () => {
    const { exhibit, metadata } = await of({
      brand: 'qt  ',
      keys: {
        'com.apple.quicktime.creationdate': '2024-07-27T20:30:00+0200',
        'com.apple.quicktime.location.ISO6709': '+12.6525-008.0028+350.120/',
        'com.apple.quicktime.model': 'iPhone 13',
      },
    });
    expect(exhibit.happened).toMatchObject({ from: '2024-07-27T20:30:00', zone: '+02:00' });
    expect(exhibit.place).toMatchObject({ how: 'camera says', at: { lat: 12.6525, lon: -8.0028 } });
    expect(metadata.tags).toEqual({ 'com.apple.quicktime.model': 'iPhone 13' });
  });

  test.each([
    ['one place in two writings', [oldText('\xa9xyz', '+12.6525-008.0028/')], undefined],
    [
      'two places',
      [oldText('\xa9xyz', '+12.6525-008.0028/'), oldText('\xa9xyz', '+48.8577+002.2950/')],
      'values-differ',
    ],
    ['no fix', [oldText('\xa9xyz', '+00.0000+000.0000/')], 'doubtful-place'],
    ['no place', [oldText('\xa9xyz', 'somewhere')], 'not-readable'],
  ])('©xyz: %s', async (_, userData, fault) => {
    const { exhibit, codes } = await of({ userData: userData.flat() });
    expect(codes).toEqual(fault === undefined ? [] : [fault]);
    expect(exhibit.place === undefined).toBe(fault !== undefined);
  });

  test('an index that is not there, and a file cut short, are told and kept', async () => {
    const whole = mp4Of({});
    const without = whole.slice(0, 16 + 48);
    expect((await read(without)).codes).toContain('cut-short');
    expect((await read(whole.slice(0, -30))).codes).toContain('cut-short');
    expect((await read(new Uint8Array(0))).codes).toEqual(['nothing-inside']);
    const { files, key } = only((await read(without)).drafts);
    expect(key).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(files).toMatchObject([{ role: 'original', path: 'a/clip.mp4' }]);
  });

  test('another container under the name is told', async () => {
    const drop = dropOf({ 'clip.avi': mp4Of({}) });
    expect((await readAll(film, drop, 'clip.avi')).findings).toMatchObject([
      { code: 'misleading-name', detail: 'video/mp4' },
    ]);
  });

  test('a film changed anywhere gives an exhibit, never a failure', async () => {
    const whole = mp4Of({
      created: IN_2024,
      userData: oldText('\xa9xyz', '+12.6525-008.0028/'),
      keys: { 'com.apple.quicktime.creationdate': '2024-07-27T20:30:00+0200' },
    });
    const places = fc.array(fc.tuple(fc.nat(whole.length - 13), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 12, max: whole.length }), async (changes, length) => {
        const bytes = whole.slice(0, length);
        for (const [at, value] of changes) if (at + 12 < bytes.length) bytes[at + 12] = value;
        expect((await read(bytes)).drafts).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what lies beside it', () => {
  const srt = '1\n00:00:01,000 --> 00:00:02,500\nThe convoy stops.\n';
  const ass =
    '[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Text\nComment: 0,0:00:00.00,0:00:01.00,A,no\nDialogue: 0,0:00:03.50,0:00:04.00,A,{\\i1}Second{\\i0},\\Nwith a comma\nDialogue: 0,0:00:01.00,0:00:02.00,A,First\nDialogue: 0,soon,0:00:02.00,A,Bad\n';

  test('the only subtitles become the transcript', async () => {
    const { exhibit, found } = await read(mp4Of({}), { 'a/clip.en.srt': srt, 'a/other.srt': srt });
    expect(found.belongs).toEqual(['a/clip.en.srt']);
    expect(exhibit.body).toMatchObject({
      transcript: 'The convoy stops.',
      subtitles: [{ file: 'clip.en.srt', language: 'en', cues: [{ from: 1, to: 2.5 }] }],
    });
  });

  test('of two languages neither is taken for the words spoken; SubStation Alpha is read', async () => {
    const { exhibit, findings } = await read(mp4Of({}), { 'a/clip.en.srt': srt, 'a/clip.fr.ass': ass });
    expect(exhibit.body.transcript).toBeUndefined();
    expect(exhibit.body.subtitles?.[1]).toEqual({
      file: 'clip.fr.ass',
      language: 'fr',
      cues: [
        { from: 1, to: 2, text: 'First' },
        { from: 3.5, to: 4, text: 'Second,\nwith a comma' },
      ],
    });
    expect(findings).toMatchObject([{ code: 'not-readable', place: 'line 9' }]);
  });

  test('a description by gallery-dl beside it tells when it was published, in UTC, and by whom', async () => {
    const info = {
      category: 'twitter',
      subcategory: 'tweet',
      tweet_id: 1816000000000000000,
      date: '2024-07-27 18:30:00',
      content: 'The convoy',
      author: { id: 42, name: 'desk', nick: 'The Desk' },
    };
    const { drafts } = await read(mp4Of({}), { 'a/clip.mp4.json': JSON.stringify(info) });
    const { exhibit, source, raw, files } = only(drafts);
    expect(exhibit.published).toMatchObject({ from: '2024-07-27T18:30:00', zone: 'Z' });
    expect(exhibit.description).toBe('The convoy');
    expect(source).toEqual({ name: 'The Desk', what: 'channel', handles: ['desk'], key: 'twitter:channel:42' });
    expect(raw).toMatchObject({ category: 'twitter', author: { id: 42 } });
    expect(files.map(({ role }) => role)).toEqual(['original', 'sidecar']);
  });

  test('sound alone is no film', async () => {
    const drop = dropOf({ 'a.m4a': mp4Of({ brand: 'M4A ' }) });
    expect(await recognised(film, drop, 'a.m4a')).toBeUndefined();
  });
});
