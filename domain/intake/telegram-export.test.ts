import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postText } from '#domain/evidence/kinds/telegram.ts';
import type { Draft } from './draft.ts';
import { dropOf, only, readAll, recognised } from './drop.fixture.ts';
import type { Choice } from './importer.ts';
import { telegramExport } from './telegram-export.ts';

const room = 'telegram:channel:1234567890';
const all = new Set(['message', 'service', 'unsupported', 'empty', 'unknown']);

const head = '"name": "Room",\n "type": "public_supergroup",\n "id": 1234567890,\n "messages": ';
const chatOf = (messages: string) => `{\n ${head}[\n  ${messages}\n ]\n}\n`;

/** What stands in every message of today's exports, with `more` put in as it is. */
const written = (more: string, id = 5) =>
  `{\n   "id": ${id},\n   "type": "message",\n   "date": "2026-01-22T18:09:05",\n   "date_unixtime": "1769101745",\n   "from": "Ann",\n   "from_id": "user9"${more === '' ? '' : `,\n   ${more}`}\n  }`;

async function read(json: string, choice: Partial<Choice> = {}, files: Record<string, string> = {}) {
  return readAll(telegramExport, dropOf({ 'x/result.json': json, ...files }), 'x/result.json', {
    parts: new Set([room]),
    sorts: all,
    ...choice,
  });
}

async function one(more: string, files: Record<string, string> = {}) {
  const { drafts, findings } = await read(chatOf(written(more)), {}, files);
  const draft = only(drafts);
  return { draft, body: bodyOf(draft), findings };
}

function bodyOf({ exhibit }: Draft) {
  if (exhibit.kind !== 'telegram') throw new Error('A post was expected.');
  return exhibit.body;
}

