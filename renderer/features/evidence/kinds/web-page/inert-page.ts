import { inertStyle } from './inert-style.ts';

/** A page of which nothing runs, loads or leads anywhere. */
export interface InertPage {
  readonly content: DocumentFragment;
  readonly styles: readonly CSSStyleSheet[];
  /** It has more elements than are shown. */
  readonly isCut: boolean;
}

const KEPT = new Set(
  `html body a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup data dd del details dfn div dl
  dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd legend li main mark menu nav ol p picture pre q rp rt
  ruby s samp search section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`.split(
    /\s+/,
  ),
);
const DROPPED = new Set(
  'head script noscript object embed applet audio video canvas svg math link meta base title frame frameset portal param source track dialog map'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'class id dir lang title alt width height colspan rowspan start value type align valign bgcolor color face size border cellpadding cellspacing hidden open nowrap'.split(
    ' ',
  ),
);
const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i;
const MOST_ELEMENTS = 60_000;
const MOST_DEEP = 400;
const MOST_FRAMES = 3;

/**
 * Makes of a saved page what can be shown: known elements with harmless attributes, pictures that are inside the file (`pictureAt` gives
 * the window's address for one that was saved beside it), styles without addresses. Scripts, frames from elsewhere, forms, films and links
 * are not taken over; a frame whose text is inside is. The text is parsed by the platform without running or loading anything.
 */
export function inertPage(html: string, pictureAt: (address: string) => string | undefined): InertPage {
  const styles: CSSStyleSheet[] = [];
  let made = 0;

  const addStyle = (css: string, media: string) => {
    const sheet = new CSSStyleSheet({ media });
    sheet.replaceSync(inertStyle(css));
    styles.push(sheet);
  };

  const children = (from: ParentNode, to: ParentNode, depth: number, frames: number) => {
    for (const node of from.childNodes) add(node, to, depth, frames);
  };

  const add = (node: Node, to: ParentNode, depth: number, frames: number) => {
    if (made >= MOST_ELEMENTS || depth > MOST_DEEP) return;
    if (node.nodeType === Node.TEXT_NODE) to.append(node.nodeValue ?? '');
    if (!(node instanceof Element)) return;
    const name = node.localName;
    if (name === 'style') return addStyle(node.textContent, node.getAttribute('media') ?? '');
    if (node instanceof HTMLTemplateElement) {
      if (node.hasAttribute('shadowrootmode')) children(node.content, to, depth + 1, frames);
      return;
    }
    if (name === 'iframe') {
      const inside = node.getAttribute('srcdoc');
      if (inside !== null && frames < MOST_FRAMES) frame(inside, to, depth + 1, frames + 1);
      return;
    }
    if (name === 'head') for (const style of node.querySelectorAll('style')) add(style, to, depth, frames);
    if (DROPPED.has(name)) return;
    made += 1;
    const copy = document.createElement(KEPT.has(name) ? name : 'span');
    for (const { name: attribute, value } of node.attributes)
      if (ATTRIBUTES.has(attribute)) copy.setAttribute(attribute, value);
    const style = node.getAttribute('style');
    if (style !== null) copy.style.cssText = inertStyle(style);
    if (copy instanceof HTMLImageElement) {
      const source = node.getAttribute('src') ?? '';
      const shown = PICTURE.test(source) ? source : pictureAt(source);
      if (shown !== undefined) copy.src = shown;
    } else if (node instanceof HTMLInputElement) {
      if (/^(?:text|button|submit|search|)$/.test(node.type)) copy.append(node.value);
    } else children(node, copy, depth + 1, frames);
    to.append(copy);
  };

  const frame = (text: string, to: ParentNode, depth: number, frames: number) => {
    const place = document.createElement('div');
    const parsed = new DOMParser().parseFromString(text, 'text/html');
    children(parsed, place, depth, frames);
    to.append(place);
  };

  const content = document.createDocumentFragment();
  children(new DOMParser().parseFromString(html, 'text/html'), content, 0, 0);
  return { content, styles, isCut: made >= MOST_ELEMENTS };
}
