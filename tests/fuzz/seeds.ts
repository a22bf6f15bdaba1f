import { mp4Of } from '#domain/intake/film/film.fixture.ts';
import { pdfOf } from '#domain/intake/pdf.fixture.ts';
import { jpegOf } from '#domain/intake/photo/jpeg.fixture.ts';
import { recordOf, waczOf, warcOf } from '#domain/intake/web-archive/archive.fixture.ts';

/** A small honest drop of one importer's sort, to be spoilt. */
export interface Seed {
  /** The importer that is to know it. */
  readonly importer: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

const ran = '<img src=x onerror="globalThis.ran = 1"><script>globalThis.ran = 1</script>';

const message = (id: number, more: object = {}) => ({
  id,
  type: 'message',
  date: '2024-07-27T18:00:00',
  date_unixtime: '1722096000',
  from: 'Channel A',
  from_id: 'channel1234567890',
  text: ['Бой ', { type: 'bold', text: 'шёл' }, { type: 'text_link', text: ran, href: 'javascript:globalThis.ran=1' }],
  text_entities: [{ type: 'plain', text: 'Бой ' }],
  ...more,
});
const chat = {
  name: 'Channel A',
  type: 'public_channel',
  id: 1_234_567_890,
  messages: [
    message(1),
    message(-2, {
      photo: 'photos/photo_1.jpg',
      width: 640,
      height: 480,
      forwarded_from: null,
      edited_unixtime: '1722096001',
    }),
    message(3, {
      poll: { question: 'Who?', closed: false, total_voters: 3, answers: [{ text: 'we', voters: 3, chosen: false }] },
    }),
    message(4, {
      file: '../../etc/passwd',
      file_name: 'a\u202egpj.exe',
      mime_type: 'x/y',
      contact_information: { first_name: 'A' },
    }),
    {
      id: 5,
      type: 'service',
      date: '2024-07-27T18:00:00',
      date_unixtime: '1722096000',
      actor: 'A',
      action: 'pin_message',
    },
    { id: 6, type: 'unsupported' },
    message(7, {
      rich_message: { rtl: false, blocks: [{ type: 'heading', level: 1, text: { type: 'plain', text: 'x' } }] },
    }),
  ],
};
const exported = JSON.stringify(chat, null, 1)
  .replace('"Who?"', '"Who\\x0B?"')
  .replace('{', '{ "__proto__": {"polluted": true},');
const account = JSON.stringify(
  { about: '', personal_information: { phone_number: '+1' }, chats: { about: '', list: [chat, chat] } },
  null,
  1,
);

const page = `<!DOCTYPE html><html><head><title>Exported Data</title></head><body onload="CheckLocation();"><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">Channel A</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">27 July 2024</div></div>
<div class="message default clearfix" id="message1"><div class="body"><div class="pull_right date details" title="27.07.2024 18:00:00 UTC+01:00">18:00</div>
<div class="from_name">Channel A</div><div class="forwarded body"><div class="from_name">B <span class="date details" title="26.07.2024 18:00:00 UTC+01:00">26</span></div>
<div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/photo_1.jpg"><img class="photo" src="photos/photo_1_thumb.jpg"></a></div>
<div class="text">Бой <strong>шёл</strong><br><a href="" onclick="globalThis.ran = 1">#tag</a>${ran}</div></div></div></div></div></div></div></body></html>`;

const info = JSON.stringify({
  id: 'x',
  extractor: 'youtube',
  extractor_key: 'Youtube',
  title: ran,
  webpage_url: 'https://www.youtube.com/watch?v=x',
  upload_date: '20240727',
  timestamp: 1_722_096_000,
  epoch: 1_722_100_000,
  duration: 12.5,
  chapters: [{ start_time: 0, end_time: 5, title: 'One' }],
  formats: [{ url: 'https://rr.example/?ip=1.2.3.4', http_headers: { Cookie: 'a' } }],
  _filename: '../../x.mp4',
});
const gallery = JSON.stringify({
  category: 'twitter',
  subcategory: 'tweet',
  tweet_id: 1,
  author: { name: 'a' },
  content: ran,
  date: '2024-07-27 18:00:00',
  filename: 'a',
  extension: 'jpg',
});
const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nThe convoy <c>stops</c>.\n\n00:03.000 --> 00:04.000\nThen it burns.\n';
const srt = '1\r\n00:00:01,000 --> 00:00:02,000\r\nСтой.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nГорит.\r\n';
const photo = jpegOf({
  main: { 271: 'Canon', 306: '2024:07:27 18:00:00', 274: 6 },
  exif: { 36867: '2024:07:27 18:00:00', 36881: '+01:00' },
  xmp: '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:format="image/jpeg"/></rdf:RDF></x:xmpmeta>',
});

/** Ten empty packets of a transport stream. */
const transport = Uint8Array.from({ length: 1880 }, (_, at) => [0x47, 0x1f, 0xff, 0x10][at % 188] ?? 0xff);

/** At least one for each importer; the run says which one has none. */
export const seeds: readonly Seed[] = [
  { importer: 'telegram-export', files: { 'result.json': exported, 'photos/photo_1.jpg': photo } },
  { importer: 'telegram-export', files: { 'result.json': account } },
  { importer: 'telegram-export', files: { 'result.json': exported, 'messages.html': page } },
  { importer: 'telegram-pages', files: { 'messages.html': page, 'photos/photo_1.jpg': photo } },
  {
    importer: 'telegram-paste',
    files: { 'pasted.txt': 'https://t.me/channel/123?single\nhttps://t.me/c/1234567890/5' },
  },
  { importer: 'video-info', files: { 'Film [x].info.json': info, 'Film [x].mp4': mp4Of({}), 'Film [x].en.vtt': vtt } },
  {
    importer: 'photo',
    files: { 'a.jpg': photo, 'a.jpg.json': gallery, 'a.xmp': '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>' },
  },
  { importer: 'video-file', files: { 'clip.mp4': mp4Of({}), 'clip.ru.srt': srt } },
  { importer: 'video-file', files: { 'clip.ts': transport } },
  { importer: 'gallery', files: { 'x.jpg.json': gallery } },
  { importer: 'subtitles', files: { 'x.vtt': vtt } },
  {
    importer: 'auto-archiver',
    files: {
      'sheet.csv': `Link,Archive status,Archive location,Upload title\r\nhttps://a.b,success,"https://c.d/1\nhttps://c.d/2",${ran}\r\n`,
    },
  },
  {
    importer: 'auto-archiver',
    files: {
      'db.csv': `status,metadata,media\r\nwacz: success,"{'_processed_at': datetime.datetime(2024, 7, 27, 18, 0, tzinfo=datetime.timezone.utc), 'url': 'https://a.b', '__proto__': {'polluted': True}, 'n': [1, (2.5, None), {3}]}","[{'filename': '/tmp/a.jpg', 'urls': []}]"\r\n`,
    },
  },
  {
    importer: 'auto-archiver',
    files: {
      'metadata.json': JSON.stringify({
        status: 'wacz: success',
        metadata: { _processed_at: '2024-07-27 18:00:00+00:00', url: 'https://t.me/a/1', content: ran },
        media: [
          { filename: '/tmp/x/a.jpg', urls: ['../../etc/a.jpg'], properties: { hash: `SHA-256:${'0'.repeat(64)}` } },
        ],
      }),
      'a.jpg': photo,
    },
  },
  {
    importer: 'table',
    files: {
      'a.csv': `id;link;date\r\n1;"https://t.me/a/1\nhttps://t.me/a/2";3/4/2024\r\n2;"=HYPERLINK(""javascript:globalThis.ran=1"")";${ran}\r\n`,
    },
  },
  {
    importer: 'web-page',
    files: {
      'a.html': `<!DOCTYPE html><html lang="ru"><!--\n Page saved with SingleFile\n url: https://a.example/b\n saved date: Mon Nov 23 2026 17:18:51 GMT+0000\n--><title>${ran}</title><p>Бой ${ran}</p><iframe srcdoc="<p>in"></iframe><meta property="article:published_time" content="2024-07-27">`,
      'a_files/x.png': new Uint8Array([1, 2, 3]),
    },
  },
  {
    importer: 'web-page',
    files: {
      'b.mht': `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example\r\nSubject: =?utf-8?Q?=D0=91?=\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=D0=91${ran}\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n--x--\r\n`,
    },
  },
  {
    importer: 'web-archive',
    files: {
      'kept.wacz': waczOf({
        records: [recordOf({ url: 'https://a.example/b', body: `<title>${ran}</title><p>Seen</p>${ran}` })],
        pages: [
          { url: 'https://a.example/b', ts: '2024-07-28T10:00:00Z', title: ran },
          { url: 'javascript:globalThis.ran=1' },
        ],
      }),
    },
  },
  {
    importer: 'web-archive',
    files: {
      'a.warc.gz': warcOf([
        recordOf({
          url: 'https://a.example/b',
          headers: { 'Transfer-Encoding': 'chunked' },
          body: '5\r\n<p>ab\r\n0\r\n\r\n',
        }),
      ]),
    },
  },
  { importer: 'web-archive', files: { 'a.warc': recordOf({ url: 'https://a.example/b', body: '<p>Seen' }) } },
  {
    importer: 'markdown-note',
    files: {
      'note.md': `---\ntitle: "A note"\ndate: 2024-07-27\n---\n# Title\n\nSeen in [EX-1] [^1] and ${ran}\n\n> C-1\n\n| a | b |\n|---|---|\n| 1 | ![p](https://a.b/c.jpg) |\n\n- [ ] to do\n\n[^1]: EX-1, a film\n`,
    },
  },
  { importer: 'document', files: { 'a.pdf': pdfOf('One.', 'Two.') } },
  { importer: 'document', files: { 'a.txt': 'Привет, «мир»\r\n' } },
  { importer: 'other-file', files: { 'a.bin': new Uint8Array([0, 1, 2, 3]) } },
];