describe('what writers of exports do', () => {
  it('control characters written as \\x0B are read, a literal backslash before x is left', async () => {
    const { body } = await one('"text": "a\\x0Bb \\\\x41"');
    expect(postText(body.text)).toBe('a\u000bb \\x41');
  });

  it('paths without quotes (2022) do not lose the message', async () => {
    const entity = '{\n "type": "custom_emoji",\n "text": "🤝",\n "document_id": stickers/sticker (2).webm\n }';
    const { body, draft } = await one(`"text": [\n ${entity},\n ""\n ]`);
    expect(postText(body.text)).toBe('🤝');
    expect(JSON.stringify(draft.raw)).toContain('stickers/sticker (2).webm');
  });

  it('numbers beyond what a double holds stay exact, raw', async () => {
    const { draft } = await one('"text": "", "gift_id": 5368324170671202286');
    expect(draft.raw).toMatchObject({ gift_id: '5368324170671202286' });
  });

  it('the offset is what lies between the local date and the seconds', async () => {
    expect((await one('"text": "a"')).body.posted).toEqual({
      from: '2026-01-22T18:09:05',
      to: '2026-01-22T18:09:05',
      zone: '+01:00',
    });
    const old = chatOf('{ "id": 5, "type": "message", "date": "2019-07-01T10:00:00", "from": "Ann", "text": "a" }');
    expect(bodyOf(only((await read(old)).drafts)).posted).toMatchObject({ zone: 'unknown' });
  });

  it('a local date and seconds that cannot both be right are told', async () => {
    const json = chatOf(written('"text": "a"').replace('1769101745', '1669101745'));
    const { drafts, findings } = await read(json);
    expect(findings).toMatchObject([{ code: 'clock-conflict', place: 'message 5' }]);
    expect(bodyOf(only(drafts)).posted).toMatchObject({ zone: 'Z', words: '2026-01-22T18:09:05' });
  });

  it('"edited" in 1970 is no edit, in either form', async () => {
    expect((await one('"edited": "1970-01-01T03:00:00", "text": "a"')).body.edited).toBeUndefined();
    const both = '"edited": "1970-01-01T03:00:00", "edited_unixtime": "0", "text": "a"';
    expect((await one(both)).body.edited).toBeUndefined();
    const real = '"edited": "2026-01-22T19:09:05", "edited_unixtime": "1769105345", "text": "a"';
    expect((await one(real)).body.edited).toMatchObject({ from: '2026-01-22T19:09:05', zone: '+01:00' });
  });

  it('a message that was gone while exporting is told as nothing inside, never as of 1970', async () => {
    const empty =
      '{ "id": 6, "type": "message", "date": "1970-01-01T02:00:00", "date_unixtime": "0", "text": "", "text_entities": [] }';
    const { drafts, findings, survey } = await read(chatOf(`${written('"text": "a"')}, ${empty}`), {
      sorts: new Set(['message']),
    });
    expect(drafts.map(({ key }) => key)).toEqual([`${room}/5`]);
    expect(findings).toEqual([{ code: 'nothing-inside', path: 'x/result.json', place: 'message 6' }]);
    expect(survey.parts[0]?.counts).toEqual({ message: 1, empty: 1 });
  });

  it('unsupported messages have an id and nothing else', async () => {
    const { findings, drafts } = await read(chatOf('{ "id": 7, "type": "unsupported" }'));
    expect(findings).toMatchObject([{ code: 'unknown-form', place: 'message 7', detail: 'unsupported' }]);
    expect(bodyOf(only(drafts)).posted).toBeUndefined();
  });

  it('who has no name any more is not made one person with others of no name', async () => {
    const nameless = (id: number, user: number) =>
      written('"text": "a"', id).replace('"from": "Ann"', '"from": null').replace('user9', `user${user}`);
    const { drafts } = await read(chatOf(`${nameless(5, 1)}, ${nameless(6, 2)}`));
    expect(drafts.map(({ source }) => source?.key)).toEqual(['telegram:user:1', 'telegram:user:2']);
  });

  it('entities keep their kind and address; empty runs at the end are dropped', async () => {
    const text =
      '"text": [ "see ", { "type": "text_link", "text": "it", "href": "https://a.example" }, { "type": "bold", "text": " now" }, "" ]';
    expect((await one(text)).body.text).toEqual([
      { kind: 'plain', text: 'see ' },
      { kind: 'text_link', text: 'it', href: 'https://a.example' },
      { kind: 'bold', text: ' now' },
    ]);
  });

  it('text and entities that disagree are both kept', async () => {
    const { body, draft } = await one('"text": "one", "text_entities": [ { "type": "plain", "text": "two" } ]');
    expect(postText(body.text)).toBe('two');
    expect(draft.raw).toMatchObject({ text: 'one' });
  });

  it('JSON inside a text stays the text that it is', async () => {
    const { draft } = await one('"invoice_information": "{\\"amount\\": 5, \\"__proto__\\": 1}", "text": ""');
    expect(draft.raw).toMatchObject({ invoice_information: '{"amount": 5, "__proto__": 1}' });
  });

  it('rich messages are flattened in order; unknown blocks are told and kept', async () => {
    const rich =
      '"rich_message": { "rtl": false, "blocks": [ { "type": "paragraph", "text": { "type": "concat", "text": [ { "type": "plain", "text": "a " }, { "type": "bold", "text": { "type": "italic", "text": "b" } } ] } }, { "type": "hologram", "text": "c" } ] }';
    const { body, draft, findings } = await one(rich);
    expect(postText(body.text)).toContain('a b');
    expect(findings).toMatchObject([{ code: 'unknown-form', detail: 'rich_message hologram' }]);
    expect(JSON.stringify(draft.raw)).toContain('hologram');
  });

  it('actions that nobody knows yet are kept by their word', async () => {
    const { drafts } = await read(
      chatOf(
        '{ "id": 8, "type": "service", "date": "2026-01-22T18:09:05", "date_unixtime": "1769101745", "actor": "Ann", "actor_id": "user9", "action": "fly_to_moon", "speed": 3 }',
      ),
    );
    expect(bodyOf(only(drafts)).action).toBe('fly_to_moon');
    expect(only(drafts).raw).toMatchObject({ speed: 3 });
  });
});

