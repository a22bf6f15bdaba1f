import { $insertGeneratedNodes, ClipboardImportExtension } from '@lexical/clipboard';
import { $generateNodesFromDOMViaExtension } from '@lexical/html';
import { $getEditor, configExtension, defineExtension, TextNode } from 'lexical';
import { pastedPage } from '#ui/pasted-page.ts';

/** What a page may bring in besides what the note understands. */
const unwanted = 'video, audio, canvas, button, input:not([type="checkbox"]), select, textarea';
const pictures = 'img, picture, source, v\\:imagedata';
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
  'value',
  'data-mso-list',
]);

/**
 * Brings a parsed page into the form of a note: headings, lists, tables, links, bold and italic stay; pictures, colours,
 * fonts, classes, scripts and Word's own marks go. Changes `page` in place; gives the number of pictures left out.
 * Nothing is ever fetched.
 */
export function cleanPage(page: ParentNode): number {
  const left = [...page.querySelectorAll(pictures)];
  for (const element of left) element.remove();
  for (const element of page.querySelectorAll(unwanted)) element.remove();
  for (const element of page.querySelectorAll('*')) {
    sayStyle(element);
    // Subtle: Word sets its empty <o:p> in every paragraph; its words, if any, belong to the paragraph.
    if (element.localName.includes(':') || element.localName === 'form' || leadsNowhere(element))
      element.replaceWith(...element.childNodes);
    // Subtle: Word names itself in a meta element; its lists are known by that.
    else if (element.localName !== 'meta') {
      for (const { name, value } of [...element.attributes]) {
        const isWordList = name === 'class' && /^MsoList/i.test(value);
        if (!keptAttributes.has(name) && !isWordList) element.removeAttribute(name);
      }
    }
  }
  // Subtle: a picture element says in which forms there is the one picture inside it.
  return left.filter(({ localName }) => localName !== 'source' && localName !== 'picture').length;
}

/** A link to nowhere, into the page itself, or to something other than a web or mail address. */
function leadsNowhere(element: Element): boolean {
  return element.localName === 'a' && !/^(https?:|mailto:)/i.test(element.getAttribute('href')?.trim() ?? '');
}

/** Says in elements what a style means: bold, italic, underlined, struck, raised, lowered, an item of a Word list. */
function sayStyle(element: Element): void {
  const style = element.getAttribute('data-style');
  if (style === null) return;
  const says = (name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, 'i').exec(style)?.[1]?.trim() ?? '';
  const list = says('mso-list');
  if (list !== '') element.setAttribute('data-mso-list', list);
  const weight = says('font-weight');
  const line = says('text-decoration(?:-line)?');
  const height = says('vertical-align');
  // Subtle: Google Docs puts the whole page into a <b> that is not bold.
  if ((element.localName === 'b' || element.localName === 'strong') && /^(normal|[1-4]00)$/i.test(weight)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (element.localName !== 'span') return;
  if (/^(bold|bolder|[6-9]00)$/i.test(weight)) wrap(element, 'strong');
  if (/^(italic|oblique)/i.test(says('font-style'))) wrap(element, 'em');
  if (/underline/i.test(line)) wrap(element, 'u');
  if (/line-through/i.test(line)) wrap(element, 's');
  if (/^super/i.test(height)) wrap(element, 'sup');
  if (/^sub/i.test(height)) wrap(element, 'sub');
}

function wrap(element: Element, name: string): void {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/** Lets pages be pasted in clean; `onPicturesLeftOut` is told how many pictures a paste would have brought. */
export function cleanPaste(onPicturesLeftOut: (count: number) => void) {
  return configExtension(ClipboardImportExtension, {
    $importMimeType: {
      'text/html': [
        (html, selection) => {
          const page = pastedPage(html);
          const left = cleanPage(page);
          if (left > 0) onPicturesLeftOut(left);
          $insertGeneratedNodes($getEditor(), $generateNodesFromDOMViaExtension(page), selection);
          return true;
        },
      ],
    },
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
