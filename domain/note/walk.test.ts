import { describe, expect, test } from 'vitest';
import { newId } from '#domain/id.ts';
import {
  emptyDocument,
  type NoteDocument,
  type NoteNode,
  noteDocumentSchema,
  paragraphOf,
  rootOf,
  textOf,
} from './document.ts';
import { blocks, blockText, citations, countNote, countWords, headings, plainText, sentences } from './walk.ts';

const ex9 = newId();
const c8 = newId();
const cite = (to: 'exhibit' | 'claim' | 'tag', target: string): NoteNode => ({
  type: 'citation',
  version: 1,
  to,
  target,
});
const element = (type: string, id: string, children: NoteNode[], more: object = {}): NoteNode => ({
  type,
  version: 1,
  ...more,
  $: { id },
  children,
});

const note: NoteDocument = {
  root: rootOf([
    element('heading', 'h', [textOf('What the pictures show')], { tag: 'h2' }),
    paragraphOf(
      [
        textOf('A patrol was attacked near the border '),
        cite('exhibit', ex9),
        textOf('. Two armed groups took part; one denies it '),
        cite('claim', c8),
        textOf('.'),
      ],
      'p1',
    ),
    element(
      'list',
      'l',
      [
        element('listitem', 'i1', [textOf('first')], { value: 1 }),
        element('listitem', 'i2', [
          element('list', 'l2', [element('listitem', 'i3', [textOf('inner')])], { listType: 'bullet' }),
        ]),
      ],
      { listType: 'bullet' },
    ),
    element('table', 't', [
      element('tablerow', 'r1', [
        element('tablecell', 'x', [paragraphOf([textOf('who')], 'y')]),
        element('tablecell', 'x2', [paragraphOf([textOf('how many')], 'y2')]),
      ]),
    ]),
    { type: 'claim-block', version: 1, claim: c8, $: { id: 'cb' } },
  ]),
};

describe('the gate of a note', () => {
  test('lets a note through unchanged, unknown nodes and fields included', () => {
    const later = {
      root: rootOf([
        ...note.root.children,
        { type: 'map-block', version: 3, place: { lat: 19.9 }, $: { id: 'm', more: 1 } },
      ]),
    };
    expect(noteDocumentSchema.parse(JSON.parse(JSON.stringify(later)))).toEqual(later);
  });
  test('refuses a known node that lacks what makes it one', () => {
    const bad = { root: rootOf([paragraphOf([{ type: 'citation', version: 1, to: 'exhibit' }], 'p')]) };
    const read = noteDocumentSchema.safeParse(bad);
    expect(read.success).toBe(false);
    expect(read.error?.issues[0]?.path.join('.')).toBe('root.children.0.children.0.target');
  });
  test('refuses what is nested without end, without running out of stack', () => {
    let deep: NoteNode = textOf('x');
    for (let i = 0; i < 20_000; i++) deep = { type: 'quote', children: [deep] };
    expect(noteDocumentSchema.safeParse({ root: rootOf([deep]) }).success).toBe(false);
  });
  test('takes an empty note', () => {
    expect(noteDocumentSchema.safeParse(emptyDocument(newId())).success).toBe(true);
  });
});

describe('walking a note', () => {
  test('gives list items and table rows as blocks of their own', () => {
    expect(blocks(note).map((block) => [block.id, block.kind, blockText(block, () => '@')])).toEqual([
      ['h', 'heading', 'What the pictures show'],
      ['p1', 'paragraph', 'A patrol was attacked near the border @. Two armed groups took part; one denies it @.'],
      ['i1', 'listitem', 'first'],
      ['i3', 'listitem', 'inner'],
      ['r1', 'tablerow', 'who\thow many'],
      ['cb', 'claim-block', '@'],
    ]);
  });
  test('gives each citation its sentence', () => {
    expect(citations(note).map((one) => [one.citation.target, one.block, one.sentence])).toEqual([
      [ex9, 'p1', 'A patrol was attacked near the border \uFFFC.'],
      [c8, 'p1', 'Two armed groups took part; one denies it \uFFFC.'],
      [c8, 'cb', '\uFFFC'],
    ]);
  });
  test('counts words, citations, and what is cited once', () => {
    expect(countNote(note)).toEqual({ words: 24, citations: 3, exhibits: 1, claims: 1 });
  });
  test('gives headings and plain text', () => {
    expect(headings(note)).toEqual([{ id: 'h', level: 2, text: 'What the pictures show' }]);
    expect(plainText(note, () => 'EX-9').split('\n\n')[1]).toContain('border EX-9. Two');
  });
});

test.each([
  ['Бой шёл трое суток, отходить было некуда.', 7],
  ["It wasn't 25.5 km — or 1,000", 6],
  ['كان القتال ثلاثة أيام', 4],
  ['東京 ok', 3],
  ['', 0],
])('counts the words of %j', (text, count) => {
  expect(countWords(text)).toBe(count);
});

test('a citation right behind a full stop belongs to the sentence before it', () => {
  expect(sentences('He left.\uFFFC Then they came. \uFFFC says so.')).toEqual([
    'He left.\uFFFC ',
    'Then they came. ',
    '\uFFFC says so.',
  ]);
});