describe('ids', () => {
  it('messages from before a migration have negative ids, also in answers, and no address', async () => {
    const json = chatOf(
      `${written('"text": "old"', -999_999_990)}, ${written('"reply_to_message_id": -999999990, "text": "re"')}`,
    );
    const { drafts } = await read(json);
    expect(drafts.map(({ key }) => key)).toEqual([`${room}/-999999990`, `${room}/5`]);
    expect(drafts.map((draft) => bodyOf(draft).link)).toEqual([undefined, 'https://t.me/c/1234567890/5']);
    expect(drafts.map((draft) => bodyOf(draft).reply)).toEqual([undefined, `${room}/-999999990`]);
  });

  it.each([
    ['2018, no ids', '', undefined],
    ['2019, bare numbers', ', "from_id": 9', 'telegram:user:9'],
    ['2020, shifted', ', "from_id": 4294967305', 'telegram:user:9'],
    ['since 2021', ', "from_id": "user9"', 'telegram:user:9'],
  ])('%s', async (_, id, key) => {
    const message = `{ "id": 5, "type": "message", "date": "2020-11-01T10:00:00", "from": "Ann"${id}, "text": "a" }`;
    expect(only((await read(chatOf(message))).drafts).source).toMatchObject({ name: 'Ann', ...(key ? { key } : {}) });
  });

  it('a shifted chat is the same chat as today', async () => {
    const json = chatOf(
      '{ "id": 5, "type": "message", "date": "2020-11-01T10:00:00", "from": "Ann", "from_id": 4294967305, "text": "a" }',
    ).replace('"id": 1234567890', `"id": ${8_589_934_592 + 1_234_567_890}`);
    expect(only((await read(json)).drafts).key).toBe(`${room}/5`);
  });

  it('the edition is what is said: another export of the same is the same, an edit is not', async () => {
    const first = (await one('"text": "a", "text_entities": [ { "type": "plain", "text": "a" } ]')).draft;
    const later = (await one('"text": [ "a", "" ], "reactions": [ { "type": "emoji", "count": 2, "emoji": "👍" } ]'))
      .draft;
    const edited = (await one('"text": "b"')).draft;
    expect(later.edition).toBe(first.edition);
    expect(edited.edition).not.toBe(first.edition);
    expect(edited.key).toBe(first.key);
  });
});

describe('what stands around a message', () => {
  it('topics are told by the chain of answers, and only where it is whole', async () => {
    const made = written('"action": "topic_created", "title": "North"', 2).replace(
      '"type": "message"',
      '"type": "service"',
    );
    const json = chatOf(
      [
        made,
        written('"reply_to_message_id": 2, "text": "a"', 3),
        written('"reply_to_message_id": 3, "text": "b"', 4),
        written('"reply_to_message_id": 1, "text": "c"', 5),
      ].join(', '),
    );
    const topics = (await read(json)).drafts.map((draft) => bodyOf(draft).topic);
    expect(topics).toEqual([
      { id: 2, title: 'North' },
      { id: 2, title: 'North' },
      { id: 2, title: 'North' },
      undefined,
    ]);
  });

  it('pictures of one sender in one second, one after the other, are an album', async () => {
    const photo = (id: number) => written(`"photo": "photos/${id}.jpg", "width": 1, "height": 1, "text": ""`, id);
    const { drafts } = await read(chatOf([photo(5), photo(6), written('"text": "a"', 7), photo(8)].join(', ')));
    expect(drafts.map(({ group }) => group)).toEqual([`${room}/5`, `${room}/5`, undefined, undefined]);
  });
});

