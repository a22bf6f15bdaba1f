import { archivedDraft } from './auto-archiver/archived-draft.ts';
import { archivedMedia } from './auto-archiver/archived-media.ts';
import { readPythonLiteral } from './auto-archiver/python-literal.ts';
import { type ArchiveForm, archiveForm, filesNamedIn } from './auto-archiver/recognise-archive.ts';
import { sheetDraft } from './auto-archiver/sheet-draft.ts';
import { readRange, readWhole } from './dropped-bytes.ts';
import { nameOf } from './file-name.ts';
import type { Finding } from './finding.ts';
import type { Drop, DroppedFile, Importer, Item, Progress } from './importer.ts';
import { type JsonObject, listOf, objectOf, readJson, textOf } from './json-text.ts';
import { importerOfItems } from './survey-items.ts';
import type { TableRow } from './table/row-splitter.ts';
import { columnNames, readRows } from './table/table-form.ts';
import { MOST_ROWS } from './table/table-rows.ts';

/** Text of pages makes a description long; beyond this it is none. */
const LARGEST = 128 * 1024 * 1024;
const HEAD = 65_536;

const read = importerOfItems(
  {
    name: 'auto-archiver',
    version: '1',
    recognise(head, file, drop) {
      const form = archiveForm(head, file);
      if (!form) return undefined;
      return { main: file.path, belongs: form.is === 'metadata' ? filesNamedIn(head, file, drop) : [] };
    },
  },
  async function* ({ main }, drop, progress) {
    const file = drop.get(main);
    const form = file && archiveForm(await readRange(file, 0, HEAD), file);
    if (!file || !form) return;
    if (form.is === 'metadata') yield* metadataOf(file, drop, progress);
    else yield* rowsOf(file, form, progress);
  },
);

/**
 * Reads what Bellingcat's Auto Archiver leaves: its sheet as CSV, its CSV database (whose cells are Python literals), and the
 * `metadata.json` of one page with the media that lie beside it, each compared with the hash that stands there.
 */
export const autoArchiver: Importer = {
  ...read,
  async original({ main }) {
    const mime = main.toLowerCase().endsWith('.json') ? 'application/json' : 'text/csv';
    return { file: { name: nameOf(main), mime, role: 'original', path: main }, how: 'whole' };
  },
};

async function* metadataOf(file: DroppedFile, drop: Drop, progress: Progress): AsyncGenerator<Item> {
  const { path } = file;
  const bytes = await readWhole(file, LARGEST, progress);
  const reading = bytes && readJson(new TextDecoder().decode(bytes));
  const whole = reading?.ok ? objectOf(reading.value) : undefined;
  const metadata = whole && objectOf(whole.metadata);
  if (!whole || !metadata) {
    if (!reading) yield { finding: { code: 'too-large', path } };
    else if (reading.ok) yield { finding: { code: 'unknown-form', path } };
    else yield { finding: { code: 'not-readable', path, place: `character ${reading.at}` } };
    return;
  }
  const findings: Finding[] = [];
  const draft = archivedDraft({ status: textOf(whole, 'status') ?? '', metadata }, path, findings);
  const media = await archivedMedia(listOf(whole, 'media'), path, drop);
  for (const finding of [...findings, ...media.findings]) yield { finding };
  if (!draft) return;
  const own = { name: nameOf(path), mime: 'application/json', role: 'sidecar', path } as const;
  yield { draft: { ...draft, files: [...media.files, own], raw: whole } };
}

async function* rowsOf(
  file: DroppedFile,
  { is, form, header }: Exclude<ArchiveForm, { is: 'metadata' }>,
  progress: Progress,
): AsyncGenerator<Item> {
  let names: readonly string[] = [];
  let rows = 0;
  for await (const row of readRows(file, form, progress)) {
    if (row.n === header) names = columnNames(row, form);
    if (row.n <= header) continue;
    rows += 1;
    if (rows > MOST_ROWS) {
      yield { finding: { code: 'too-large', path: file.path, place: `row ${MOST_ROWS}` } };
      return;
    }
    const findings: Finding[] = [];
    const draft =
      is === 'sheet' ? sheetDraft(row, names, file.path, findings) : databaseDraft(row, file.path, findings);
    for (const finding of findings) yield { finding };
    if (draft) yield { draft };
  }
  if (rows === 0) yield { finding: { code: 'nothing-inside', path: file.path } };
}

/** A row of the CSV database: the status, and two Python literals. */
function databaseDraft(row: TableRow, path: string, findings: Finding[]) {
  const place = `row ${row.n}`;
  const [status = '', ...literals] = row.cells;
  const [metadata, media] = literals.map(readPythonLiteral);
  const object = metadata?.ok ? objectOf(metadata.value) : undefined;
  if (!object || row.fault) {
    const at = metadata?.ok === false ? `, character ${metadata.at}` : '';
    findings.push({ code: 'not-readable', path, place: `${place}${at}`, detail: (literals[0] ?? '').slice(0, 200) });
    return undefined;
  }
  const draft = archivedDraft({ status, metadata: object }, path, findings, place);
  const raw: JsonObject = { status, metadata: object, media: media?.ok ? media.value : (literals[1] ?? '') };
  return draft && { ...draft, raw };
}
