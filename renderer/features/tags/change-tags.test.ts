import { beforeEach, describe, expect, test } from 'vitest';
import { emptyExhibit } from '#domain/evidence/exhibit.ts';
import type { Id } from '#domain/id.ts';
import { makeCase } from '#store/cases.ts';
import { change } from '#store/change.ts';
import { history } from '#store/history.ts';
import { OpenCase } from '#store/open-case.ts';
import { undo } from '#store/undo.ts';
import { makeTag, mergeTag, renameTag, TagNameTaken, trashTag } from './change-tags.ts';
import { tagTree } from './tag-tree.ts';

let opened: OpenCase;
const make = (path: string) => makeTag(opened.id, opened.state.tags, path);
const paths = () => tagTree(opened.state.tags.values(), []).map(({ tag }) => tag.path);
const tagOf = (id: Id) => {
  const tag = opened.state.tags.get(id);
  if (!tag) throw new Error(`no tag ${id}`);
  return tag;
};

beforeEach(async () => {
  const id = await makeCase({ title: 'Tags', summary: '', language: 'en', likelihood: 'icd-203' });
  opened = await OpenCase.open(id);
  return () => opened.close();
});

describe('tags', () => {
  test('typing a tag that is there, in another case, finds it', async () => {
    const first = await make('Place / border');
    expect(await make('place/BORDER')).toBe(first);
    expect(paths()).toEqual(['Place/border']);
  });

  test('renaming one renames what is nested under it, in one change that can be undone', async () => {
    const place = await make('place');
    await make('place/border');
    await make('placebo');
    const steps = history(opened.id).undo.length;
    await renameTag(opened.id, opened.state.tags, tagOf(place), 'lieu');
    expect(paths()).toEqual(['lieu', 'lieu/border', 'placebo']);
    expect(history(opened.id).undo).toHaveLength(steps + 1);
    await undo(opened.id);
    expect(paths()).toEqual(['place', 'place/border', 'placebo']);
  });

  test('a name that another tag has is refused, and nothing changes', async () => {
    const place = await make('place');
    await make('lieu');
    await expect(renameTag(opened.id, opened.state.tags, tagOf(place), 'Lieu')).rejects.toThrow(TagNameTaken);
    expect(paths()).toEqual(['lieu', 'place']);
  });

  test('merging carries exhibits, shots and regions over, and what was nested; undo brings all of it back', async () => {
    const [from, nested, into, same] = [
      await make('place'),
      await make('place/border'),
      await make('lieu'),
      await make('lieu/border'),
    ];
    const rectangle = { x: 0, y: 0, width: 1, height: 1 };
    const shot = { order: 0, seen: 'a man', certainty: 'observed' as const, describedBy: '', tags: [from, into] };
    const [video, photo] = await change(opened.id, 'exhibit.make', async (c) => [
      await c.make('exhibits', {
        ...emptyExhibit('video'),
        tags: [from, nested],
        body: { shots: { [from]: shot } },
      }),
      await c.make('exhibits', {
        ...emptyExhibit('photo'),
        body: {
          metadata: {},
          regions: { [into]: { asset: '0'.repeat(64), rectangle, label: '', tags: [nested] } },
        },
      }),
    ]);
    const before = opened.state;
    await mergeTag(opened.id, opened.state, tagOf(from), tagOf(into));
    expect(paths()).toEqual(['lieu', 'lieu/border']);
    const merged = opened.state.exhibits.get(video?.id ?? '');
    expect(merged?.tags.toSorted()).toEqual([into, same].toSorted());
    expect(merged?.kind === 'video' && merged.body.shots[from]?.tags).toEqual([into]);
    const pictured = opened.state.exhibits.get(photo?.id ?? '');
    expect(pictured?.kind === 'photo' && pictured.body.regions[into]?.tags).toEqual([same]);
    await undo(opened.id);
    expect(paths()).toEqual(['lieu', 'lieu/border', 'place', 'place/border']);
    expect(opened.state.exhibits.get(video?.id ?? '')?.tags.toSorted()).toEqual(
      before.exhibits.get(video?.id ?? '')?.tags.toSorted(),
    );
  });

  test('the trash takes what is nested along; exhibits keep the tag for when it comes back', async () => {
    const place = await make('place');
    const border = await make('place/border');
    const exhibit = await change(opened.id, 'exhibit.make', (c) =>
      c.make('exhibits', { ...emptyExhibit('photo'), tags: [border] }),
    );
    const count = () => tagTree(opened.state.tags.values(), opened.state.exhibits.values()).map((n) => n.count);
    expect(count()).toEqual([1, 1]);
    await trashTag(opened.id, opened.state.tags, tagOf(place));
    expect(paths()).toEqual([]);
    expect(opened.state.exhibits.get(exhibit.id)?.tags).toEqual([border]);
    await undo(opened.id);
    expect(count()).toEqual([1, 1]);
  });
});
