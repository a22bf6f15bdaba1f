import { expect, test } from 'vitest';
import { emptyExhibit } from '#domain/evidence/exhibit.ts';
import { makeCase } from '#store/cases.ts';
import { change } from '#store/change.ts';
import { OpenCase } from '#store/open-case.ts';
import { undo } from '#store/undo.ts';
import { reliabilityOf } from './assessments-about.ts';
import { makeSource, restoreSource, trashSource } from './change-sources.ts';

async function aSource(exhibits: number) {
  const id = await makeCase({ title: 'Sources', summary: '', language: 'en', likelihood: 'icd-203' });
  const opened = await OpenCase.open(id);
  const source = await makeSource(id, ' Grey Zone ', 'channel');
  const made = await change(id, 'exhibit.make', async (c) => {
    const ids: string[] = [];
    for (let i = 0; i < exhibits; i += 1)
      ids.push((await c.make('exhibits', { ...emptyExhibit('telegram'), source })).id);
    return ids;
  });
  const aliveExhibits = () => [...opened.state.exhibits.values()].filter((e) => e.gone === undefined).length;
  return { opened, source, made, aliveExhibits };
}

test('a source and its 40 exhibits go in one change, and one undo brings all of them back', async () => {
  const { opened, source, made, aliveExhibits } = await aSource(40);
  await trashSource(opened.id, source, made);
  expect(opened.state.sources.get(source)?.gone).toBeDefined();
  expect(aliveExhibits()).toBe(0);
  await undo(opened.id);
  expect(opened.state.sources.get(source)).toMatchObject({ name: 'Grey Zone' });
  expect(opened.state.sources.get(source)?.gone).toBeUndefined();
  expect(aliveExhibits()).toBe(40);
  opened.close();
});

test('a source goes alone and its exhibits still name it, so that restoring it makes them whole', async () => {
  const { opened, source, made, aliveExhibits } = await aSource(2);
  await trashSource(opened.id, source, []);
  expect(aliveExhibits()).toBe(2);
  const gone = opened.state.sources.get(source);
  if (!gone) throw new Error('the source is not there');
  await restoreSource(opened.id, gone, []);
  expect(opened.state.sources.get(source)?.gone).toBeUndefined();
  expect(made.every((id) => opened.state.exhibits.get(id)?.source === source)).toBe(true);
  opened.close();
});

test('reliability is F until somebody judges; a later judgement counts, the earlier one is kept', async () => {
  const { opened, source } = await aSource(0);
  const grade = (value: 'B' | 'D') =>
    change(opened.id, 'source.grade', (c) =>
      c.make('assessments', {
        about: { table: 'sources', id: source },
        judgement: { scale: 'reliability', value },
        because: '',
      }),
    );
  expect(reliabilityOf(source, opened.state.assessments)).toBe('F');
  await grade('B');
  await grade('D');
  expect(reliabilityOf(source, opened.state.assessments)).toBe('D');
  expect(opened.state.assessments.size).toBe(2);
  opened.close();
});
