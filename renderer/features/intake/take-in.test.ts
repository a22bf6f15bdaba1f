import { beforeEach, describe, expect, it } from 'vitest';
import { telegram } from '#domain/evidence/kinds/telegram.ts';
import type { Id } from '#domain/id.ts';
import type { Mapping } from '#domain/intake/table/mapping.ts';
import { makeCase } from '#store/cases.ts';
import { change } from '#store/change.ts';
import { OpenCase } from '#store/open-case.ts';
import { undo } from '#store/undo.ts';
import type { Found, Stored } from './intake-protocol.ts';
import { takeIn } from './take-in.ts';

const found: Found = {
  n: 0,
  importer: 'telegram-export',
  version: '2',
  main: 'result.json',
  bytes: 1,
  belongs: 0,
  hasListing: true,
  leftUnlessChosen: false,
  survey: { title: 'Chat', parts: [], findings: [] },
};
const photo = { name: 'a.jpg', mime: 'image/jpeg', bytes: 3, role: 'original' as const };
const post = (n: number, assets: Stored['assets']): Stored => ({
  key: `telegram:channel:1/${n}`,
  edition: 'one',
  exhibit: { kind: 'telegram', body: { ...telegram.empty(), message: n } },
  assets,
});

let id: Id;
let opened: OpenCase;
beforeEach(async () => {
  id = await makeCase({ title: 'A case', summary: '', language: 'en', likelihood: 'icd-203' });
  opened = await OpenCase.open(id);
});

const given = { tags: [], source: undefined, graphic: false };
const take = (drafts: readonly Stored[], signal = new AbortController().signal) => {
  const read = { n: 0, parts: [], sha256: 'a'.repeat(64), kept: undefined, drafts, notes: [], findings: [] };
  return takeIn(id, opened.state, [{ found, read }], given, signal);
};
const filesHeld = () => [...opened.state.exhibits.values()].map(({ assets }) => Object.keys(assets));

describe('taking the same chat in again', () => {
  it('attaches files that were missing, once, and takes them away with its undo', async () => {
    const sha256 = 'b'.repeat(64);
    await take([post(1, {}), post(2, {})]);
    expect(await take([post(1, {}), post(2, {})])).toMatchObject({ made: [], here: 2, completed: 0 });
    expect(opened.state.imports.size).toBe(1);

    const again = [post(1, { [sha256]: photo }), post(2, {}), post(3, {})];
    const taken = await take(again);
    expect(taken).toMatchObject({ here: 2, completed: 1 });
    expect(taken.made).toHaveLength(1);
    expect(filesHeld()).toEqual([[sha256], [], []]);
    expect(await take(again)).toMatchObject({ made: [], here: 3, completed: 0 });

    await undo(id);
    expect(filesHeld()).toEqual([[], [], []]);
    expect([...opened.state.exhibits.values()].map(({ gone }) => gone !== undefined)).toEqual([false, false, true]);
  });

  it('writes nothing when it is cancelled while thousands are written', async () => {
    const cancelled = new AbortController();
    const taking = take(
      Array.from({ length: 3000 }, (_, n) => post(n, {})),
      cancelled.signal,
    );
    setTimeout(() => cancelled.abort(), 30);
    await expect(taking).rejects.toThrow();
    expect((await OpenCase.open(id)).state.exhibits.size).toBe(0);
  });
});

describe('tags that a file states', () => {
  it('are found by their path, capitals or not, made once, and taken away with the undo', async () => {
    await change(id, 'tag.make', (c) => c.make('tags', { path: 'Tank', colour: 'brick' }));
    const tagged = (n: number, ...tags: string[]): Stored => ({ ...post(n, {}), tags });
    await take([tagged(1, 'tank', 'place/border'), tagged(2, 'Place/Border'), post(3, {})]);
    const tags = () => [...opened.state.tags.values()].filter(({ gone }) => gone === undefined);
    expect(tags().map(({ path }) => path)).toEqual(['Tank', 'place/border']);
    const [tank, border] = tags().map((tag) => tag.id);
    expect([...opened.state.exhibits.values()].map((exhibit) => exhibit.tags)).toEqual([[tank, border], [border], []]);
    await undo(id);
    expect(tags().map(({ path }) => path)).toEqual(['Tank']);
  });
});

it('keeps what was said of the columns of a table with its import, so that anyone can read it again', async () => {
  const mapping: Mapping = {
    form: { encoding: 'windows-1251', separator: ';', quote: '"', header: 'yes' },
    kind: 'by-address',
    columns: ['address', 'published'],
    dates: 'day-first',
    zone: '+02:00',
    tagSeparator: ',',
    same: 'row',
  };
  const read = {
    n: 0,
    parts: [],
    mapping,
    sha256: 'a'.repeat(64),
    kept: undefined,
    drafts: [post(1, {})],
    notes: [],
    findings: [],
  };
  await takeIn(id, opened.state, [{ found, read }], given, new AbortController().signal);
  expect([...opened.state.imports.values()].map(({ said }) => said)).toEqual([mapping]);
});
