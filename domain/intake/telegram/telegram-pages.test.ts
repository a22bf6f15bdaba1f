import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyExhibit, exhibitSchema } from '#domain/evidence/exhibit.ts';
import { postText } from '#domain/evidence/kinds/telegram.ts';
import { newId } from '#domain/id.ts';
import type { Draft } from '#domain/intake/draft.ts';
import { dropOf, readAll } from '#domain/intake/drop.fixture.ts';
import { fateOf, knownExhibits } from '#domain/intake/fate.ts';
import { recogniseAll } from '#domain/intake/importers.ts';
import { telegramExport } from '#domain/intake/telegram-export.ts';
import { telegramPages } from '#domain/intake/telegram-page-export.ts';

const page = (messages: string, title = 'Room Б', more = '') =>
  `<!DOCTYPE html>\n<html>\n\n <head>\n  <title>Exported Data</title>\n  <script src="js/script.js"></script>\n </head>\n
 <body onload="CheckLocation();">\n  <div class="page_wrap">\n   <div class="page_header">\n    <div class="content">\n
     <div class="text bold">\n${title} \n     </div>\n    </div>\n   </div>\n   <div class="page_body chat_page">\n
    <div class="history">\n${more}${messages}\n    </div>\n   </div>\n  </div>\n </body>\n</html>\n`;

const service = (id: number, words: string) =>
  `<div class="message service" id="message${id}">\n\n      <div class="body details">\n${words}\n      </div>\n\n     </div>`;

const said = (id: number, inside: string, from: string | null = 'Ann B. ', time = '22.01.2026 18:09:05 UTC+01:00') =>
  `<div class="message default clearfix${from === null ? ' joined' : ''}" id="message${id}">\n
${from === null ? '' : '<div class="pull_left userpic_wrap"><div class="userpic"><div class="initials">\nA\n</div></div></div>'}
      <div class="body">\n\n       <div class="pull_right date details" title="${time}">\n18:09\n       </div>\n
${from === null ? '' : `       <div class="from_name">\n${from}\n       </div>\n`}${inside}\n      </div>\n     </div>`;

const text = (html: string) => `<div class="text">\n${html}\n       </div>\n`;
const forward = (inside: string) =>
  `<div class="pull_left forwarded userpic_wrap"></div><div class="forwarded body">\n<div class="from_name">\nOrigin <span class="date details" title="21.01.2026 17:23:09 UTC+01:00"> 21.01.2026 17:23:09</span>\n</div>\n${inside}</div>`;

const key = 'telegram:titled:Room Б';
const parts = new Set([key]);

async function read(files: Record<string, string>, main = 'messages.html') {
  return readAll(telegramPages, dropOf(files), main, { parts, sorts: new Set(['message', 'service']) });
}

function post(drafts: readonly Draft[], id: number) {
  const draft = drafts.find((one) => one.key.endsWith(`/${id}`));
  if (draft?.exhibit.kind !== 'telegram') throw new Error(`no message ${id}`);
  return { draft, body: draft.exhibit.body };
}

