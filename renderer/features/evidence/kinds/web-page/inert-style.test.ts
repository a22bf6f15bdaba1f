import { tokenize } from '@csstools/css-tokenizer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inertStyle } from './inert-style.ts';

const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

describe('the styles of a saved page', () => {
  it.each([
    [`a { background: url(${dot}) }`, `a { background: url(${dot}) }`],
    [`a { background: url("${dot}") }`, `a { background: url("${dot}") }`],
    ['a { background: url(https://spy.example/a.png) red }', 'a { background: none red }'],
    ['a { background: u\\72l(https://spy.example/a.png) }', 'a { background: none }'],
    ['a { background: image-set("https://spy.example/a.png" 1x, "b" 2x) }', 'a { background: none }'],
    ['a { background: url(data:text/html,x) }', 'a { background: none }'],
    ['@import "https://spy.example/a.css"; b { color: red }', '  b { color: red }'],
    ['a { background: ur@import x;l(https://spy.example) }', 'a { background: ur l(https://spy.example) }'],
    [':root { --a: 1px } :host { position: fixed }', 'html { --a: 1px } :not(*) { position: fixed }'],
    [':host(.x) a { color: red }', ':not(*):is(.x) a { color: red }'],
    [
      'a:hover::before { color: rgb(1, 2, 3); width: calc(1px + (2px)) }',
      'a:hover::before { color: rgb(1, 2, 3); width: calc(1px + (2px)) }',
    ],
  ])('%s', (css, inert) => {
    expect(inertStyle(css)).toBe(inert);
  });

  it('name no address but pictures inside the text, whatever they are', () => {
    const part = fc.constantFrom(
      ...[
        'url(',
        'u\\72 l(',
        'image-set(',
        '"https://spy.example"',
        "'//spy.example'",
        'https://spy.example',
        ')',
        '(',
        '{',
        '}',
        ';',
        ':',
        ' ',
        '\\',
        '"',
        '/*',
        '*/',
        '@import ',
        ':host',
        `url(${dot})`,
        'src(',
        'ur',
        'l(',
        'a',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const tokens = tokenize({ css: inertStyle(parts.join('')) });
        const loading = tokens.filter(
          ([type, text], at) =>
            (type === 'url-token' && !text.includes(dot)) ||
            (type === 'function-token' &&
              /^(?:url|image-set|src)\($/i.test(text) &&
              !tokens[at + 1]?.[1].includes('data:image/')),
        );
        expect(loading).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
