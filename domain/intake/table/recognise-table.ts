import { guessEncoding } from '#domain/intake/decode-text.ts';
import { nameOf, splitEnding } from '#domain/intake/file-name.ts';
import type { DroppedFile } from '#domain/intake/importer.ts';
import { recogniseMime } from '#domain/mime.ts';
import { guessForm } from './table-form.ts';

/** These call themselves tables; one column is enough. */
const TABLES = new Set(['csv', 'tsv', 'tab', 'psv']);
/** These are something else, whatever their lines look like. */
const OTHERS = new Set(
  'md markdown json jsonl ndjson html htm xhtml mhtml xml xmp svg js mjs ts css py sh bat c h rs go java yml yaml toml ini eml vcf ics srt vtt ass ssa tex rtf'.split(
    ' ',
  ),
);

/** So many bytes of a file with another name. */
const ENOUGH = 8192;

/** Says whether a file is a table, from its beginning: nearly all of its rows have equally many cells. */
export function isTable(head: Uint8Array, file: DroppedFile): boolean {
  if (file.size === 0 || recogniseMime(head) !== undefined) return false;
  const { ending } = splitEnding(nameOf(file.path));
  if (OTHERS.has(ending)) return false;
  const isCut = (bytes: Uint8Array) => (bytes.length < file.size ? 'cut' : 'whole');
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  const isWide = guessEncoding(head).startsWith('utf-16');
  if (TABLES.has(ending)) return (isWide || controls * 100 <= head.length) && guessForm(head, isCut(head)).rows > 0;
  // Subtle: most files are no tables, and there may be thousands of them: only the beginning of what may be one is looked at.
  const begin = head.subarray(0, ENOUGH);
  const text = new TextDecoder(guessEncoding(begin)).decode(begin, { stream: true }).trimStart();
  if ((controls > 0 && !isWide) || /^[{[<|%]|^#!/.test(text)) return false;
  const { form, columns, alike, rows } = guessForm(begin, isCut(begin));
  return rows >= 3 && alike >= rows * 0.9 && columns >= (form.separator === ',' ? 3 : 2);
}
