/** Elements that begin and end a line of their own. */
const LINES = new Set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup hr legend li main menu nav ol optgroup option pre search section select summary table tbody textarea tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Elements that are parted from what stands around them by an empty line. */
const PARAGRAPHS = new Set('blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));
const CELLS = new Set(['td', 'th']);
const KEEP_SPACES = new Set(['pre', 'textarea']);

/**
 * Gathers what is to be read of a page as plain text, as far as `most` UTF-16 units: runs of white space are one space except
 * where the page keeps them, blocks begin lines, paragraphs stand apart, the cells of a row are parted by tabs.
 */
export class PageText {
  readonly #most: number;
  readonly #pieces: string[] = [];
  #length = 0;
  #pending: '' | ' ' | '\t' | '\n' | '\n\n' = '';
  #keeping = 0;
  #isCut = false;

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether there was more than is kept. */
  get isCut(): boolean {
    return this.#isCut;
  }

  get text(): string {
    return this.#pieces.join('').trimEnd();
  }

  open(name: string): void {
    this.#part(name);
    if (KEEP_SPACES.has(name)) this.#keeping += 1;
    if (name === 'br') this.#keep('\n');
  }

  close(name: string): void {
    this.#part(name);
    if (KEEP_SPACES.has(name) && this.#keeping > 0) this.#keeping -= 1;
    if (CELLS.has(name)) this.#wait('\t');
  }

  add(text: string): void {
    if (this.#keeping > 0) {
      this.#keep(text.replace(/\r\n?/g, '\n'));
      return;
    }
    // Subtle: a non-breaking space is a letter of the page, not white space.
    const words = text.replace(/[ \t\n\f\r]+/g, ' ');
    if (words === '') return;
    if (words.startsWith(' ')) this.#wait(' ');
    const inner = words.trimStart() === '' ? '' : words.replace(/^ | $/g, '');
    if (inner !== '') this.#keep(inner);
    if (inner !== '' && words.endsWith(' ')) this.#wait(' ');
  }

  #part(name: string): void {
    if (PARAGRAPHS.has(name)) this.#wait('\n\n');
    else if (LINES.has(name)) this.#wait('\n');
  }

  /** What parts two words more wins over what parts them less. */
  #wait(gap: ' ' | '\t' | '\n' | '\n\n'): void {
    if (strength(gap) > strength(this.#pending)) this.#pending = gap;
  }

  #keep(text: string): void {
    const whole = (this.#length === 0 ? '' : this.#pending) + text;
    this.#pending = '';
    const room = this.#most - this.#length;
    if (whole.length > room) this.#isCut = true;
    const kept = whole.slice(0, room);
    if (kept === '') return;
    this.#pieces.push(kept);
    this.#length += kept.length;
  }
}

function strength(gap: '' | ' ' | '\t' | '\n' | '\n\n'): number {
  return ['', ' ', '\t', '\n', '\n\n'].indexOf(gap);
}
