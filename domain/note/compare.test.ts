import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDocuments, compareWords, type Part, parts } from './compare.ts';
import { type NoteDocument, type NoteNode, paragraphOf, rootOf, textOf } from './document.ts';
import { blocks } from './walk.ts';

const exhibit = '01890a5d-ac96-774b-bcce-b302099a8057';
const other = '01890a5d-ac96-774b-bcce-b302099a8058';
const note = (...paragraphs: [id: string, text: string][]): NoteDocument => ({
  root: rootOf(paragraphs.map(([id, text]) => paragraphOf(text === '' ? [] : [textOf(text)], id))),
});
const told = (before: NoteDocument, after: NoteDocument) =>
  compareDocuments(before, after).map((change) => [change.what, change.key]);

describe('comparing two versions', () => {
  test('tells added, removed, moved and changed blocks apart', () => {
    const before = note(['a', 'one'], ['b', 'two'], ['c', 'three'], ['d', 'four']);
    const after = note(['a', 'one'], ['c', 'three and more'], ['b', 'two'], ['e', 'five']);
    const changes = told(before, after);
    expect(changes).toContainEqual(['same', 'a']);
    expect(changes).toContainEqual(['added', 'e']);
    expect(changes).toContainEqual(['removed', 'd']);
    expect(changes.filter(([what]) => what === 'moved')).toHaveLength(1);
  });
  test('marks the words of a changed block', () => {
    const [change] = compareDocuments(
      note(['a', 'At least 20 men were killed.']),
      note(['a', 'At least 25 men were killed.']),
    );
    expect(change?.words.filter((some) => some.what !== 'same')).toEqual([
      { what: 'removed', parts: ['20'] },
      { what: 'added', parts: ['25'] },
    ]);
  });
  test('sees that a citation points elsewhere', () => {
    const citing = (target: string): NoteDocument => ({
      root: rootOf([paragraphOf([textOf('said '), { type: 'citation', version: 1, to: 'exhibit', target }], 'a')]),
    });
    const [change] = compareDocuments(citing(exhibit), citing(other));
    expect(change?.words.at(-1)).toEqual({ what: 'added', parts: [{ to: 'exhibit', target: other }] });
  });
  test('a change of form alone is a change without words', () => {
    const heading: NoteNode = { type: 'heading', tag: 'h2', version: 1, $: { id: 'a' }, children: [textOf('one')] };
    expect(compareDocuments(note(['a', 'one']), { root: rootOf([heading]) })).toEqual([
      { what: 'changed', key: 'a', kind: 'heading', words: [{ what: 'same', parts: ['one'] }] },
    ]);
  });
  test('compares text without ids by what it says', () => {
    const nameless = (...texts: string[]): NoteDocument => ({
      root: rootOf(texts.map((text) => ({ type: 'paragraph', version: 1, children: [textOf(text)] }))),
    });
    expect(compareDocuments(nameless('x', 'x', 'y'), nameless('x', 'x', 'z')).map((change) => change.what)).toEqual([
      'same',
      'same',
      'removed',
      'added',
    ]);
  });
});

const words = fc.array(fc.constantFrom<Part>('men', ' ', '20', '.', { to: 'exhibit', target: exhibit }), {
  maxLength: 40,
});
const side = (changes: ReturnType<typeof compareWords>, not: 'added' | 'removed') =>
  changes.filter((change) => change.what !== not).flatMap((change) => change.parts);

test('word changes give back both sides, whole', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const changes = compareWords(before, after);
      expect(side(changes, 'added')).toEqual(before);
      expect(side(changes, 'removed')).toEqual(after);
    }),
  );
});

const documents = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom('', 'one two', 'one three', 'four')), {
    selector: ([id]) => id,
    maxLength: 8,
  })
  .map((paragraphs) => note(...paragraphs));

test('every word of both versions is in the comparison, every block once', () => {
  fc.assert(
    fc.property(documents, documents, (before, after) => {
      const changes = compareDocuments(before, after);
      const keys = changes.map((change) => change.key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(keys)).toEqual(new Set([...blocks(before), ...blocks(after)].map((block) => block.id)));
      const present = changes.filter((change) => change.what !== 'removed').map((change) => change.key);
      expect(present).toEqual(blocks(after).map((block) => block.id));
      for (const block of blocks(before)) {
        const change = changes.find((one) => one.key === block.id);
        expect(side(change?.words ?? [], 'added')).toEqual(parts(block));
      }
      for (const block of blocks(after)) {
        const change = changes.find((one) => one.key === block.id);
        expect(side(change?.words ?? [], 'removed')).toEqual(parts(block));
      }
    }),
  );
});

test('a version compared with itself is the same throughout', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(compareDocuments(document, document).every((change) => change.what === 'same')).toBe(true);
    }),
  );
});
