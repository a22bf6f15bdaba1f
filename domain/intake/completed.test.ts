import { describe, expect, it } from 'vitest';
import { type Exhibit, emptyExhibit } from '#domain/evidence/exhibit.ts';
import { telegram } from '#domain/evidence/kinds/telegram.ts';
import { completed, filesAdded, type Reread } from './completed.ts';

const stamp = '2024-07-27T18:30:00.000Z-0000-00000000';
const photo = { name: 'a.jpg', mime: 'image/jpeg', bytes: 3, role: 'original' as const };
const small = { ...photo, name: 'a_thumb.jpg', role: 'sidecar' as const };
const at = { from: '2024-07-26T10:00:00', to: '2024-07-26T10:00:00', zone: 'unknown' };
const held = (fields: Partial<Exhibit<'telegram'>> = {}): Exhibit =>
  Object.assign({}, emptyExhibit('telegram'), {
    ...{ id: 'x', case: 'c', label: 'EX-1', stamps: {}, made: { at: stamp, by: 'p', device: 'd' } },
    kind: 'telegram' as const,
    body: { ...telegram.empty(), forwarded: { name: 'A' } },
    raw: { from_id: 'user1' },
    ...fields,
  });
const read = (assets: Reread['assets'], body: Partial<Exhibit<'telegram'>['body']> = {}): Reread => ({
  exhibit: { kind: 'telegram', body: { ...telegram.empty(), forwarded: { name: 'A' }, ...body } },
  raw: { from_id: 'user2', html_forwarded_date: '26.07.2024 10:00:00' },
  assets,
});

describe('something that is here and was read again', () => {
  it('gets the file that was missing, behind those it has', () => {
    const next = completed(held({ assets: { s: { ...small, order: 4 } } }), read({ p: photo }));
    expect(next.assets).toEqual({ s: { ...small, order: 4 }, p: { ...photo, order: 5 } });
    expect(completed(next, read({ p: photo }))).toBe(next);
  });

  it('stays the same object when nothing is missing', () => {
    const whole = held({ assets: { p: { ...photo, order: 0 } } });
    for (const assets of [{}, { p: photo }, { q: photo }, { s: small }])
      expect(completed(whole, read(assets))).toBe(whole);
  });

  it('does not get back what a person took away', () => {
    const bare = held({ stamps: { 'assets/p': stamp } });
    expect(filesAdded(bare, { assets: { p: photo } })).toBe(0);
    expect(completed(bare, read({ p: photo }))).toBe(bare);
  });

  it('gets what only the pages say, and keeps all else', () => {
    const next = completed(held(), read({}, { forwarded: { name: 'A', at }, signature: 'D.' }));
    expect(next.body).toMatchObject({ forwarded: { name: 'A', at }, signature: 'D.' });
    expect(next.raw).toEqual({ from_id: 'user1', html_forwarded_date: '26.07.2024 10:00:00' });
  });

  it('keeps the date of a forward that was altered, or is of someone else', () => {
    const altered = held({ stamps: { 'body/forwarded': stamp } });
    expect(completed(altered, read({}, { forwarded: { name: 'A', at } }))).toBe(altered);
    const other = held();
    expect(completed(other, read({}, { forwarded: { name: 'B', at } }))).toBe(other);
  });
});
