import { guessEncoding } from '#domain/intake/decode-text.ts';
import { folderOf, nameOf } from '#domain/intake/file-name.ts';
import type { Drop, DroppedFile } from '#domain/intake/importer.ts';
import { topMembers } from '#domain/intake/json-text.ts';
import { guessForm, rowsOfHead, type TableForm } from '#domain/intake/table/table-form.ts';

/** The three forms in which the Auto Archiver leaves what it did. */
export type ArchiveForm =
  | { readonly is: 'metadata' }
  /** `header` is the number of the row that names the columns. */
  | { readonly is: 'sheet' | 'csv'; readonly form: TableForm; readonly header: number };

/** The header of a sheet need not be its first row; nobody puts more above it. */
const MOST_ABOVE = 10;

/** Tells which of its forms a file is of, from its beginning; undefined when it is none. */
export function archiveForm(head: Uint8Array, file: DroppedFile): ArchiveForm | undefined {
  const text = new TextDecoder(guessEncoding(head)).decode(head, { stream: true });
  const members = topMembers(text);
  if (members) {
    const isOurs = members.has('status') && members.has('metadata') && text.includes('"_processed_at"');
    return isOurs ? { is: 'metadata' } : undefined;
  }
  const isWhole = head.length < file.size ? 'cut' : 'whole';
  // Subtle: most files are no tables, and guessing how they are written takes time.
  if (!/archive status|^\ufeff?"?status/i.test(text.slice(0, 8192))) return undefined;
  const form: TableForm = { ...guessForm(head, isWhole).form, quote: '"', header: 'yes' };
  for (const { n, cells } of rowsOfHead(head, form, isWhole, MOST_ABOVE)) {
    const names = cells.map((cell) => cell.trim().toLowerCase());
    if (names.includes('link') && names.includes('archive status')) return { is: 'sheet', form, header: n };
    if (names.join() === 'status,metadata,media') return { is: 'csv', form, header: n };
  }
  return undefined;
}

const NAMED = /"(?:filename|_key|key)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;

/** Gives the files in the folder of a description that it names, as far as its beginning tells. */
export function filesNamedIn(head: Uint8Array, file: DroppedFile, drop: Drop): string[] {
  const text = new TextDecoder().decode(head);
  const folder = folderOf(file.path);
  const names = new Set<string>();
  for (const [, name = ''] of text.matchAll(NAMED)) names.add(nameOf(name.replaceAll('\\\\', '\\')));
  for (const [, hash = ''] of text.matchAll(/"hash"\s*:\s*"[\w-]*:?([0-9a-f]{24})/gi)) names.add(hash);
  return [...drop.keys()].filter(
    (path) =>
      path !== file.path &&
      folderOf(path) === folder &&
      (names.has(nameOf(path)) || names.has(nameOf(path).replace(/\.\w+$/, ''))),
  );
}
