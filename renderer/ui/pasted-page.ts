import { Parser } from 'htmlparser2';

const unread = new Set('base link script style title noscript template iframe object embed svg math'.split(' '));
const empty = new Set('area br col hr img input meta param source track wbr'.split(' '));
const kept = new Set(
  'href dir lang class name content colspan rowspan start type checked role aria-checked value'.split(' '),
);

/**
 * Parses HTML from the clipboard into a page that is only to be read. The browser gets nothing but elements and the few
 * attributes that carry words, so there is nothing in it to run, load or report: no script, no handler, no address of a
 * picture. A style is set aside in `data-style`.
 *
 * Subtle: the browser's own parser runs nothing either, but the window's policy reports every handler and style it meets.
 */
export function pastedPage(html: string): Document {
  let page = '';
  let hidden = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (unread.has(name)) hidden += 1;
      if (hidden > 0 || !isName(name)) return;
      page += `<${name}`;
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute === 'style') page += ` data-style="${escaped(value)}"`;
        else if (kept.has(attribute)) page += ` ${attribute}="${escaped(value)}"`;
      }
      page += '>';
    },
    ontext(text) {
      if (hidden === 0) page += escaped(text);
    },
    onclosetag(name) {
      if (hidden === 0 && isName(name) && !empty.has(name)) page += `</${name}>`;
      if (unread.has(name)) hidden -= 1;
    },
  });
  parser.end(html);
  return new DOMParser().parseFromString(page, 'text/html');
}

function isName(name: string): boolean {
  return /^[a-z][a-z0-9:_-]*$/.test(name);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