describe('files that messages name', () => {
  it.each([
    ['(File not included. Change data exporting settings to download.)', 'not-exported'],
    ['(File exceeds maximum size. Change data exporting settings to download.)', 'not-exported'],
    ['(File unavailable, please try again later)', 'not-exported'],
    ['(Fichier non inclus, dans une autre langue)', 'not-exported'],
    ['files/gone.pdf', 'file-missing'],
    ['../../etc/passwd', 'unsafe-path'],
    ['/etc/passwd', 'unsafe-path'],
    ['C:\\\\Windows\\\\win.ini', 'unsafe-path'],
  ])('%s is %s, never “deleted”, and the message stays', async (path, code) => {
    const { draft, findings } = await one(`"file": "${path}", "text": "a"`, { 'x/other': '', 'etc/passwd': 'x' });
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(draft.files).toEqual([]);
  });

  it('the small picture is taken where the file itself was left out', async () => {
    const file = '(File exceeds maximum size. Change data exporting settings to download.)';
    const { draft } = await one(`"file": "${file}", "thumbnail": "video_files/v.mp4_thumb.jpg", "text": ""`, {
      'x/video_files/v.mp4_thumb.jpg': 'small',
    });
    expect(draft.files).toMatchObject([{ path: 'x/video_files/v.mp4_thumb.jpg', role: 'sidecar' }]);
  });

  it('a name in another Unicode form finds its file; the exact one comes first', async () => {
    const [nfc, nfd] = ['é.txt'.normalize('NFC'), 'é.txt'.normalize('NFD')];
    const found = async (files: Record<string, string>) =>
      (await one(`"file": "files/${nfc}", "text": ""`, files)).draft.files;
    expect(await found({ [`x/files/${nfd}`]: '1' })).toMatchObject([{ path: `x/files/${nfd}` }]);
    expect(await found({ [`x/files/${nfd}`]: '1', [`x/files/${nfc}`]: '2' })).toMatchObject([
      { path: `x/files/${nfc}` },
    ]);
  });

  it('HTML and bidi controls are text', async () => {
    const { body } = await one('"text": "<img src=x onerror=alert(1)> \\u202Egnp.exe"');
    expect(body.text).toEqual([{ kind: 'plain', text: '<img src=x onerror=alert(1)> \u202egnp.exe' }]);
  });

  it('__proto__ is a name like another', async () => {
    const { draft } = await one('"text": "a", "__proto__": { "polluted": true }, "constructor": 1');
    expect('polluted' in {}).toBe(false);
    expect(Object.keys(Object(draft.raw))).toContain('__proto__');
  });
});

describe('any input', () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const names = fc.constantFrom(
    ...'id type date date_unixtime edited from from_id forwarded_from reply_to_message_id photo file thumbnail text text_entities rich_message poll location_information contact_information reactions action actor_id media_type'.split(
      ' ',
    ),
  );

  it('of any values under the known names never throws, and gives no message another id', async () => {
    const message = fc.dictionary(
      names,
      fc.oneof(value, fc.constantFrom('message', 'service', '1769101745', '2026-01-22T18:09:05')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 6 }), async (messages) => {
        const { drafts } = await read(
          chatOf([written('"text": "a"'), ...messages.map((one) => JSON.stringify(one))].join(',\n')),
        );
        const ids = new Set([5, ...messages.map(({ id }) => id)]);
        for (const draft of drafts) expect(ids.has(bodyOf(draft).message ?? Number.NaN)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('cut short anywhere, or with any bytes changed, never throws', async () => {
    const bytes = new TextEncoder().encode(
      chatOf([1, 2, 3].map((id) => written(`"text": "some words ${id}"`, id)).join(',\n  ')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 4 }),
        async (end, changes) => {
          const broken = bytes.slice(0, end);
          for (const [at, byte] of changes) if (at < end) broken[at] = byte;
          const drop = dropOf({ 'r.json': broken });
          if (!(await recognised(telegramExport, drop, 'r.json'))) return;
          const { drafts } = await readAll(telegramExport, drop, 'r.json', { parts: new Set([room]) });
          expect(drafts.length).toBeLessThanOrEqual(4);
        },
      ),
      { numRuns: 300 },
    );
  });
});
