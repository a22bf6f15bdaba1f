import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {typeof import('./intake-readers.ts')} Readers */

/**
 * Writes files of one sort, together about so many bytes, into a folder. Left out is `choice` where the whole is taken; else it is
 * what a person says beside which parts.
 *
 * @typedef {object} Input
 * @property {(folder: string, bytes: number, readers: Readers) => Promise<void>} write
 * @property {Partial<import('#domain/intake/importer.ts').Choice>} [choice]
 */

const words =
  'колонна вышла утром и к полудню was seen near the wells, nobody answered; les camions brûlent au nord du village вчера'.split(
    ' ',
  );

/** A text of so many words; no two numbers give the same one, and each the same in each run. @param {number} n @param {number} length */
function textOf(n, length) {
  const pick = (/** @type {number} */ k) => words[(n * 7919 + k * 104_729 + ((n * k) % 13)) % words.length];
  return Array.from({ length }, (_, k) => pick(k)).join(' ');
}

/** A message as Telegram Desktop writes it. @param {number} n */
function message(n) {
  const text = textOf(n, n % 9 === 0 ? 120 : 8 + (n % 30));
  const link = `https://t.me/channel_${n % 50}/${n}`;
  const at = 1_700_000_000 + n * 37;
  const parts = [
    { type: 'plain', text: `${text} ` },
    { type: 'link', text: link },
    { type: 'plain', text: '' },
  ];
  return {
    id: n + 1,
    type: 'message',
    date: isoOf(at + 7200),
    date_unixtime: String(at),
    ...(n % 10 === 0 ? { edited: '2026-01-01T02:06:40', edited_unixtime: '1767226000' } : {}),
    from: `Автор ${n % 211}`,
    from_id: `user${100_000 + (n % 211)}`,
    ...(n % 4 === 0 ? { forwarded_from: `Канал ${n % 17}`, forwarded_from_id: `channel${4444 + (n % 17)}` } : {}),
    ...(n % 3 === 0 ? { reply_to_message_id: n } : {}),
    ...(n % 5 === 0 ? { photo: `photos/photo_${n}.jpg`, photo_file_size: 81_234, width: 1280, height: 960 } : {}),
    ...(n % 8 === 0 ? { reactions: [{ type: 'emoji', count: n % 90, emoji: '👍' }] } : {}),
    ...(n % 2 === 0
      ? { text, text_entities: parts.slice(0, 1) }
      : { text: [parts[0]?.text, parts[1], ''], text_entities: parts }),
  };
}

/** A message as a page of Telegram Desktop has it. @param {number} n */
function messageOnPage(n) {
  const [year, month, day, time] = isoOf(1_700_000_000 + n * 37).split(/[-T]/);
  return `<div class="message default clearfix" id="message${n + 1}">
<div class="body"><div class="pull_right date details" title="${day}.${month}.${year} ${time} UTC+01:00">${time?.slice(0, 5)}</div>
<div class="from_name">Автор ${n % 211} </div><div class="text">${textOf(n, 8 + (n % 30))} <strong>вчера</strong><br><a href="https://t.me/channel_${n % 50}/${n}">t.me</a></div></div></div>
`;
}

