import { describe, expect, test } from 'vitest';
import type { NoteDocument, NoteNode } from './document.ts';
import { paragraphOf, rootOf, textOf } from './document.ts';
import { noteHtml, type PageNames } from './html.ts';
import { noteMarkdown } from './markdown.ts';

const names: PageNames = {
  label: ({ to, target }) => (to === 'tag' ? `#${target}` : to === 'claim' ? `C-${target}` : `EX-${target}`),
  footnote: ({ to, target }) => (to === 'tag' ? null : `${to} ${target}: <told> *so*`),
  standing: (claim) => (claim === id ? 'partly <verified>' : null),
  picture: (exhibit, asset) => (exhibit === id ? `<img alt="${asset}">` : null),
};
const id = '01939b7e-4d2b-7c11-8a4e-0123456789ab';
const cite = (to: 'exhibit' | 'claim' | 'tag' = 'exhibit') => ({ type: 'citation', version: 1, to, target: id });
const note = (...blocks: NoteNode[]): NoteDocument => ({ root: rootOf(blocks) });
const paragraph = (...inline: NoteNode[]) => paragraphOf(inline, 'b');
const text = (words: string, format = 0): NoteNode => ({ ...textOf(words), format });
const item = (...children: NoteNode[]): NoteNode => ({ type: 'listitem', children });
const list = (listType: string, ...children: NoteNode[]): NoteNode => ({ type: 'list', listType, children });
const markdown = (...blocks: NoteNode[]) => noteMarkdown('T', note(...blocks), names).slice('# T\n\n'.length, -1);
const page = (...blocks: NoteNode[]) => noteHtml(note(...blocks), names);

describe('a note as Markdown', () => {
  test('cites by label and tells once, at the end, what stands behind it', () => {
    expect(markdown(paragraph(text('Seen '), cite(), text(' and '), cite(), text(' '), cite('tag')))).toBe(
      `Seen [EX-${id}] [^1] and [EX-${id}] [^1] #${id}\n\n[^1]: exhibit ${id}: \\<told\\> \\*so\\*`,
    );
  });

  test('keeps marks around the words, and what looks like a mark as it is', () => {
    expect(markdown(paragraph(text(' bold ', 1), text('a*b_c [d]')))).toBe(' **bold** a\\*b\\_c \\[d\\]');
    expect(markdown(paragraph(text('a`b', 16), text('x', 3)))).toBe('`` a`b ``***x***');
    expect(markdown(paragraph(text('# no heading')), paragraph(text('1. no list')), paragraph(text('- no item')))).toBe(
      '\\# no heading\n\n1\\. no list\n\n\\- no item',
    );
  });

  test('has lists within lists, tasks and tables', () => {
    const nested = list('bullet', item(text('one')), item(list('number', item(text('deep')))), item(text('two')));
    expect(markdown(nested)).toBe('- one\n  1. deep\n- two');
    const tasks = list('check', { ...item(text('done')), checked: true }, item(text('open')));
    expect(markdown(tasks)).toBe('- [x] done\n- [ ] open');
    const cell = (words: string): NoteNode => ({ type: 'tablecell', children: [paragraph(text(words))] });
    const table = { type: 'table', children: [{ type: 'tablerow', children: [cell('a|b'), cell('c')] }] };
    expect(markdown(table)).toBe('| a\\|b | c |\n| --- | --- |');
  });

  test('gives the words of nodes it does not know', () => {
    expect(markdown({ type: 'from-the-future', children: [text('kept')] })).toBe('kept');
  });
});

describe('a note as HTML', () => {
  test('says on a claim’s chip where the claim stands, and has its pictures among the text', () => {
    expect(page(paragraph(cite('claim')))).toContain(
      `>C-${id} <span class="standing">partly &#60;verified&#62;</span></a>`,
    );
    const image = { type: 'exhibit-image', version: 1, exhibit: id, asset: 'a'.repeat(64) };
    expect(page(image)).toMatch(/^<figure><img alt="a{64}"><figcaption><a class="cite" .*<\/figcaption><\/figure>$/);
    expect(page({ ...image, exhibit: 'gone' })).toMatch(/^<p><a class="cite"/);
  });

  test('makes text of everything that was text', () => {
    const hostile = '<script>alert("1")</script>';
    expect(page(paragraph(text(hostile)))).not.toContain('<script');
    expect(page({ type: 'code', children: [text(hostile)] })).not.toContain('<script');
    expect(page(paragraph({ type: 'link', url: '"><script>', children: [text('x')] }))).toBe('<p dir="auto">x</p>');
  });

  test('keeps http addresses and drops any that could run', () => {
    const link = (url: string) => page(paragraph({ type: 'link', url, children: [text('x')] }));
    expect(link('https://example.org/?a=1&b=2')).toContain('href="https://example.org/?a=1&#38;b=2"');
    for (const url of ['javascript:alert(1)', 'data:text/html,x', ' javascript:x', 'file:///etc/passwd'])
      expect(link(url)).not.toContain('href');
  });

  test('keeps the direction of a paragraph and leads citations to the annex', () => {
    const arabic = { ...paragraph(text('نص'), cite()), direction: 'rtl' };
    expect(page(arabic)).toContain('<p dir="rtl">نص<a class="cite" href="#exhibit-');
  });
});
