import { Parser } from 'htmlparser2';
import type { StatedDate } from './page-dates.ts';
import { PageStated } from './page-stated.ts';
import { PageText } from './page-text.ts';

/** What a page says of itself. What it does not say is absent. */
export interface PageFacts {
  readonly title?: string;
  /** What is to be read on it, in its order, as plain text; empty when there are no words. */
  readonly text: string;
  /** The address it calls its own (`rel=canonical`, else `og:url`), as written: it may be relative, or another site's. */
  readonly canonical?: string;
  /** The language it says it is in, as written. */
  readonly language?: string;
  /** When it says it was published: each statement of it once, in the order in which they stand; they may differ. */
  readonly published: readonly StatedDate[];
  /** What stands in its `meta` elements and blocks of JSON-LD, by name, in their order; the first 65,536 characters of it. */
  readonly meta: readonly (readonly [name: string, content: string])[];
  /** `text`: it goes on beyond the most that is kept. `tangled`: so many elements stand open that the rest was not read. */
  readonly cut?: 'text' | 'tangled';
}

/** Beyond this many UTF-16 units the text of a page is cut: it stays whole in the file. */
export const MOST_PAGE_TEXT = 1_000_000;

const UNREAD = new Set('script style noscript iframe object title noembed noframes'.split(' '));
/** Pages inside a page are read as far as this. */
const MOST_FRAMES_DEEP = 3;
/** Tags times open elements: the parser looks through all that stand open at each tag. A few seconds. */
const MOST_WORK = 300_000_000;
const CHUNK = 65_536;

/**
 * Reads an HTML page, without running or loading anything: its title, words, address, language and dates of publishing as it states
 * them. Whatever it is given it gives an answer, in seconds: a broken page is read as far as it goes. Words in frames (`srcdoc`) and
 * declared shadow trees are read where they stand; scripts, styles and templates are not.
 */
export function pageFacts(html: string, mostText: number = MOST_PAGE_TEXT): PageFacts {
  const walk = new PageWalk(mostText);
  walk.page(html, 0);
  const { stated, text } = walk;
  stated.end();
  const cut = walk.isTangled ? 'tangled' : text.isCut ? 'text' : undefined;
  return {
    ...(stated.title === undefined ? {} : { title: stated.title }),
    text: text.text,
    ...(stated.canonical === undefined ? {} : { canonical: stated.canonical }),
    ...(stated.language === undefined ? {} : { language: stated.language }),
    published: stated.published,
    meta: stated.meta,
    ...(cut === undefined ? {} : { cut }),
  };
}

class PageWalk {
  readonly stated = new PageStated();
  readonly text: PageText;
  #work = 0;

  constructor(mostText: number) {
    this.text = new PageText(mostText);
  }

  get isTangled(): boolean {
    return this.#work >= MOST_WORK;
  }

  /** Walks through one page; `frames` counts the pages around it. Only the outermost one speaks for itself. */
  page(html: string, frames: number): void {
    const stated = frames === 0 ? this.stated : undefined;
    /** Whether each open element is unread: a template's closing tag does not tell which sort it was. */
    const open: boolean[] = [];
    let unread = 0;
    let deepest = 0;
    let drawings = 0;
    let waiting: 'title' | 'json' | undefined;
    let awaited = '';
    const parser = new Parser({
      onopentag: (name, attributes) => {
        stated?.element(name, attributes);
        // The title of a drawing is not the page's.
        if (name === 'svg') drawings += 1;
        if (name === 'title' && drawings === 0) waiting = 'title';
        if (name === 'script' && /^\s*application\/ld\+json/i.test(attributes.type ?? '')) waiting = 'json';
        const isUnread = UNREAD.has(name) || (name === 'template' && !isShadow(attributes));
        if (unread === 0 && name === 'iframe' && attributes.srcdoc !== undefined && frames < MOST_FRAMES_DEEP) {
          this.text.open('div');
          this.page(attributes.srcdoc, frames + 1);
          this.text.close('div');
        }
        if (unread === 0 && !isUnread) this.text.open(name);
        if (isUnread) unread += 1;
        open.push(isUnread);
        deepest = Math.max(deepest, open.length);
      },
      ontext: (text) => {
        if (waiting) awaited += text;
        else if (unread === 0) this.text.add(text);
      },
      onclosetag: (name) => {
        if (name === 'svg') drawings -= 1;
        if (waiting === 'title') stated?.titled(awaited);
        if (waiting === 'json') stated?.linkedData(awaited);
        waiting = undefined;
        awaited = '';
        if (open.pop()) unread -= 1;
        else if (unread === 0) this.text.close(name);
      },
    });
    for (let at = 0; at < html.length && !this.isTangled; at += CHUNK) {
      const chunk = html.slice(at, at + CHUNK);
      deepest = open.length;
      parser.write(chunk);
      this.#work += (chunk.split('<').length - 1) * deepest;
    }
    if (!this.isTangled) parser.end();
  }
}

/** A template that says it is the shadow tree of the element around it, which is how pages made of components are saved. */
function isShadow(attributes: Readonly<Record<string, string>>): boolean {
  return attributes.shadowrootmode !== undefined || attributes.shadowroot !== undefined;
}
