import { beforeEach, describe, expect, it } from 'vitest';
import { splitArticle } from '#domain/article/split-article.ts';
import type { Id } from '#domain/id.ts';
import { makeCase } from '#store/cases.ts';
import { database } from '#store/database.ts';
import { OpenCase } from '#store/open-case.ts';
import { undo } from '#store/undo.ts';
import { heldArticle } from './article-draft.ts';
import { passageId, speakerOf } from './keeping.ts';
import { passagesHere } from './passages-here.ts';
import { articleKey, type KeptPassage, type PastedArticle, takeArticle } from './take-article.ts';

const text = '“We lost ten men,” said Colonel Diarra.\n\nThe ministry counted two dead. “There were no more,” it said.';
const passages = splitArticle(text, 'en');
let id: Id;
let opened: OpenCase;

const article = async (more: Partial<PastedArticle> = {}): Promise<PastedArticle> => ({
  text,
  key: await articleKey(text),
  title: 'Ambush at the wells',
  address: 'https://paper.example/1',
  source: undefined,
  published: undefined,
  language: 'en',
  ...more,
});
const kept = (words: string, as: KeptPassage['as'], speaker?: KeptPassage['speaker']): KeptPassage => {
  const passage = passages.find((one) => one.words === words);
  if (!passage) throw new Error(`There is no passage ${words}`);
  return { passage, as, speaker };
};
const state = () => opened.state;

beforeEach(async () => {
  id = await makeCase({ title: 'A case', summary: '', language: 'en', likelihood: 'icd-203' });
  opened = await OpenCase.open(id);
});

describe('an article', () => {
  it('is kept with its statements, claims and speakers in one change, which is undone as one', async () => {
    const taken = await takeArticle(
      id,
      await article(),
      [
        kept('We lost ten men,', 'statement', { name: 'Colonel Diarra' }),
        kept('The ministry counted two dead.', 'claim', { name: 'The ministry' }),
        kept('There were no more,', 'statement', { name: 'the ministry' }),
      ],
      undefined,
    );
    const { exhibits, sources, derivations, claims } = state();
    const page = exhibits.get(taken.exhibit);
    expect(page).toMatchObject({ kind: 'web-page', title: 'Ambush at the wells', body: { verbatim: text } });
    expect([...sources.values()].map(({ name }) => name).toSorted()).toEqual(['Colonel Diarra', 'The ministry']);
    const [first, second] = taken.statements.map((one) => exhibits.get(one));
    expect(first).toMatchObject({ body: { verbatim: 'We lost ten men,', link: 'https://paper.example/1' } });
    expect(first?.kind === 'statement' && sources.get(first.body.speaker ?? '')?.name).toBe('Colonel Diarra');
    expect(second).toMatchObject({ kind: 'statement', body: { verbatim: 'There were no more,' } });
    const quoted = [...derivations.values()]
      .filter(({ what }) => what === first?.id)
      .map(({ of, excerpt }) => ({ of, excerpt }));
    expect(quoted).toHaveLength(2);
    expect(quoted).toContainEqual({
      of: { type: 'exhibit', id: taken.exhibit },
      excerpt: { type: 'text', on: 'verbatim', exact: 'We lost ten men,', prefix: '“', suffix: text.slice(17, 49) },
    });
    expect(claims.get(taken.claims[0] ?? '')).toMatchObject({
      text: 'The ministry counted two dead.',
      madeIn: { exhibit: taken.exhibit, excerpt: { exact: 'The ministry counted two dead.' } },
    });
    expect([...state().links.values()]).toEqual([]);
    await undo(id);
    const after = state();
    expect([...after.exhibits.values()].filter(({ gone }) => gone === undefined)).toEqual([]);
    expect([...after.claims.values()].filter(({ gone }) => gone === undefined)).toEqual([]);
    expect(
      (await database.journal.toArray()).filter(({ act, case: of }) => of === id && act === 'article.take-in'),
    ).toHaveLength(1);
  });

  it('without an address is a document', async () => {
    const { exhibit } = await takeArticle(id, await article({ address: '' }), [], undefined);
    expect(state().exhibits.get(exhibit)).toMatchObject({ kind: 'document', body: { verbatim: text } });
  });

  it('that is here says of its passages what was made of them, and gets more', async () => {
    const { exhibit, statements } = await takeArticle(
      id,
      await article(),
      [kept('We lost ten men,', 'statement')],
      undefined,
    );
    const held = state().exhibits.get(exhibit);
    const again = held && heldArticle(held);
    if (!again) throw new Error('The article is no article.');
    const more = await takeArticle(id, again, [kept('The ministry counted two dead.', 'claim')], undefined);
    expect(more.exhibit).toBe(exhibit);
    const now = state();
    const here = passagesHere(exhibit, text, passages, now);
    const labels = (words: string) => here.get(passageId(kept(words, 'claim').passage));
    expect(labels('We lost ten men,')).toEqual([now.exhibits.get(statements[0] ?? '')?.label]);
    expect(labels('The ministry counted two dead.')).toEqual([now.claims.get(more.claims[0] ?? '')?.label]);
    expect(labels('There were no more,')).toBeUndefined();
  });
});

it('a guessed name is a source only when it, or one of its aliases, is called just so', () => {
  const sources = [{ id: 'a', name: 'Army of Mali', aliases: ['FAMa'] }];
  expect(speakerOf('fama', sources)).toEqual({ id: 'a' });
  expect(speakerOf('Army', sources)).toEqual({ name: 'Army' });
});
