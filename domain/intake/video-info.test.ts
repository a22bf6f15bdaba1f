import { describe, expect, test } from 'vitest';
import { exhibitSchema } from '#domain/evidence/exhibit.ts';
import { dropOf, only, readAll, recognised } from './drop.fixture.ts';
import { videoInfo } from './video-info.ts';

const MP4 = new Uint8Array([
  0,
  0,
  0,
  0x18,
  ...new TextEncoder().encode('ftypisom'),
  0,
  0,
  2,
  0,
  ...new TextEncoder().encode('isomiso2'),
]);
const OWN_IP = '2404:c0:2b10:5f9a:1c2d:3e4f:5a6b:7c8d';

/** As yt-dlp writes one of a YouTube film, with the downloader's address in the media addresses. */
const youtube = {
  id: 'dQw4w9WgXcQ',
  title: 'Convoy near the border: 27 July',
  formats: [
    {
      format_id: '137',
      url: `https://rr3.googlevideo.com/videoplayback?expire=1&ei=x&ip=${encodeURIComponent(OWN_IP)}&id=o-A`,
      http_headers: { 'User-Agent': 'Mozilla/5.0' },
      cookies: 'SID=secret; Domain=.youtube.com',
    },
    { format_id: 'sb0', url: `https://manifest.googlevideo.com/api/manifest/hls/ip/${OWN_IP}/id/1` },
  ],
  automatic_captions: { ru: [{ url: `https://www.youtube.com/api/timedtext?ip=0.0.0.0&lang=ru` }] },
  subtitles: { en: [{ ext: 'vtt', url: `https://www.youtube.com/api/timedtext?v=x&ip=${OWN_IP}&lang=en` }] },
  heatmap: [{ start_time: 0, end_time: 1, value: 1 }],
  _filename: '/home/alice/case/film.mp4',
  __files_to_move: {},
  thumbnail: 'https://i.ytimg.com/vi/x/maxres.jpg',
  description: 'first line\r\nsecond line 🎥 https://example.org/?a=1',
  channel: 'Desk',
  channel_id: 'UC123',
  channel_url: 'https://www.youtube.com/channel/UC123',
  uploader: 'Desk',
  uploader_id: '@desk',
  duration: 63.5,
  view_count: 1200,
  like_count: null,
  chapters: [
    { start_time: 2, end_time: 20, title: 'The convoy' },
    { start_time: 15, end_time: 63, title: 'The wreck' },
  ],
  extractor: 'youtube',
  extractor_key: 'Youtube',
  webpage_url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  timestamp: 1722110400,
  upload_date: '20240727',
  language: 'ru',
  epoch: 1722196800,
  ext: 'mp4',
  _type: 'video',
  _version: { version: '2026.08.19', release_git_head: null, repository: 'yt-dlp/yt-dlp' },
};
const sidecar = (info: object) => JSON.stringify(info);
const read = async (info: object, more: Record<string, string | Uint8Array> = {}) =>
  readAll(videoInfo, dropOf({ 'Film [x].info.json': sidecar(info), ...more }), 'Film [x].info.json');

