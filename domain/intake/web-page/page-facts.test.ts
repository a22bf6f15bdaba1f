import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageFacts } from './page-facts.ts';

describe('what a page says of itself', () => {
  test('its title, address, language and date, as written', () => {
    const facts = pageFacts(`<!doctype html><html lang="uk-UA"><head><title>
      Звіт &amp; факти </title><link rel="canonical" href="https://example.org/a?b=1&amp;c=2">
      <meta property="article:published_time" content="2022-03-16T19:24:12+02:00"><meta property="og:title" content="Other"></head>
      <body><p>Слово</p></body></html>`);
    expect(facts).toMatchObject({
      title: 'Звіт & факти',
      canonical: 'https://example.org/a?b=1&c=2',
      language: 'uk-UA',
      published: [{ words: '2022-03-16T19:24:12+02:00', place: 'article:published_time' }],
      text: 'Слово',
    });
    expect(facts.meta).toContainEqual(['og:title', 'Other']);
  });

  test('what it tells only to other sites stands in for what it does not say', () => {
    const facts = pageFacts('<meta property=og:title content="T"><meta property=og:url content=/a>');
    expect(facts).toMatchObject({ title: 'T', canonical: '/a' });
  });

  test('nothing is put where it says nothing', () => {
    expect(pageFacts('')).toEqual({ text: '', published: [], meta: [] });
    expect(pageFacts('<html lang=""><title> </title><link rel=canonical><meta name=date content="">')).toEqual({
      text: '',
      published: [],
      meta: [],
    });
  });

  test('dates that differ are all given, the same one once; that of a comment or of a film in it is none', () => {
    const { published } =
      pageFacts(`<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2022-03-16",
      "comment":{"datePublished":"2020-01-01"}},{"@graph":[{"@type":"WebPage","datePublished":"2022-03-17"}]}]</script>
      <script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2019-01-01"}</script>
      <script type="application/ld+json">{broken</script><meta itemprop=datePublished content="2022-03-16">`);
    expect(published).toEqual([
      { words: '2022-03-16', place: 'JSON-LD NewsArticle datePublished' },
      { words: '2022-03-17', place: 'JSON-LD WebPage datePublished' },
    ]);
  });

  test('the title of a drawing is not the title of the page', () => {
    expect(pageFacts('<svg><title>Icon</title></svg><title>Page</title>')).toMatchObject({ title: 'Page', text: '' });
  });
});

describe('what is to be read on a page', () => {
  test('blocks are lines, paragraphs stand apart, spaces are one', () => {
    const { text } = pageFacts(
      '<h1>One</h1><p>two\n  <b>three</b>,<i> four</i><div>five</div>six<br>seven<ul><li>a<li>b</ul>',
    );
    expect(text).toBe('One\n\ntwo three, four\n\nfive\nsix\nseven\n\na\nb');
  });

  test('the cells of a row are parted by tabs; what is set with its spaces keeps them', () => {
    expect(pageFacts('<table><tr><th>a</th> <td>b</td></tr><tr><td>c</td></tr></table>').text).toBe('a\tb\nc');
    expect(pageFacts('<pre>a\r\n  b</pre>c').text).toBe('a\n  b\n\nc');
  });

  test('a word parted by tags stays one word, two stay two', () => {
    expect(pageFacts('a<b>b</b>c <i>d</i> e').text).toBe('abc d e');
    expect(pageFacts('a<b> </b>b').text).toBe('a b');
  });

  test('scripts, styles and templates are no words; shadow trees and frames are', () => {
    expect(
      pageFacts(`a<script>s("</p>")</script><style>s{}</style><template>t</template><noscript>n</noscript>
        <x-y><template shadowrootmode=open>shadow<template>t</template></template></x-y>
        <iframe srcdoc="<title>no</title><p>frame &amp;lt;here&amp;gt;</p>">old browser</iframe>end`).text,
    ).toBe('a shadow\n\nframe <here>\n\nend');
  });

  test('markup that is written as words is words', () => {
    expect(pageFacts('&lt;script&gt;x&lt;/script&gt; &#x202e;a').text).toBe('<script>x</script> \u202ea');
  });

  test('a long text is cut, and says so', () => {
    expect(pageFacts('<p>abc<p>def', 4)).toMatchObject({ text: 'abc', cut: 'text' });
    expect(pageFacts('<p>abc<p>d', 6).cut).toBeUndefined();
  });
});

describe('hostile pages', () => {
  test('a page that ends anywhere is read as far as it goes', () => {
    const page = '<html lang=fr><title>Titre</title><p>Un <a href="x">lien</a><script>1</script><iframe srcdoc="<p>x">';
    for (let end = 0; end <= page.length; end += 1) expect(pageFacts(page.slice(0, end)).text.length).toBeLessThan(60);
  });

  test.each([
    ['elements that are never closed', '<b>'.repeat(2_000_000)],
    ['closing tags of none', `${'<i>'.repeat(5000)}${'</b>'.repeat(2_000_000)}`],
    ['forms in forms', '<form>'.repeat(1_000_000)],
    ['one attribute', `<p title="${'x'.repeat(8_000_000)}">word`],
    ['many attributes', `<p ${'a b c '.repeat(1_000_000)}>word`],
    ['a comment', `<!--${'-'.repeat(8_000_000)}`],
    ['entities', '&lt;&#0;&#x110000;&nosuch;'.repeat(300_000)],
    ['templates', '<template shadowrootmode=open>'.repeat(500_000)],
  ])(
    'a huge page of %s ends in time',
    (_sort, page) => {
      const begun = performance.now();
      expect(pageFacts(page).text.length).toBeLessThanOrEqual(1_000_000);
      expect(performance.now() - begun).toBeLessThan(10_000);
    },
    20_000,
  );

  test('frames within frames within frames are left at the third', () => {
    const framed = (depth: number): string =>
      depth === 0
        ? 'deep'
        : `${depth}<iframe srcdoc="${framed(depth - 1)
            .replaceAll('&', '&amp;')
            .replaceAll('"', '&quot;')}">`;
    expect(pageFacts(framed(5)).text).toBe('5\n4\n3\n2');
  });

  test('names that every object inherits are names like any other', () => {
    const facts = pageFacts(
      '<meta name=__proto__ content=x><p __proto__=y constructor=z>w<constructor>v</constructor>',
    );
    expect(facts).toMatchObject({ meta: [['__proto__', 'x']], text: 'wv' });
  });

  test('whatever it is given, it answers', () => {
    const bit = fc.constantFrom(
      '<p>',
      '</p>',
      '<script type=application/ld+json>',
      '</script>',
      '<title>',
      '</title>',
      '<svg>',
      '</svg>',
      '<!--',
      '-->',
      '<![CDATA[',
      '<template shadowroot>',
      '</template>',
      '<iframe srcdoc="',
      '">',
      '<pre>',
      '<math><mi>',
      '<plaintext>',
      '&#',
      'x',
      '\0',
      '"',
      '<',
      '<meta ',
      'name=date content=',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bit, fc.string()), { maxLength: 60 }), (bits) => {
        const { text, cut } = pageFacts(bits.join(''), 50);
        expect(text.length).toBeLessThanOrEqual(50);
        expect(cut).not.toBe('tangled');
      }),
    );
  });
});
