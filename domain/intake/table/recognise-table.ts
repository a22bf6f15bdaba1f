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

/** Says whether a file is a table, from its beginning: nearly all of its rows have equally many cells. */
export function isTable(head: Uint8Array, file: DroppedFile): boolean {
  if (file.size === 0 || recogniseMime(head) !== undefined) return false;
  const { ending } = splitEnding(nameOf(file.path));
  if (OTHERS.has(ending)) return false;
  const { form, columns, alike, rows } = guessForm(head, head.length < file.size ? 'cut' : 'whole');
  const isWide = form.encoding.startsWith('utf-16');
  const controls = isWide ? 0 : head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  if (TABLES.has(ending)) return rows > 0 && controls * 100 <= head.length;
  const begins = new TextDecoder(form.encoding).decode(head.slice(0, 200), { stream: true }).trimStart();
  if (controls > 0 || rows < 3 || /^[{[<|%]|^#!/.test(begins)) return false;
  return alike >= rows * 0.9 && columns >= (form.separator === ',' ? 3 : 2);
}
