import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NoteDocument, type NoteNode, paragraphOf, rootOf, textOf } from './document.ts';
import { noteMarkdown } from './markdown.ts';
import { readMarkdown } from './read-markdown.ts';
import { settleCitations } from './settle-citations.ts';
import { plainText } from './walk.ts';

const none = { exhibits: new Map(), claims: new Map(), tags: new Map(), sources: new Map() };
const names = { label: () => '?', footnote: () => null };
const read = (source: string) => readMarkdown(source, () => 'b');
const settled = (source: string): NoteDocument => {
  const [note] = read(source);
  if (!note) throw new Error('one note was expected');
  return settleCitations(note, none, () => 'b').document;
};
const shapeOf = (node: NoteNode): unknown => {
  const { type, text, format, tag, listType, start, checked, url, language, children } = node;
  const own = { type, text, tag: type === 'heading' ? tag : undefined, listType, start, checked, url, language };
  return { ...own, format: type === 'text' ? format : undefined, children: children?.map(shapeOf) };
};
const words = (text: string, format = 0): NoteNode => ({ ...textOf(text), format });
const element = (type: string, children: NoteNode[], more: object = {}): NoteNode => {
  const { textFormat: _f, textStyle: _s, ...rest } = paragraphOf(children, 'b');
  return { ...rest, ...more, type };
};

const said = fc
  .stringMatching(/^[a-zа-я0-9#*_`<>[\]()~|+=:.!&;"'\\ —«»-]{1,24}$/)
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const lineOf = fc
  .array(fc.tuple(said, fc.constantFrom(0, 1, 2, 4, 8, 16, 32, 64, 128)), { minLength: 1, maxLength: 4 })
  .map((runs) =>
    // Between two runs stands a word without marks: Markdown cannot tell every pair of marks apart that touch.
    runs.flatMap(([text, format], n) => [...(n > 0 ? [words(' and ')] : []), words(text, format)]),
  );
const joined = (nodes: NoteNode[]) => {
  const all: NoteNode[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (last && last.format === node.format) all.splice(-1, 1, words(`${last.text}${node.text}`, Number(node.format)));
    else all.push(node);
  }
  return all;
};
const line = lineOf.map(joined);
const item = line.map((children) => element('listitem', children, { checked: undefined }));
const block = fc.oneof(
  line.map((children) => paragraphOf(children, 'b')),
  fc
    .tuple(line, fc.constantFrom('h1', 'h2', 'h3', 'h4', 'h5'))
    .map(([children, tag]) => element('heading', children, { tag })),
  line.map((children) => element('quote', children)),
  fc.tuple(line, line).map(([a, b]) => element('quote', [...a, { type: 'linebreak', version: 1 }, ...b])),
  fc
    .tuple(fc.array(item, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 50 }))
    .map(([items, start]) => element('list', items, { listType: 'number', start })),
  fc.tuple(item, item).map(([a, b]) =>
    element('list', [a, element('listitem', [element('list', [b], { listType: 'number', start: 1 })])], {
      listType: 'bullet',
      start: 1,
    }),
  ),
  fc
    .string({ maxLength: 40 })
    .map((text) => text.replace(/[\r\n\0]+/g, '\n').trim())
    .filter((text) => text !== '')
    .map((text) => element('code', [words(text)], { language: 'js' })),
  line.map((children) => paragraphOf([element('link', children, { url: 'https://example.org/a?b=1&copy=2' })], 'b')),
  fc.constant<NoteNode>({ type: 'horizontalrule', version: 1 }),
);

test('a note comes in again as it went out', () => {
  fc.assert(
    fc.property(said, fc.array(block, { minLength: 1, maxLength: 5 }), (title, blocks) => {
      const note = { root: rootOf(blocks) };
      const source = noteMarkdown(title, note, names);
      const [again, ...more] = read(source);
      expect(more).toEqual([]);
      expect(again?.title).toBe(title);
      expect(settled(source).root.children.map(shapeOf), source).toEqual(blocks.map(shapeOf));
    }),
    { numRuns: 300 },
  );
});

test('whatever a file says, every word of it is in the note', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1 \n\t>-*_`#[]()!|<>:&~\\^'), maxLength: 60 }), (text) => {
      const all = read(text).map(
        (note) => `${note.title ?? ''} ${plainText(settleCitations(note, none, () => 'b').document)}`,
      );
      const letters = (of: string) => [...of].filter((sign) => /[ab]/.test(sign)).length;
      // A link and its text may both tell an address; nothing may be missing but what names a language.
      if (/```|~~~|\]\(|\]:|\]\[|&/.test(text)) return;
      expect(letters(all.join(' ')), JSON.stringify(text)).toBeGreaterThanOrEqual(letters(text));
    }),
    { numRuns: 500 },
  );
});

describe('what Markdown from elsewhere holds', () => {
  test('HTML is text, and a picture is told by its address', () => {
    const [note] = read(
      '# T\n\n<script>globalThis.ran = 1</script>\n\nSee ![map](https://tracker.example/p.png) here.',
    );
    expect(note?.told).toEqual([{ what: 'picture', line: 5, detail: 'https://tracker.example/p.png' }]);
    expect(
      plainText(
        settled('# T\n\n<script>globalThis.ran = 1</script>\n\nSee ![map](https://tracker.example/p.png) here.'),
      ),
    ).toBe('<script>globalThis.ran = 1</script>\n\nSee ![map](https://tracker.example/p.png) here.');
  });
  test('a link that the shell would not open stays text', () => {
    expect(plainText(settled('[run](javascript:alert)'))).toBe('[run](javascript:alert)');
  });
  test('front matter gives the title, and what else it says stays as it stands', () => {
    const [note] = read('---\ntitle: "Border: two days"\ndate: 2024-07-27\ntags: [a, b]\n---\nText.');
    expect(note?.title).toBe('Border: two days');
    expect(note?.document.root.children.map(({ type }) => type)).toEqual(['code', 'paragraph']);
    expect(plainText(note?.document ?? { root: rootOf([]) })).toContain('tags: [a, b]');
  });
  test('several titles are several notes, each with its own footnotes', () => {
    const notes = read('# One\n\nA.[^1]\n\n[^1]: first\n\n# Two\n\nB.[^1]\n\n[^1]: second\n');
    expect(notes.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(notes.map(({ footnotes }) => footnotes.get('1'))).toEqual(['first', 'second']);
  });
  test('a citation of what the case does not have stays text with its footnote', () => {
    const [note] = read('Seen [EX-12] [^1].\n\n[^1]: EX-12: Convoy');
    const { document, lost } = settleCitations(note ?? expect.fail(), none, () => 'b');
    expect(plainText(document)).toBe('Seen [EX-12] [^1].\n\n[^1]: EX-12: Convoy');
    expect(lost).toEqual([{ label: 'EX-12', why: 'unknown' }]);
  });
  test('ten thousand nested quotes are read, and no deeper than a note may be', () => {
    expect(() => settled(`${'> '.repeat(3000)}deep`)).not.toThrow();
  });
});