/** Date and time in UTC, to the second. @param {number} seconds since 1970 */
function isoOf(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

/** Writes a file of pieces until it is long enough. @param {string} path @param {number} bytes @param {(n: number) => string} piece @param {{ head?: string, tail?: string }} [around] */
async function writePieces(path, bytes, piece, { head = '', tail = '' } = {}) {
  const file = createWriteStream(path);
  let written = 0;
  const add = (/** @type {string} */ text) => {
    written += Buffer.byteLength(text);
    return file.write(text) ? undefined : new Promise((resolve) => file.once('drain', () => resolve(undefined)));
  };
  await add(head);
  for (let n = 0; written < bytes; n += 1) await add(piece(n));
  await add(tail);
  await new Promise((resolve) => file.end(() => resolve(undefined)));
}

/** Writes files of a size each, one after the other, until they are enough. @param {number} bytes @param {(n: number) => [name: string, content: string | Uint8Array]} file @param {string} folder */
async function writeFiles(folder, bytes, file) {
  for (let n = 0, written = 0; written < bytes; n += 1) {
    const [name, content] = file(n);
    await writeFile(join(folder, name), content);
    written += Buffer.byteLength(content);
  }
}

/** A telling of a video as yt-dlp writes it: most of it is formats. @param {number} n */
function videoInfo(n) {
  const format = (/** @type {number} */ k) => ({
    format_id: String(k),
    url: `https://media.example/${n}/${k}?expire=1700000000&ip=203.0.113.7&sig=${'A1b2'.repeat(100)}`,
    ext: 'mp4',
    width: 1280,
    height: 720,
    vcodec: 'avc1.4d401f',
    http_headers: { 'User-Agent': 'Mozilla/5.0', Accept: '*/*' },
  });
  return {
    id: `clip${n}`,
    title: textOf(n, 8),
    description: textOf(n, 200),
    extractor: 'youtube',
    extractor_key: 'Youtube',
    webpage_url: `https://www.youtube.com/watch?v=clip${n}`,
    uploader: `Канал ${n % 17}`,
    upload_date: '20240727',
    timestamp: 1_722_096_000 + n,
    epoch: 1_722_100_000 + n,
    duration: 60 + (n % 600),
    chapters: Array.from({ length: 12 }, (_, k) => ({ start_time: k * 5, end_time: k * 5 + 5, title: textOf(k, 4) })),
    formats: Array.from({ length: 150 }, (_, k) => format(k)),
  };
}

/** A clock time of subtitles. @param {number} seconds */
function clock(seconds) {
  return `${isoOf(seconds).slice(11)}.000`;
}

/** The bytes of a film whose pictures are so many. @param {number} bytes @param {Readers} readers @returns {[head: Uint8Array, pictures: number, tail: Uint8Array]} */
function filmOf(bytes, { mp4Of }) {
  const small = mp4Of({ created: 3_804_940_800 });
  const at = new DataView(small.buffer).getUint32(0);
  const old = new DataView(small.buffer).getUint32(at);
  const head = small.slice(0, at + 8);
  new DataView(head.buffer).setUint32(at, bytes + 8);
  return [head, bytes, small.slice(at + old)];
}

/** What is read by each importer, by its name. @type {Record<string, Input>} */
export const inputs = {
  'telegram-export': {
    write: (folder, bytes) =>
      writePieces(
        join(folder, 'result.json'),
        bytes,
        (n) => `${n === 0 ? '' : ',\n'}  ${JSON.stringify(message(n), null, 1).replaceAll('\n', '\n  ')}`,
        {
          head: '{\n "name": "Сводки",\n "type": "public_supergroup",\n "id": 1234567890,\n "messages": [\n',
          tail: '\n ]\n}\n',
        },
      ),
  },
  'telegram-pages': {
    async write(folder, bytes) {
      const head = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Exported Data</title></head><body onload="CheckLocation();"><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">Сводки</div></div></div><div class="page_body chat_page"><div class="history">\n`;
      const tail = '</div></div></div></body></html>';
      const onPage = 1000;
      const pages = Math.max(1, Math.round(bytes / onPage / Buffer.byteLength(messageOnPage(1))));
      for (let page = 0; page < pages; page += 1) {
        const list = Array.from({ length: onPage }, (_, n) => messageOnPage(page * onPage + n));
        await writeFile(join(folder, `messages${page === 0 ? '' : page + 1}.html`), `${head}${list.join('')}${tail}`);
      }
    },
  },
  'telegram-paste': {
    write: (folder, bytes) =>
      writePieces(
        join(folder, 'pasted.txt'),
        Math.min(bytes, 60_000),
        (n) => `https://t.me/channel_${n % 50}/${n + 1}\n`,
      ),
  },
  'auto-archiver': {
    write: (folder, bytes) =>
      writePieces(
        join(folder, 'sheet.csv'),
        bytes,
        (n) =>
          `https://t.me/channel_${n % 50}/${n},telethon: success,https://archive.example/${n}.html,"${textOf(n, 30)}",${isoOf(1_700_000_000 + n)}\r\n`,
        { head: 'Link,Archive status,Archive location,Upload title,Upload timestamp\r\n' },
      ),
  },
  'video-info': {
    write: (folder, bytes) =>
      writeFiles(folder, bytes, (n) => [`Clip [clip${n}].info.json`, JSON.stringify(videoInfo(n))]),
  },
  photo: {
    write: (folder, bytes, { jpegOf }) =>
      writeFiles(folder, bytes, (n) => {
        const made = jpegOf({
          main: { 271: 'Canon', 272: `Model ${n}`, 306: '2024:07:27 18:00:00', 274: 6 },
          exif: { 36867: '2024:07:27 18:00:00', 36881: '+01:00' },
          width: 4000,
          height: 3000,
        });
        const scan = Buffer.alloc(3_000_000, (n % 250) + 1);
        return [`IMG_${n}.jpg`, Buffer.concat([made.subarray(0, -2), scan, made.subarray(-2)])];
      }),
  },
  'video-file': {
    async write(folder, bytes, readers) {
      const [head, pictures, tail] = filmOf(bytes, readers);
      const file = createWriteStream(join(folder, 'clip.mp4'));
      const piece = Buffer.alloc(1_000_000, 7);
      file.write(head);
      for (let left = pictures; left > 0; left -= piece.length)
        if (!file.write(piece.subarray(0, left)))
          await new Promise((resolve) => file.once('drain', () => resolve(undefined)));
      await new Promise((resolve) => file.end(tail, () => resolve(undefined)));
    },
  },
  gallery: {
    write: (folder, bytes) =>
      writeFiles(folder, Math.min(bytes, 5_000_000), (n) => [
        `${n}.jpg.json`,
        JSON.stringify(
          {
            category: 'twitter',
            subcategory: 'tweet',
            tweet_id: 1_700_000_000_000 + n,
            author: { id: n % 97, name: `author${n % 97}`, description: textOf(n, 30) },
            content: textOf(n + 1, 40),
            date: '2024-07-27 18:00:00',
            filename: `f${n}`,
            extension: 'jpg',
          },
          null,
          4,
        ),
      ]),
  },
  subtitles: {
    write: (folder, bytes) =>
      writePieces(
        join(folder, 'clip.vtt'),
        Math.min(bytes, 8_000_000),
        (n) => `${clock(n * 2)} --> ${clock(n * 2 + 1)}\n${textOf(n, 9)}\n\n`,
        { head: 'WEBVTT\n\n' },
      ),
  },
  table: {
    write: (folder, bytes) =>
      writePieces(
        join(folder, 'table.csv'),
        bytes,
        (n) => `https://t.me/channel_${n % 50}/${n},${isoOf(1_700_000_000 + n)},"${textOf(n, 30)}",kidal\r\n`,
        { head: 'link,date,text,tags\r\n' },
      ),
    choice: {
      mapping: {
        form: { encoding: 'utf-8', separator: ',', quote: '"', header: 'yes' },
        kind: 'by-address',
        columns: ['address', 'published', 'text', 'tags'],
        dates: 'not-chosen',
        zone: 'unknown',
        tagSeparator: ',',
        same: 'row',
      },
    },
  },
  'web-page': {
    write: (folder, bytes) =>
      writeFiles(folder, Math.min(bytes, 20_000_000), (n) => [
        `Page ${n}.html`,
        `<!DOCTYPE html><html><!--\n Page saved with SingleFile\n url: https://news.example/${n}\n saved date: Mon Nov 23 2026 17:18:51 GMT+0000\n--><title>${textOf(n, 6)}</title>${Array.from({ length: 100 }, (_, k) => `<p class="a"><b>${textOf(n + k, 60)}</b></p>`).join('')}<img src="data:image/png;base64,${'iVBORw0K'.repeat(100_000)}"></html>`,
      ]),
  },
  'web-archive': {
    async write(folder, bytes, { recordOf, waczOf }) {
      const url = (/** @type {number} */ n) => `https://news.example/${n}`;
      const count = Math.max(1, Math.round(Math.min(bytes, 20_000_000) / 20_000));
      const records = Array.from({ length: count }, (_, n) =>
        recordOf({ url: url(n), body: `<!doctype html><title>${n}</title><p>${textOf(n, 3000)}</p>` }),
      );
      const pages = records
        .slice(0, 200)
        .map((_, n) => ({ url: url(n), title: textOf(n, 5), ts: '2024-07-28T10:00:00Z' }));
      await writeFile(join(folder, 'kept.wacz'), waczOf({ records, pages }));
    },
  },
  'markdown-note': {
    write: (folder, bytes) =>
      writeFiles(folder, Math.min(bytes, 2_000_000), (n) => [
        `Note ${n}.md`,
        `# Note ${n}\n\n${Array.from({ length: 40 }, (_, k) => `${textOf(n + k, 60)} **seen** in [EX-${k}](https://a.example/${k}).\n\n- one\n- two`).join('\n\n')}\n`,
      ]),
  },
  document: {
    write: (folder, bytes, { pdfOf }) =>
      writeFiles(folder, Math.min(bytes, 5_000_000), (n) => [
        `Report ${n}.pdf`,
        pdfOf(
          ...Array.from({ length: 100 }, (_, page) => `Page ${page}, report ${n}: the convoy was seen. `.repeat(30)),
        ),
      ]),
  },
  'other-file': {
    write: (folder, bytes) => writeFiles(folder, bytes, (n) => [`${n}.bin`, Buffer.alloc(10_000_000, n % 7)]),
  },
};
