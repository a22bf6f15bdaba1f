import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyExhibit } from './evidence/exhibit.ts';
import { differences, shapeOf, valueAt, withChanges } from './fields.ts';
import { newId } from './id.ts';
import { sameJson } from './json.ts';
import { Clock } from './stamp.ts';
import { schemas } from './tables.ts';

const clock = new Clock();
const device = newId();
const common = () => ({
  id: newId(),
  case: newId(),
  made: { at: clock.next(device), by: newId(), device },
  stamps: {},
});
const tags = [newId(), newId(), newId()];
const shotIds = [newId(), newId()];

const video = () => schemas.exhibits.parse({ ...emptyExhibit('video'), ...common(), label: 'EX-1' });

const edits = fc.record({
  title: fc.string(),
  tags: fc.uniqueArray(fc.constantFrom(...tags)),
  graphic: fc.boolean(),
  link: fc.option(fc.string(), { nil: undefined }),
  collectedBy: fc.option(fc.string(), { nil: undefined }),
  shots: fc.dictionary(
    fc.constantFrom(...shotIds),
    fc.record({
      order: fc.nat(),
      seen: fc.string(),
      certainty: fc.constant('observed' as const),
      describedBy: fc.string(),
      tags: fc.constant<string[]>([]),
    }),
  ),
});

function edited(record: ReturnType<typeof video>, edit: typeof edits extends fc.Arbitrary<infer E> ? E : never) {
  if (record.kind !== 'video') throw new Error('expected a video');
  const { title, tags: ofEdit, graphic, link, collectedBy, shots } = edit;
  return {
    ...record,
    title,
    tags: ofEdit,
    graphic,
    collected: { ...record.collected, by: collectedBy },
    body: { ...record.body, link, shots },
  };
}

describe('the fields of a record', () => {
  it('knows sets, maps and groups from the schema of the record’s own kind', () => {
    const shape = shapeOf(schemas.exhibits, video());
    expect(shape).toMatchObject({
      tags: 'set',
      title: 'plain',
      assets: 'map',
      collected: { at: 'plain' },
      body: { shots: 'map', link: 'plain' },
    });
    expect(shape).not.toHaveProperty('id');
  });

  it('names each changed path, one per element', () => {
    const before = video();
    const after = { ...before, title: 'A man on the ground', tags: [tags[0] ?? ''] };
    expect(differences(shapeOf(schemas.exhibits, before), before, after)).toEqual([
      { path: 'title', before: '', after: 'A man on the ground' },
      { path: `tags/${tags[0]}`, after: true },
    ]);
  });

  it('gives the edited record back when its differences are applied, and the first one when they are reversed', () => {
    fc.assert(
      fc.property(edits, edits, (one, two) => {
        const before = edited(video(), one);
        const after = edited(before, two);
        const shape = shapeOf(schemas.exhibits, before);
        const changes = differences(shape, before, after);
        const there = withChanges(shape, before, changes, clock.next(device));
        expect(differences(shape, there, after)).toEqual([]);
        for (const c of changes) expect(sameJson(valueAt(shape, there, c.path), c.after)).toBe(true);
        const back = withChanges(
          shape,
          there,
          changes.map(({ path, before: b }) => ({ path, after: b })),
          clock.next(device),
        );
        expect(differences(shape, back, before)).toEqual([]);
      }),
    );
  });
});
