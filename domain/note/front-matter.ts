/** What stands above the text of a Markdown file between two lines of dashes. */
export interface FrontMatter {
  /** All of it as it stands, without its lines of dashes; undefined when the file has none. */
  readonly raw: string | undefined;
  /** The title that it gives. */
  readonly title: string | undefined;
  /** Says whether it tells more than a title. */
  readonly saysMore: boolean;
  /** The text below it. */
  readonly body: string;
}

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;
const TITLE = /^title:[ \t]*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\r\n]*?))[ \t]*$/im;

/**
 * Parts the front matter of a Markdown file from its text. It is not read as YAML: only a title on one line is looked for; all
 * the rest (date, tags) has no field in a note and is kept as it stands.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const found = text.startsWith('---') ? FENCED.exec(text) : null;
  // Subtle: what has no `name:` in it is a rule above a text, not front matter.
  if (found?.index !== 0 || !/^[\w-]+:/m.test(found[1] ?? '')) {
    return { raw: undefined, title: undefined, saysMore: false, body: text };
  }
  const raw = found[1] ?? '';
  const [line = '', double, single, bare] = TITLE.exec(raw) ?? [];
  const title = double?.replace(/\\(["\\])/g, '$1') ?? single?.replaceAll("''", "'") ?? bare;
  return {
    raw,
    title: title === undefined || title === '' ? undefined : title,
    saysMore: raw.replace(line, '').trim() !== '',
    body: text.slice(found[0].length),
  };
}