describe('exported pages', () => {
  it('takes the time as the clock on the wall, its offset as words: in summer the writer is off by an hour', async () => {
    const { drafts } = await read({ 'messages.html': page(said(5, text('hello'))) });
    expect(post(drafts, 5).body.posted).toEqual({
      from: '2026-01-22T18:09:05',
      to: '2026-01-22T18:09:05',
      zone: 'unknown',
      words: '22.01.2026 18:09:05 UTC+01:00',
    });
    expect(post(drafts, 5).draft.source).toEqual({ name: 'Ann B.', what: 'person', handles: [] });
  });

  it('keeps the text and what it is made of, line breaks being <br> only', async () => {
    const html =
      'a &lt;b&gt; <strong>bold</strong><br>&nbsp;<a href="https://x.example/">https://x.example/</a> <a href="https://y.example/?a=1&amp;b=2">there</a> ' +
      '<a href="" onclick="return ShowHashtag(&quot;tag&quot;)">#tag</a> <a href="https://t.me/ann">@ann</a><span class="spoiler hidden" onclick="ShowSpoiler(this)"><span aria-hidden="true">secret</span></span>';
    const { drafts } = await read({ 'messages.html': page(said(5, text(html))) });
    expect(post(drafts, 5).body.text).toEqual([
      { kind: 'plain', text: 'a <b> ' },
      { kind: 'bold', text: 'bold' },
      { kind: 'plain', text: '\n\u00a0' },
      { kind: 'link', text: 'https://x.example/' },
      { kind: 'plain', text: ' ' },
      { kind: 'text_link', text: 'there', href: 'https://y.example/?a=1&b=2' },
      { kind: 'plain', text: ' ' },
      { kind: 'hashtag', text: '#tag' },
      { kind: 'plain', text: ' ' },
      { kind: 'mention', text: '@ann' },
      { kind: 'spoiler', text: 'secret' },
    ]);
  });

  it('gives joined messages the sender of the one before, and forwards their origin and its time', async () => {
    const { drafts } = await read({
      'messages.html': page(
        said(5, forward(text('news')), 'Ann via @bot') +
          said(6, text('and'), null) +
          said(7, text('x'), 'Deleted Account'),
      ),
    });
    expect(post(drafts, 5).body.forwarded).toEqual({
      name: 'Origin',
      at: {
        from: '2026-01-21T17:23:09',
        to: '2026-01-21T17:23:09',
        zone: 'unknown',
        words: '21.01.2026 17:23:09 UTC+01:00',
      },
    });
    expect(post(drafts, 5).draft.raw).toMatchObject({ via_bot: '@bot' });
    expect(post(drafts, 6).body.forwarded).toBeUndefined();
    expect(post(drafts, 6).draft.source?.name).toBe('Ann');
    expect(post(drafts, 7).draft.source).toBeUndefined();
  });

  it('tells date lines (negative too) from messages that came from the group before a migration', async () => {
    const { drafts, survey } = await read({
      'messages.html': page(
        `${service(-1, '16 March 2022')}${service(3, 'Ann created group &laquo;Room&raquo;')}${said(-999_999_990, text('old'))}`,
      ),
    });
    expect(survey.parts).toMatchObject([{ id: key, title: 'Room Б', counts: { service: 1, message: 1 } }]);
    expect(post(drafts, 3).body).toMatchObject({ action: 'Ann created group «Room»', posted: { edtf: '2022-03-16' } });
    expect(postText(post(drafts, -999_999_990).body.text)).toBe('old');
  });

  it('reads polls, places, contacts, calls, replies, signatures, reactions', async () => {
    const poll =
      '<div class="media_wrap clearfix"><div class="media_poll"><div class="question bold">\nWho?\n</div><div class="details">\nFinal results\n</div><div class="answer">\n- He <span class="details">2 votes</span>\n</div><div class="answer">\n- She\n</div></div></div>';
    const box = (cls: string, title: string, status: string, href = '', description = '') =>
      `<div class="media_wrap clearfix"><a class="media clearfix pull_left block_link ${cls}" href="${href}"><div class="fill pull_left"></div><div class="body"><div class="title bold">\n${title}\n</div><div class="description">\n${description}\n</div><div class="status details">\n${status}\n</div></div></a></div>`;
    const { drafts, findings } = await read({
      'messages.html': page(
        said(1, poll) +
          said(2, box('media_venue', 'Square', '', 'https://maps.google.com/maps?q=12.5,-7.25&amp;ll=1', 'Street 1')) +
          said(3, box('media_contact', 'Jo X', '+1 555')) +
          said(4, box('media_call', 'Ann', 'Outgoing (12 seconds)')) +
          said(
            5,
            `<div class="reply_to details">\nIn reply to <a href="messages2.html#go_to_message7" onclick="x">this message</a>\n</div>${text('re')}<div class="signature details">\nEd\n</div><span class="reactions"><span class="reaction"><span class="emoji">\n👍\n</span><span class="count">\n5\n</span></span></span>`,
          ) +
          said(
            6,
            box(
              'media_photo',
              'Photo',
              '800x600, 80 KB',
              '',
              'Not included, change data exporting settings to download.',
            ),
          ) +
          said(7, box('media_voice_message', 'Voice message', '01:02', 'voice_messages/a.ogg')),
      ),
      'voice_messages/a.ogg': 'OggS',
    });
    expect(post(drafts, 1).body.poll).toEqual({ question: 'Who?', answers: ['He', 'She'] });
    expect(post(drafts, 2).draft.exhibit.place).toMatchObject({ name: 'Square', at: { lat: 12.5, lon: -7.25 } });
    expect(post(drafts, 3).draft.exhibit.restricted).toBe(true);
    expect(post(drafts, 4).body.action).toBe('Ann, Outgoing (12 seconds)');
    expect(post(drafts, 5).body).toMatchObject({ reply: `${key}/7`, signature: 'Ed' });
    expect(post(drafts, 5).draft.raw).toMatchObject({ reactions: [{ emoji: '👍', count: 5 }] });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'not-exported', place: 'message 6' }));
    expect(post(drafts, 7).draft.files).toMatchObject([{ path: 'voice_messages/a.ogg', role: 'original' }]);
  });

  it('follows several pages in their order, tells a missing one, and keeps all of them', async () => {
    const link = (name: string) => `<a class="pagination block_link" href="${name}">\nNext messages\n</a>`;
    const drop = dropOf({
      'ex/messages10.html': page(said(30, text('c'))),
      'ex/messages2.html': page(said(20, text('b'), null) + link('messages3.html')),
      'ex/messages.html': page(said(10, text('a')) + link('messages2.html')),
    });
    const all = await recogniseAll(drop);
    expect(all.map(({ found }) => found.main)).toEqual(['ex/messages.html']);
    const { drafts, findings } = await readAll(telegramPages, drop, 'ex/messages.html', { parts });
    expect(drafts.map((draft) => draft.key)).toEqual([10, 20, 30].map((id) => `${key}/${id}`));
    expect(drafts[1]?.source?.name).toBe('Ann B.');
    expect(findings).toContainEqual({ code: 'file-missing', path: 'ex/messages2.html', detail: 'messages3.html' });
    const kept = await telegramPages.original?.(all[0]?.found ?? { main: '', belongs: [] }, drop, { parts });
    expect([kept?.file.path, ...(kept?.more ?? []).map(({ path }) => path)]).toEqual([
      'ex/messages.html',
      'ex/messages2.html',
      'ex/messages10.html',
    ]);
  });

  it('finds the files of an account by their way up and down, and none outside', async () => {
    const files = {
      'chats/chat_1/messages.html': page(
        said(
          1,
          '<div class="media_wrap"><a class="photo_wrap" href="../../chats/chat_1/photos/p.jpg"><img src="../../chats/chat_1/photos/p_thumb.jpg"/></a></div>',
        ) + said(2, '<div class="media_wrap"><a class="photo_wrap" href="../../../etc/passwd"></a></div>'),
      ),
      'chats/chat_1/photos/p.jpg': '\u00ff',
    };
    const { drafts, findings } = await read(files, 'chats/chat_1/messages.html');
    expect(post(drafts, 1).draft.files).toMatchObject([{ path: 'chats/chat_1/photos/p.jpg' }]);
    expect(post(drafts, 2).draft.files).toEqual([]);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'unsafe-path', detail: '../../../etc/passwd' }));
  });

  it('never imports the pages of the exporting account: its person, contacts, sessions', async () => {
    const own = (body: string) =>
      `<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header"></div>${body}</div></body></html>`;
    const drop = dropOf({
      'd/chats/chat_1/messages.html': page(said(1, text('a'))),
      'd/export_results.html': own(
        '<div class="page_body"><div class="personal_info clearfix">+1 555 0100</div></div>',
      ),
      'd/lists/sessions.html': own('<div class="page_body list_page">192.0.2.1</div>'),
    });
    const all = await recogniseAll(drop);
    expect(all.map(({ found }) => found.main)).toEqual(['d/chats/chat_1/messages.html', 'd/export_results.html']);
    const { survey, drafts } = await readAll(telegramPages, drop, 'd/export_results.html');
    expect(survey).toMatchObject({ parts: [], findings: [{ code: 'private-left-out' }] });
    expect(drafts).toEqual([]);
    expect(JSON.stringify(survey)).not.toMatch(/555|192/);
  });

  it('lets captions that were not escaped forge no sender for what follows, and runs nothing of them', async () => {
    const table =
      '<table class="bot_buttons_table"><tr><td><div class="bot_button">\n</div></div></div><script>alert(1)</script><img src=x onerror=alert(1)>\n</div></td></tr></table>';
    const { drafts } = await read({ 'messages.html': page(said(1, text('one') + table) + said(2, text('two'), 'Bo')) });
    expect(drafts.map((draft) => draft.key)).toEqual([`${key}/1`, `${key}/2`]);
    expect(post(drafts, 2).draft.source?.name).toBe('Bo');
  });

  it('never throws, whatever is in a page', async () => {
    const bits = [
      '<div class="message default" id="message1">',
      '</div>',
      '<div class="text">',
      '<a href="',
      '&#x110000;',
      '<br',
      '<div class="body">',
      '\u0000',
      'title="99.99.9999 99:99:99"',
      '<!--',
      '<div class="media_wrap"><a class="media media_venue" href="?q=1e9,2">',
    ];
    const hostile = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string())).map((some) => some.join(''));
    await fc.assert(
      fc.asyncProperty(hostile, async (html) => {
        const { drafts } = await read({ 'messages.html': page(html) });
        expect(Array.isArray(drafts)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('pages beside JSON', () => {
  const json = (messages: readonly object[], name: string | null = 'Room Б') =>
    JSON.stringify({ name, type: 'private_supergroup', id: 77, messages }, null, 1);
  const message = (id: number, more: object) => ({
    id,
    type: 'message',
    date: '2026-01-22T18:09:05',
    date_unixtime: '1769101745',
    from: 'Ann B.',
    from_id: 'user9',
    text: 'news',
    ...more,
  });
  const chat = new Set(['telegram:channel:77']);

  it('are one find: ids and exact times from the JSON, the time of the original from the page', async () => {
    const drop = dropOf({
      'messages.html': page(said(5, forward(text('news'))) + said(6, text('only here'))),
      'result.json': json([message(5, { forwarded_from: 'Origin' })]),
    });
    expect((await recogniseAll(drop)).map(({ found }) => found)).toEqual([
      { main: 'result.json', belongs: ['messages.html'] },
    ]);
    const { drafts, findings } = await readAll(telegramExport, drop, 'result.json', { parts: chat });
    expect(findings).toEqual([]);
    expect(drafts.map((draft) => draft.key)).toEqual(['telegram:channel:77/5', 'telegram:channel:77/6']);
    expect(post(drafts, 5).body.posted).toMatchObject({ zone: '+01:00' });
    expect(post(drafts, 5).body.forwarded?.at).toMatchObject({ from: '2026-01-21T17:23:09' });
    expect(post(drafts, 5).draft.source?.key).toBe('telegram:user:9');
    const kept = await telegramExport.original?.({ main: 'result.json', belongs: ['messages.html'] }, drop, {
      parts: chat,
    });
    expect(kept).toMatchObject({ how: 'whole', file: { path: 'result.json' }, more: [{ path: 'messages.html' }] });
  });

  it('tell where they differ, and keep both', async () => {
    const drop = dropOf({ 'messages.html': page(said(5, text('other news'))), 'result.json': json([message(5, {})]) });
    const { drafts, findings } = await readAll(telegramExport, drop, 'result.json', { parts: chat });
    expect(findings).toEqual([
      { code: 'values-differ', path: 'result.json', place: 'message 5', detail: 'text: news / other news' },
    ]);
    expect(postText(post(drafts, 5).body.text)).toBe('news');
    expect(post(drafts, 5).draft.raw).toMatchObject({ html: { text: 'other news' } });
  });

  it('are not mixed into a chat of another title', async () => {
    const drop = dropOf({
      'messages.html': page(said(5, forward(text('news'))), 'Another room'),
      'result.json': json([message(5, { forwarded_from: 'Origin' })]),
    });
    const { drafts, findings } = await readAll(telegramExport, drop, 'result.json', { parts: chat });
    expect(post(drafts, 5).body.forwarded).toEqual({ name: 'Origin' });
    expect(findings).toMatchObject([{ code: 'values-differ', detail: 'Room Б / Another room' }]);
  });

  it('of an account belong to the chat of the same number', async () => {
    const list = [1, 2].map((n) => ({
      name: `Room ${n}`,
      type: 'personal_chat',
      id: n,
      messages: [message(n, { forwarded_from: 'Origin' })],
    }));
    const drop = dropOf({
      'x/result.json': JSON.stringify({ chats: { about: '', list } }),
      'x/chats/chat_1/messages.html': page(said(1, forward(text('news'))), 'Room 1'),
      'x/chats/chat_2/messages.html': page(said(2, text('news')), 'Room 2'),
    });
    const both = new Set(['telegram:user:1', 'telegram:user:2']);
    const { drafts, found } = await readAll(telegramExport, drop, 'x/result.json', { parts: both });
    expect(post(drafts, 1).body.forwarded?.at).toBeDefined();
    expect(post(drafts, 2).body.forwarded?.at).toBeUndefined();
    const kept = await telegramExport.original?.(found, drop, { parts: new Set(['telegram:user:2']) });
    expect(kept).toMatchObject({ how: 'part', more: [{ path: 'x/chats/chat_2/messages.html' }] });
  });

  it.each([
    ['pages first', 'messages.html', 'result.json'],
    ['JSON first', 'result.json', 'messages.html'],
  ])('taken in after the other, %s, are known by title, id and words', async (_, first, second) => {
    const files: Record<string, string> = {
      'messages.html': page(said(5, text('news')) + said(6, text('changed since'))),
      'result.json': json([message(5, {}), message(6, { text: 'as it was' })]),
    };
    const of = async (name: string) => {
      const importer = name === 'result.json' ? telegramExport : telegramPages;
      const drop = dropOf({ [name]: files[name] ?? '' });
      return (await readAll(importer, drop, name, { parts: new Set([...parts, ...chat]) })).drafts;
    };
    const made = { at: '2026-11-23T12:00:00.000Z-0000-01234567', by: newId(), device: newId() };
    const held = (await of(first)).map(({ exhibit, key, edition }, n) =>
      exhibitSchema.parse({
        ...emptyExhibit('telegram'),
        ...exhibit,
        ...{ id: newId(), case: newId(), made, stamps: {}, label: `EX-${n + 1}`, key, edition },
      }),
    );
    const known = knownExhibits(held);
    const fates = (await of(second)).map((draft) => fateOf(draft, known));
    // Where the words differ, a chat of the same title may be another one: both are kept.
    expect(fates.map(({ is }) => is)).toEqual(['here', 'new']);
  });
});
