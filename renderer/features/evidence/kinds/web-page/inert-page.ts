import { Parser } from 'htmlparser2';
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
const UNSEEN = new Set(
  'head script style noscript iframe object embed applet audio video canvas svg math link meta base title frame frameset portal param source track dialog map'.split(
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
const CHUNK = 65_536;

/** Tags times open elements: the parser looks through all that stand open at each tag. A few seconds. */
const MOST_WORK = 100_000_000;

/** What was saved with a page, by the addresses in it. */
export interface SavedBeside {
  /** The window's address of a picture. */
  readonly pictureAt: (address: string) => string | undefined;
  /** The text of a style sheet. */
  readonly styleAt: (address: string) => string | undefined;
}

/**
 * Makes of a saved page what can be shown: known elements with harmless attributes, pictures that are inside the file or were saved
 * beside it, styles likewise, without addresses. Scripts, frames from elsewhere, forms, films and links
 * are not taken over; a frame whose text is inside is.
 *
 * Subtle: the browser's own parser would run nothing either, but the window's policy reports every handler and style it meets.
 */
export function inertPage(html: string, beside: SavedBeside): InertPage {
  const making = new Making(beside);
  making.page(html, making.content, 0);
  const { content, styles, isCut } = making;
  return { content, styles, isCut };
}

class Making implements InertPage {
  readonly content = document.createDocumentFragment();
  readonly styles: CSSStyleSheet[] = [];
  isCut = false;
  readonly #beside: SavedBeside;
  #made = 0;
  #work = 0;

  constructor(beside: SavedBeside) {
    this.#beside = beside;
  }

  /** Adds what is to be seen of a page; `frames` counts the pages around it. */
  page(html: string, to: ParentNode, frames: number): void {
    /** Where each open element puts what is in it; null where that is not shown. */
    const open: (ParentNode | null)[] = [to];
    let style: { css: string; readonly media: string } | null = null;
    const parser = new Parser({
      onopentag: (name, attributes) => {
        const at = open.at(-1) ?? null;
        if (name === 'style') style = { css: '', media: attributes.media ?? '' };
        if (name === 'link' && /(?:^|\s)stylesheet(?:\s|$)/i.test(attributes.rel ?? ''))
          this.#style(this.#beside.styleAt(attributes.href ?? '') ?? '', attributes.media ?? '');
        if (name === 'iframe' && at && attributes.srcdoc !== undefined && frames < MOST_FRAMES)
          this.page(attributes.srcdoc, appended(at, 'div'), frames + 1);
        // What stands in a declared shadow tree is what was seen.
        if (name === 'template') open.push(attributes.shadowrootmode === undefined ? null : at);
        else if (!at || UNSEEN.has(name)) open.push(null);
        else open.push(this.#element(name, attributes, at, open.length));
        if (this.isCut) parser.reset();
      },
      ontext: (text) => {
        if (style) style.css += text;
        else open.at(-1)?.append(text);
      },
      onclosetag: (name) => {
        if (open.length > 1) open.pop();
        if (name !== 'style' || !style) return;
        this.#style(style.css, style.media);
        style = null;
      },
    });
    for (let at = 0; at < html.length && !this.isCut; at += CHUNK) {
      const chunk = html.slice(at, at + CHUNK);
      parser.write(chunk);
      // Subtle: closing tags of nothing count too: the parser tells nothing of them and looks through all that stands open.
      this.#work += (chunk.split('<').length - 1) * open.length;
      if (this.#work > MOST_WORK) this.isCut = true;
    }
    if (!this.isCut) parser.end();
  }

  #style(css: string, media: string): void {
    if (css === '') return;
    const sheet = new CSSStyleSheet({ media });
    sheet.replaceSync(inertStyle(css));
    this.styles.push(sheet);
  }

  #element(name: string, attributes: Readonly<Record<string, string>>, to: ParentNode, depth: number): ParentNode {
    this.#made += 1;
    if (this.#made > MOST_ELEMENTS) this.isCut = true;
    if (this.isCut || depth > MOST_DEEP) return to;
    const made = appended(to, KEPT.has(name) ? name : 'span');
    for (const [attribute, value] of Object.entries(attributes))
      if (ATTRIBUTES.has(attribute)) made.setAttribute(attribute, value);
    if (attributes.style !== undefined) made.style.cssText = inertStyle(attributes.style);
    if (made instanceof HTMLImageElement) {
      const source = attributes.src ?? '';
      const shown = PICTURE.test(source) ? source : this.#beside.pictureAt(source);
      if (shown !== undefined) made.src = shown;
    }
    if (name === 'input' && /^(?:text|button|submit|search|)$/i.test(attributes.type ?? ''))
      made.append(attributes.value ?? '');
    return made;
  }
}

function appended(to: ParentNode, name: string): HTMLElement {
  const made = document.createElement(name);
  to.append(made);
  return made;
}