describe('a description by yt-dlp', () => {
  test('becomes a video exhibit with its film, and every field where it belongs', async () => {
    const { drafts, findings, survey } = await read(youtube, { 'Film [x].mp4': MP4 });
    const { exhibit, files, source, key, raw } = only(drafts);
    expect(exhibit).toMatchObject({
      kind: 'video',
      title: 'Convoy near the border: 27 July',
      description: youtube.description,
      language: 'ru',
      published: { from: '2024-07-27T20:00:00', to: '2024-07-27T20:00:00', zone: 'Z' },
      collected: { at: { from: '2024-07-28T20:00:00', zone: 'Z' }, tool: 'yt-dlp', version: '2026.08.19' },
      body: { link: youtube.webpage_url, platform: 'Youtube', uploader: 'Desk', duration: 63.5 },
    });
    expect(key).toBe('video:youtube:dQw4w9WgXcQ');
    expect(source).toMatchObject({ name: 'Desk', what: 'channel', key: 'youtube:channel:UC123' });
    expect(files.map(({ name, role, mime }) => [name, role, mime])).toEqual([
      ['Film [x].mp4', 'original', 'video/mp4'],
      ['Film [x].info.json', 'sidecar', 'application/json'],
    ]);
    // Counts are those of the moment of download, which stands beside them.
    expect(raw).toMatchObject({ view_count: 1200, like_count: null, epoch: 1722196800 });
    expect(findings.map(({ code }) => code)).toEqual(['private-left-out']);
    expect(survey).toMatchObject({ title: youtube.title, parts: [{ counts: { video: 1 } }] });
  });

  test('nothing of the downloader is stored: address, cookies, headers, paths, in the sidecar or in raw', async () => {
    const { drafts, findings } = await read(
      { ...youtube, comments: [{ text: `see ${OWN_IP}` }] },
      { 'Film [x].mp4': MP4 },
    );
    const { files, raw } = only(drafts);
    const stored = files.flatMap((file) => ('cleaned' in file ? [new TextDecoder().decode(file.cleaned)] : []));
    for (const text of [only(stored), JSON.stringify(raw)]) {
      for (const secret of [
        OWN_IP,
        encodeURIComponent(OWN_IP),
        'SID=',
        'Mozilla',
        'alice',
        'googlevideo',
        'heatmap":[',
      ]) {
        expect(text).not.toContain(secret);
      }
      expect(text).toContain('left-out');
    }
    expect(JSON.parse(only(stored))).toMatchObject({
      id: youtube.id,
      _casebound: {
        left_out: expect.arrayContaining(['formats', 'automatic_captions', '_filename']),
        sha256_of_original: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    expect(findings[0]?.detail).toContain('formats');
    expect(findings[0]?.detail).not.toContain(OWN_IP);
  });

  test('0.0.0.0 in an address is nobody, and a description without private things stays as it is, byte for byte', async () => {
    const {
      formats: _1,
      automatic_captions: _2,
      subtitles: _3,
      heatmap: _4,
      _filename: _5,
      __files_to_move: _6,
      ...public_
    } = youtube;
    const { drafts, findings } = await read({ ...public_, note: 'https://x.org/?ip=0.0.0.0' });
    expect(only(only(drafts).files)).toEqual({
      name: 'Film [x].info.json',
      mime: 'application/json',
      role: 'sidecar',
      path: 'Film [x].info.json',
    });
    expect(findings.map(({ code }) => code)).toEqual(['file-missing']);
    expect(findings[0]?.detail).toBe('Film [x].mp4');
  });

  test('chapters become the first shots, told by the uploader; they may begin late and overlap', async () => {
    const { drafts } = await read(youtube);
    const { exhibit } = only(drafts);
    const shots = exhibit.kind === 'video' ? Object.values(exhibit.body.shots) : [];
    expect(shots).toMatchObject([
      { order: 0, from: 2, to: 20, seen: 'The convoy', certainty: 'narrated', describedBy: 'Desk' },
      { order: 1, from: 15, to: 63, seen: 'The wreck' },
    ]);
  });

  test('the dates of the generic extractors are those of the file on its server, not of publication', async () => {
    for (const extractor_key of ['Generic', 'HTML5MediaEmbed']) {
      const { drafts, findings } = await read({ ...youtube, extractor_key });
      expect(only(drafts).exhibit.published).toBeUndefined();
      expect(findings).toContainEqual(
        expect.objectContaining({ code: 'doubtful-date', detail: 'timestamp 1722110400' }),
      );
      expect(only(drafts).raw).toMatchObject({ timestamp: 1722110400, upload_date: '20240727' });
    }
  });

  test('a day without a time stamp is a day in UTC, for yt-dlp', async () => {
    const { timestamp: _, ...dayOnly } = youtube;
    const { drafts } = await read(dayOnly);
    expect(only(drafts).exhibit.published).toEqual({
      from: '2024-07-27T00:00',
      to: '2024-07-27T23:59',
      zone: 'Z',
      words: '20240727',
    });
  });

  test('youtube-dl writes no _type, _version, epoch: its day has no stated zone, its collection no moment', async () => {
    const { timestamp: _1, epoch: _2, _type: _3, _version: _4, ...old } = youtube;
    const { drafts } = await read(old);
    const { exhibit } = only(drafts);
    expect(exhibit.published).toEqual({ edtf: '2024-07-27', words: '20240727' });
    expect(exhibit.collected).toEqual({});
  });

  test('two dates that cannot both be right are told', async () => {
    const days = await read({ ...youtube, upload_date: '20240101' });
    expect(days.findings).toContainEqual(expect.objectContaining({ code: 'clock-conflict' }));
    const future = await read({ ...youtube, epoch: 1700000000 });
    expect(future.findings).toContainEqual(
      expect.objectContaining({ code: 'clock-conflict', detail: 'timestamp 1722110400, epoch 1700000000' }),
    );
  });

  test('an id that is no text and no number still tells one film of a playlist from another', async () => {
    const entries = [{ a: 1 }, { a: 2 }, ['x'], 0].map((id) => ({ ...youtube, id }));
    const { drafts } = await read({ _type: 'playlist', id: 'P', title: 'List', extractor_key: 'Youtube', entries });
    const keys = drafts.slice(1).map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
    expect(keys.join()).not.toContain('[object');
    expect(keys[3]).toBe('video:youtube:0');
  });

  test('ids are not unique over platforms, and over generic pages not at all: the key says which', async () => {
    const keys: string[] = [];
    for (const info of [
      youtube,
      { ...youtube, extractor_key: 'Vimeo' },
      { ...youtube, extractor_key: 'Generic', webpage_url: 'https://a.example/clip.mp4' },
      { ...youtube, extractor_key: 'Generic', webpage_url: 'https://b.example/clip.mp4' },
    ]) {
      keys.push(only((await read(info)).drafts).key);
    }
    expect(new Set(keys).size).toBe(4);
  });

  test('the same film downloaded again has the same key and edition; a changed title another edition', async () => {
    const first = only((await read(youtube)).drafts);
    const again = only((await read({ ...youtube, epoch: 1722200000, view_count: 9 })).drafts);
    const changed = only((await read({ ...youtube, title: 'Another' })).drafts);
    expect([again.key, again.edition]).toEqual([first.key, first.edition]);
    expect(changed.key).toBe(first.key);
    expect(changed.edition).not.toBe(first.edition);
  });

  test('a @handle, which YouTube brought in 2023, is a handle and no key; the channel stays one source', async () => {
    const old = only((await read({ ...youtube, uploader_id: 'UC123', channel_id: null })).drafts);
    const now = only((await read(youtube)).drafts);
    expect(old.source?.key).toBe('youtube:channel:UC123');
    expect(now.source?.key).toBe('youtube:channel:UC123');
    expect(now.source?.handles).toEqual(['@desk', youtube.channel_url]);
  });

  test('every field may be null or absent', async () => {
    const nothing = Object.fromEntries(Object.keys(youtube).map((name) => [name, null]));
    for (const info of [
      { ...nothing, id: 'a', title: null, extractor: 'x' },
      { id: 'a', title: 't', extractor: 'x' },
    ]) {
      const { exhibit } = only((await read(info)).drafts);
      expect(exhibit).toMatchObject({ kind: 'video', body: { shots: {} } });
      expect(exhibit.kind === 'video' && exhibit.body.duration).toBeFalsy();
    }
  });

  test('a playlist is a document and the films that it names; one that could not be had is told', async () => {
    const { drafts, findings } = await read({
      _type: 'playlist',
      id: 'PL1',
      title: 'NA',
      extractor_key: 'YoutubeTab',
      webpage_url: 'https://www.youtube.com/playlist?list=PL1',
      http_headers: { Cookie: 'x' },
      entries: [
        { _type: 'url', ie_key: 'Youtube', id: 'aaa', url: 'https://www.youtube.com/watch?v=aaa', title: 'One' },
        null,
      ],
    });
    expect(drafts.map(({ exhibit }) => exhibit.kind)).toEqual(['document', 'video']);
    expect(drafts[1]).toMatchObject({
      key: 'video:youtube:aaa',
      exhibit: { body: { link: 'https://www.youtube.com/watch?v=aaa' } },
    });
    expect(JSON.stringify(drafts[0]?.raw)).toContain('YoutubeTab');
    expect(findings).toContainEqual({ code: 'not-exported', path: 'Film [x].info.json', place: 'entry 2' });
  });

  test('a playlist without entries is kept and said to hold no films', async () => {
    const { drafts, findings } = await read({ _type: 'playlist', id: 'UC', title: 'NA', extractor_key: 'YoutubeTab' });
    expect(only(drafts).exhibit.kind).toBe('document');
    expect(findings).toContainEqual(expect.objectContaining({ code: 'nothing-inside' }));
  });
});

describe('what lies beside a description', () => {
  test('full-width replacements, brackets and a normal form of another system do not part a film from its description', async () => {
    const name = 'Qui a tiré？ ｜ Témoin： ＂oui＂ ⧸ 2 [a-b_c]';
    const drop = dropOf({
      [`${name.normalize('NFC')}.info.json`]: sidecar(youtube),
      [`${name.normalize('NFD')}.mp4`]: MP4,
    });
    const { drafts } = await readAll(videoInfo, drop, `${name.normalize('NFC')}.info.json`);
    expect(only(drafts).files[0]).toMatchObject({ role: 'original', name: `${name.normalize('NFD')}.mp4` });
  });

  test('each file belongs to the description with the longest name that fits, and to no stranger', async () => {
    const drop = dropOf({
      'a.info.json': sidecar(youtube),
      'a.b.info.json': sidecar(youtube),
      'a.mp4': MP4,
      'a.b.mp4': MP4,
      'a.b.en.vtt': 'WEBVTT\n',
      'a. Part 2.mp4': MP4,
      'ab.mp4': MP4,
      'sub/a.mp4': MP4,
    });
    expect((await recognised(videoInfo, drop, 'a.info.json'))?.belongs).toEqual(['a.mp4']);
    expect((await recognised(videoInfo, drop, 'a.b.info.json'))?.belongs).toEqual(['a.b.mp4', 'a.b.en.vtt']);
  });

  test('subtitles beside it are read with their times; those in its own language are the transcript', async () => {
    const { drafts } = await read(youtube, {
      'Film [x].ru.vtt': 'WEBVTT\n\n00:01.000 --> 00:03.000\nпо дороге\n',
      'Film [x].en.vtt': 'WEBVTT\n\n00:01.000 --> 00:03.000\nalong the road\n',
      'Film [x].live_chat.json': '{}',
    });
    const { exhibit } = only(drafts);
    expect(exhibit.kind === 'video' && exhibit.body).toMatchObject({
      transcript: 'по дороге',
      subtitles: [
        { file: 'Film [x].ru.vtt', language: 'ru', automatic: true, cues: [{ from: 1, to: 3, text: 'по дороге' }] },
        { file: 'Film [x].en.vtt', language: 'en', cues: [{ from: 1, to: 3, text: 'along the road' }] },
      ],
    });
  });

  test('a download that was broken off is told and is no original', async () => {
    const { drafts, findings } = await read(youtube, { 'Film [x].mp4.part': MP4 });
    expect(findings).toContainEqual({ code: 'cut-short', path: 'Film [x].mp4.part' });
    expect(only(drafts).files[0]?.role).toBe('sidecar');
  });

  test('a description that cannot be read is told and not stored, and its film is kept', async () => {
    const { drafts, findings } = await read(youtube, { 'Film [x].mp4': MP4 });
    const broken = dropOf({ 'Film [x].info.json': sidecar(youtube).slice(0, -40), 'Film [x].mp4': MP4 });
    const cut = await readAll(videoInfo, broken, 'Film [x].info.json');
    expect(cut.findings).toContainEqual(expect.objectContaining({ code: 'not-readable' }));
    expect(only(only(cut.drafts).files).name).toBe('Film [x].mp4');
    expect(drafts.length + findings.length).toBeGreaterThan(0);
  });
});

describe('hostile descriptions', () => {
  test('a member named __proto__ stays a member, digits of 64-bit ids stay exact, NaN does not stop the reading', async () => {
    const text = '{"id":"a","title":"t","extractor":"x","__proto__":{"shots":1},"big":1234567890123456789,"fps":NaN}';
    const { drafts } = await readAll(videoInfo, dropOf({ 'a.info.json': text }), 'a.info.json');
    expect(only(drafts).raw).toMatchObject({ big: '1234567890123456789', fps: 'NaN' });
    expect(Object.getPrototypeOf(only(drafts).raw)).toBe(Object.prototype);
  });

  test('a description nested without end is told, not followed', async () => {
    const text = `{"id":"a","title":"t","extractor":"x","deep":${'['.repeat(100_000)}`;
    const { findings } = await readAll(videoInfo, dropOf({ 'a.info.json': text }), 'a.info.json');
    expect(findings).toContainEqual(expect.objectContaining({ code: 'not-readable' }));
  });

  test.each(['', '{', '[]', 'null', '{"name":"x","type":"personal_chat","id":1,"messages":[]}', '\u0000\u0001'])(
    'what is no description is not taken for one: %j',
    async (text) => {
      expect(await recognised(videoInfo, dropOf({ 'x.json': text }), 'x.json')).toBeUndefined();
    },
  );
});

test('what comes out fits the exhibit that is stored', async () => {
  const { drafts } = await read(youtube, { 'Film [x].ru.vtt': 'WEBVTT\n\n00:01.000 --> 00:03.000\nпо дороге\n' });
  const { kind, body } = only(drafts).exhibit;
  const schema = exhibitSchema.options.find((option) => option.shape.kind.value === kind);
  expect(schema?.shape.body.safeParse(body).success).toBe(true);
});
