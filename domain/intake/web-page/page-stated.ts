import { dateOfMeta, datesOfLinkedData, type StatedDate } from './page-dates.ts';

/** How much of what stands in a page's head is kept, in UTF-16 units, and how many statements. */
const MOST_META = 65_536;
const MOST_METAS = 500;
/** Longer blocks of JSON-LD are not read: nobody states a date in them. */
const MOST_LINKED_DATA = 1_000_000;

/** Gathers what a page says of itself in its head: title, address, language, dates, and all else by name. */
export class PageStated {
  title: string | undefined;
  canonical: string | undefined;
  language: string | undefined;
  readonly published: StatedDate[] = [];
  readonly meta: (readonly [name: string, content: string])[] = [];
  #length = 0;
  #socialTitle: string | undefined;
  #socialAddress: string | undefined;

  element(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'html') this.language ??= attributes.lang?.trim() || undefined;
    if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? '')) {
      this.canonical ??= attributes.href?.trim() || undefined;
    }
    if (name === 'meta') this.#metaOf(attributes);
  }

  titled(text: string): void {
    this.title ??= text.replace(/\s+/g, ' ').trim() || undefined;
  }

  linkedData(text: string): void {
    this.#keep('application/ld+json', text.trim());
    if (text.length > MOST_LINKED_DATA) return;
    for (const date of datesOfLinkedData(text)) this.#date(date);
  }

  /** To be called at the page's end: what it tells only to others stands in for what it does not say itself. */
  end(): void {
    this.title ??= this.#socialTitle;
    this.canonical ??= this.#socialAddress;
  }

  #metaOf({
    name,
    property,
    itemprop,
    'http-equiv': equivalent,
    content = '',
  }: Readonly<Record<string, string>>): void {
    const called = (name ?? property ?? itemprop ?? equivalent ?? '').trim();
    if (called === '') return;
    this.#keep(called, content);
    const date = dateOfMeta(called, content);
    if (date) this.#date(date);
    const stated = content.trim() || undefined;
    if (/^og:title$/i.test(called)) this.#socialTitle ??= stated;
    if (/^og:url$/i.test(called)) this.#socialAddress ??= stated;
    if (/^content-language$/i.test(called)) this.language ??= stated;
  }

  #date(date: StatedDate): void {
    if (!this.published.some(({ words }) => words === date.words)) this.published.push(date);
  }

  #keep(name: string, content: string): void {
    this.#length += name.length + content.length;
    if (content !== '' && this.#length <= MOST_META && this.meta.length < MOST_METAS) this.meta.push([name, content]);
  }
}
