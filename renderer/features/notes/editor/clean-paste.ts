import { DOMImportExtension } from '@lexical/html';
import { configExtension, defineExtension, TextNode } from 'lexical';

/** What a page may bring in besides what the note understands: nothing that loads, runs, or styles. */
const unwanted =
  'script, style, link, title, noscript, template, iframe, object, embed, video, audio, canvas, form, button, input:not([type="checkbox"]), select, textarea';
const pictures = 'img, picture, svg, source, v\\:imagedata';
/** Looks that say something; all other styling is the page's own. */
const meaningful = [
  'font-weight',
  'font-style',
  'text-decoration',
  'text-decoration-line',
  'vertical-align',
  'white-space',
  'mso-list',
];
const keptAttributes = new Set([
  'href',
  'dir',
  'lang',
  'colspan',
  'rowspan',
  'start',
  'type',
  'checked',
  'role',
  'aria-checked',
  'style',
  'class',
  'value',
  'data-mso-list',
]);

/**
 * Brings a pasted page into the form of a note before it is read: headings, lists, tables, links, bold and italic stay;
 * pictures, colours, fonts, classes, scripts and Word's own marks go. Changes `page` in place; gives the number of
 * pictures left out. Nothing is ever fetched.
 */
export function cleanPage(page: Document | ParentNode): number {
  const left = [...page.querySelectorAll(pictures)];
  for (const element of left) element.remove();
  for (const element of page.querySelectorAll(unwanted)) element.remove();
  for (const element of page.querySelectorAll('*')) {
    // Subtle: Word sets its empty <o:p> in every paragraph; its words, if any, belong to the paragraph.
    if (element.localName.includes(':') || leadsNowhere(element)) element.replaceWith(...element.childNodes);
    // Subtle: Word names itself in a meta element; its lists are known by that.
    else if (element.localName !== 'meta') clean(element);
  }
  return left.filter((element) => !element.parentElement?.closest('picture') && element.localName !== 'source').length;
}

/** A link to nowhere, into the page itself, or to something other than a web or mail address. */
function leadsNowhere(element: Element): boolean {
  return element.localName === 'a' && !/^(https?:|mailto:)/i.test(element.getAttribute('href')?.trim() ?? '');
}

function clean(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const isWordList = name === 'class' && /^MsoList/i.test(value);
    if (!keptAttributes.has(name) || (name === 'class' && !isWordList)) element.removeAttribute(name);
  }
  const style = element.getAttribute('style');
  if (style !== null) {
    const kept = style
      .split(';')
      .map((rule) => rule.trim())
      .filter((rule) => meaningful.includes((rule.split(':')[0] ?? '').trim().toLowerCase()));
    if (kept.length > 0) element.setAttribute('style', kept.join(';'));
    else element.removeAttribute('style');
  }
}

/** Lets pages be pasted in clean; `onPicturesLeftOut` is told how many pictures a paste would have brought. */
export function cleanPaste(onPicturesLeftOut: (count: number) => void) {
  return configExtension(DOMImportExtension, {
    preprocess: [
      (page, _context, $next) => {
        const left = cleanPage(page);
        if (left > 0) onPicturesLeftOut(left);
        $next();
      },
    ],
  });
}

/** Keeps text from carrying a style of its own, wherever it comes from. */
export const UnstyledTextExtension = defineExtension({
  name: '@casebound/unstyled-text',
  register: (editor) =>
    editor.registerNodeTransform(TextNode, (node) => {
      if (node.getStyle() !== '') node.setStyle('');
    }),
});
