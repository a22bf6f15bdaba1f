import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { postText } from '#domain/evidence/kinds/telegram.ts';
import { dropOf, readAll } from '#domain/intake/drop.fixture.ts';
import { telegramExport } from '#domain/intake/telegram-export.ts';
import { telegramPages } from '#domain/intake/telegram-page-export.ts';

const samples = fileURLToPath(new URL('../../shared/samples/telegram', import.meta.url));
const missing = !existsSync(samples);
if (missing) process.stdout.write('Skipped: real Telegram exports, because ../shared/samples is not here\n');

function folder(path: string) {
  const files: Record<string, Uint8Array> = {};
  const walk = (at: string) => {
    for (const name of readdirSync(join(samples, path, at))) {
      const inner = at === '' ? name : `${at}/${name}`;
      if (statSync(join(samples, path, inner)).isDirectory()) walk(inner);
      else files[inner] = new Uint8Array(readFileSync(join(samples, path, inner)));
    }
  };
  walk('');
  return dropOf(files);
}

describe.skipIf(missing)('real exports', () => {
  test('the Cyrillic test group of 2022: twelve messages, zone unknown, media in place', async () => {
    const drop = folder('B-testgroup-2022-cyrillic/telegram-test-json');
    const parts = new Set(['telegram:chat:123456789']);
    const unasked = await readAll(telegramExport, drop, 'result.json', { parts });
    expect(unasked.drafts).toHaveLength(8);
    const sorts = new Set(['message', 'service']);
    const { survey, drafts, findings } = await readAll(telegramExport, drop, 'result.json', { parts, sorts });
    expect(survey.parts).toMatchObject([
      { id: 'telegram:chat:123456789', title: 'Test 2022', counts: { service: 4, message: 8, photo: 1 } },
    ]);
    expect(findings).toEqual([]);
    expect(drafts.map(({ files }) => files.length)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1]);
    const first = drafts.find(({ key }) => key === 'telegram:chat:123456789/426597');
    if (first?.exhibit.kind !== 'telegram') throw new Error('A post was expected.');
    expect(postText(first.exhibit.body.text)).toBe('Your user ID: 123456789\nCurrent chat ID: -123456789');
    expect(first.exhibit.body.posted).toEqual({
      from: '2022-03-16T19:24:40',
      to: '2022-03-16T19:24:40',
      zone: 'unknown',
    });
    expect(first.source).toEqual({ name: 'Get My ID', what: 'person', handles: [], key: 'telegram:user:460693903' });
  });

  test('the pages of the same group say the same as its JSON, and are one find with it', async () => {
    const pages = folder('B-testgroup-2022-cyrillic/telegram-test-html');
    const parts = new Set(['telegram:titled:Test 2022']);
    const { survey, drafts } = await readAll(telegramPages, pages, 'messages.html', { parts });
    expect(survey.parts).toMatchObject([{ title: 'Test 2022', counts: { service: 4, message: 8, photo: 1 } }]);
    const json = folder('B-testgroup-2022-cyrillic/telegram-test-json');
    const chat = { parts: new Set(['telegram:chat:123456789']) };
    const alone = await readAll(telegramExport, json, 'result.json', chat);
    const said = (draft: (typeof drafts)[number]) => [
      draft.key.replace(/^.*\//, ''),
      draft.exhibit.kind === 'telegram' ? [postText(draft.exhibit.body.text).trim(), draft.exhibit.body.posted] : [],
      draft.source?.name,
      draft.files.map(({ path }) => path),
    ];
    const written = (all: readonly (typeof drafts)[number][]) =>
      all.map(said).map(([id, words, name]) => [id, words, name]);
    expect(written(drafts)).toEqual(written(alone.drafts));

    const both = await readAll(telegramExport, new Map([...json, ...pages]), 'result.json', chat);
    expect(both.found.belongs).toContain('messages.html');
    expect(both.findings).toEqual([]);
    expect(both.drafts.map(({ key, edition }) => [key, edition])).toEqual(
      alone.drafts.map(({ key, edition }) => [key, edition]),
    );
  });

  test('a whole account: its chats, nothing of its owner; the kept part is an export of the same form', async () => {
    const drop = folder('E-synthetic-full-account');
    const forum = 'telegram:channel:1234567890';
    const { survey, drafts, findings } = await readAll(telegramExport, drop, 'result.json', {
      parts: new Set([forum]),
      sorts: new Set(['message', 'service']),
    });
    expect(survey.parts.map(({ id, counts }) => [id, counts.message ?? 0])).toEqual([
      ['telegram:user:100000002', 15],
      [forum, 7],
      ['telegram:user:100000001', 1],
      ['telegram:user:333', 0],
      ['telegram:user:5555', 1],
      ['telegram:channel:555', 1],
    ]);
    const hidden = survey.findings.filter(({ code }) => code === 'private-left-out').map(({ detail }) => detail);
    expect(hidden).toContain('contacts');
    expect(hidden).toContain('personal_information');
    expect(JSON.stringify([survey, drafts, findings])).not.toMatch(/192\.0\.2\.1|\+999/);
    const topics = drafts.map(({ exhibit }) => (exhibit.kind === 'telegram' ? exhibit.body.topic?.id : undefined));
    expect(topics.slice(0, 5)).toEqual([undefined, 2, undefined, 2, 2]);
    expect(drafts[2]?.raw).toMatchObject({ new_icon_emoji_id: '5368324170671202286' });

    const found = { main: 'result.json', belongs: [] };
    const original = await telegramExport.original?.(found, drop, { parts: new Set([forum, 'telegram:channel:555']) });
    if (!original || !('ranges' in original.file)) throw new Error('A part was expected.');
    const whole = readFileSync(join(samples, 'E-synthetic-full-account/result.json'));
    const kept = Buffer.concat(original.file.ranges.map(([from, to]) => whole.subarray(from, to)));
    const again = await readAll(telegramExport, dropOf({ 'kept.json': new Uint8Array(kept) }), 'kept.json', {
      parts: new Set([forum]),
      sorts: new Set(['message', 'service']),
    });
    expect(Object.keys(JSON.parse(kept.toString()))).toEqual(['chats', 'left_chats']);
    expect(again.survey.parts.map(({ id }) => id)).toEqual([forum, 'telegram:channel:555']);
    expect(again.drafts.map(({ key, edition }) => [key, edition])).toEqual(
      drafts.map(({ key, edition }) => [key, edition]),
    );
  });

  test('the invalid file reads as its strict twin does', async () => {
    const drop = folder('E-synthetic-full-account');
    const parts = new Set(['telegram:user:100000002']);
    const one = await readAll(telegramExport, drop, 'result.json', { parts });
    const two = await readAll(telegramExport, drop, 'result.strict.json', { parts });
    expect(one.drafts).toEqual(two.drafts);
    expect(one.drafts.length).toBeGreaterThan(10);
  });

  test.each([
    ['result-2019-style.json', 'telegram:chat:777', 'telegram:user:100000002'],
    ['result-2020-11-style.json', 'telegram:chat:777', 'telegram:user:100000002'],
  ])('%s: ids in the form of today, 1970 is no edit', async (name, part, sender) => {
    const drop = folder('E-synthetic-full-account');
    const { drafts } = await readAll(telegramExport, drop, name, { parts: new Set([part]) });
    expect(drafts.map(({ source }) => source?.key)).toContain(sender);
    const edits = drafts.map(({ exhibit }) => exhibit.kind === 'telegram' && exhibit.body.edited !== undefined);
    expect(edits.filter(Boolean)).toHaveLength(name.includes('2019') ? 1 : 0);
  });
});
