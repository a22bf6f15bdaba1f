import type { z } from 'zod';
import { type JournalEntry, type JournalFault, journalEntrySchema, journalFaults } from '#domain/journal.ts';
import { canonicalJson, jsonDigest } from '#domain/json.ts';
import { type Revision, revisionSchema } from '#domain/note.ts';
import { type RecordOf, schemas, type TableName } from '#domain/tables.ts';
import { type Bag, type BagFile, hashed, readBag } from './bag.ts';
import { CaseFileNewer, CaseFileRefused, type Finding, shortened } from './finding.ts';
import {
  assetPlace,
  assetUses,
  caseFileSchema,
  type FileFormat,
  fileTables,
  headSchema,
  type NamedAsset,
  notePlace,
  places,
  thisFormat,
  upgraded,
} from './format.ts';
import { type JsonLine, jsonLines } from './json-lines.ts';
import { referencesOf } from './references.ts';
import { type ByteSource, openZip } from './zip.ts';

/** A case as a file holds it, every record through its gate. Assets are still in the file, to be read and hashed one by one. */
export interface ReadCase {
  records: { [T in TableName]: RecordOf[T][] };
  revisions: Revision[];
  journal: JournalEntry[];
  assets: { sha256: string; use: NamedAsset; file: BagFile }[];
}

/**
 * The one gate for case files. Reads and checks all of a file but the bytes of its assets: every name and list of the bag, every
 * record through its schema, the chains of the journal, what refers to what. `bag.findings` is what is damaged (a file with any is
 * not to be taken in); `remarks` are references to what is no more, which a trash that was emptied leaves behind, and the faults of
 * the journal that the file tells of itself. Throws
 * {@link CaseFileRefused} when this is no case file or one of a newer format.
 */
export async function readCaseFile(
  source: ByteSource,
  format: FileFormat = thisFormat,
): Promise<{ bag: Bag; content: ReadCase; remarks: Finding[] }> {
  const { files, findings } = await openZip(source);
  const reader = new Reading(files, findings, format);
  return reader.read();
}

class Reading {
  readonly #files: readonly BagFile[];
  readonly #byPath: ReadonlyMap<string, BagFile>;
  readonly #early: Finding[];
  readonly #remarks: Finding[] = [];
  readonly #content: ReadCase = { records: noRecords(), revisions: [], journal: [], assets: [] };
  readonly #ids = new Map<string, TableName>();
  readonly #named: { file: string; line: number; path: string; table: TableName; id: string }[] = [];

  readonly #format: FileFormat;

  constructor(files: readonly BagFile[], early: Finding[], format: FileFormat) {
    this.#format = format;
    this.#files = files;
    this.#byPath = new Map(files.map((file) => [file.path, file]));
    this.#early = early;
  }

  async read(): Promise<{ bag: Bag; content: ReadCase; remarks: Finding[] }> {
    const bag = await readBag(this.#files);
    bag.findings.unshift(...this.#early);
    this.#checkPlaces(bag);
    const head = await this.#readHead(bag);
    const format = head?.format ?? this.#format.version;
    if (head) this.#checkHead(head, bag);
    const caseId = head?.record.id ?? '';
    for (const table of fileTables) await this.#readTable(table, format, caseId, bag);
    await this.#readRevisions(caseId, bag);
    await this.#readJournal(caseId, head?.journalFaults ?? [], bag);
    for (const file of this.#files) {
      if (notePlace.test(file.path) || !file.path.startsWith('data/')) for await (const _ of hashed(file, bag));
    }
    this.#findAssets(head?.absent ?? [], bag);
    this.#checkReferences();
    return { bag, content: this.#content, remarks: this.#remarks };
  }

  async #readHead(bag: Bag): Promise<z.infer<typeof caseFileSchema> | null> {
    const file = this.#byPath.get(places.case);
    if (!file) {
      if (!this.#byPath.has('bagit.txt')) throw new CaseFileRefused('not-a-case-file', `There is no ${places.case}.`);
      return null;
    }
    let head: z.infer<typeof caseFileSchema> | null = null;
    // Subtle: read to the end, whatever stands in it; the file's hash is judged only there.
    for await (const { line, value, text } of jsonLines(file, bag)) {
      const opening = headSchema.safeParse(value);
      if (opening.success && opening.data.format > this.#format.version)
        throw new CaseFileNewer({ ...opening.data, read: this.#format.version });
      const format = opening.success ? opening.data.format : this.#format.version;
      if (line > 1) bag.findings.push({ file: file.path, line, fault: 'extra', expected: 'one line' });
      else head = this.#gate(caseFileSchema, { file: file.path, line, text, value }, { table: 'cases', format }, bag);
    }
    return head;
  }

  #checkHead({ record }: z.infer<typeof caseFileSchema>, bag: Bag): void {
    if (record.id !== record.case)
      bag.findings.push({
        file: places.case,
        line: 1,
        fault: 'wrong-case',
        expected: `case ${record.id}`,
        found: `case ${record.case}`,
      });
    this.#content.records.cases.push(record);
    this.#ids.set(record.id, 'cases');
    const named = bag.info.find(([label]) => label === 'External-Identifier')?.[1];
    if (named !== record.id)
      bag.findings.push({
        file: 'bag-info.txt',
        fault: 'wrong-case',
        expected: `External-Identifier: ${record.id}`,
        ...(named !== undefined && { found: shortened(named) }),
      });
  }

  /**
   * Parses a line, a record of an older format after it was brought up to this one; what it does not let pass, or would drop, becomes
   * a finding.
   */
  #gate<T>(
    schema: z.ZodType<T>,
    { file, line, text, value }: JsonLine & { file: string },
    older: { table: TableName; format: number } | null,
    bag: Bag,
  ): T | null {
    const format = older?.format ?? this.#format.version;
    try {
      const read = schema.safeParse(older ? upgraded(format, this.#format, older.table, value) : value);
      if (!read.success) {
        bag.findings.push({ file, line, fault: 'invalid-record', ...problem(read.error, value) });
        return null;
      }
      if (format === this.#format.version && canonicalJson(read.data) !== text) {
        const expected = 'canonical JSON with the fields of this format and no others';
        const found = dropped(value, read.data) ?? 'the same written in another way';
        bag.findings.push({ file, line, fault: 'unknown-content', expected, found });
        return null;
      }
      return read.data;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      bag.findings.push({ file, line, fault: 'not-readable', expected: 'values that are not nested so deeply' });
      return null;
    }
  }

  async #readTable<T extends TableName>(table: T, format: number, caseId: string, bag: Bag): Promise<void> {
    const path = places.records(table);
    const file = this.#byPath.get(path);
    if (!file) return;
    const schema: z.ZodType<RecordOf[T]> = gates[table];
    const list: RecordOf[T][] = this.#content.records[table];
    for await (const { line, text, value } of jsonLines(file, bag)) {
      const record = this.#gate(schema, { file: path, line, text, value }, { table, format }, bag);
      if (!record) continue;
      if (record.case !== caseId)
        bag.findings.push({
          file: path,
          line,
          fault: 'wrong-case',
          expected: `case ${caseId}`,
          found: `case ${record.case}`,
        });
      if (this.#ids.has(record.id))
        bag.findings.push({ file: path, line, fault: 'repeated', expected: `${record.id} once` });
      this.#ids.set(record.id, table);
      list.push(record);
      for (const reference of referencesOf(table, record)) this.#named.push({ file: path, line, ...reference });
    }
  }

  async #readRevisions(caseId: string, bag: Bag): Promise<void> {
    const path = places.revisions;
    const file = this.#byPath.get(path);
    if (!file) return;
    const seen = new Set<string>();
    for await (const { line, text, value } of jsonLines(file, bag)) {
      const at = { file: path, line, text, value };
      const revision = this.#gate(revisionSchema, at, null, bag);
      if (!revision) continue;
      const { hash, ...content } = revision;
      const wrong = (fault: Finding['fault'], expected: string) =>
        bag.findings.push({ file: path, line, fault, expected });
      if (jsonDigest(content) !== hash) wrong('altered', `the text that ${hash} names`);
      if (revision.case !== caseId) wrong('wrong-case', `case ${caseId}`);
      if (seen.has(hash)) wrong('repeated', `${hash} once`);
      seen.add(hash);
      this.#content.revisions.push(revision);
      this.#named.push({ file: path, line, path: 'note', table: 'notes', id: revision.note });
    }
    for (const note of this.#content.records.notes) {
      if (!seen.has(note.revision))
        bag.findings.push({ file: path, fault: 'missing', expected: `revision ${note.revision} of note ${note.id}` });
    }
  }

  /** Faults of the chain that the file tells of itself came from where it was written: they are remarked on, any other is damage. */
  async #readJournal(caseId: string, told: readonly JournalFault[], bag: Bag): Promise<void> {
    const path = places.journal;
    const file = this.#byPath.get(path);
    if (!file) return;
    const lines = new Map<string, number>();
    let last = '';
    for await (const { line, text, value } of jsonLines(file, bag)) {
      const at = { file: path, line, text, value };
      const entry = this.#gate(journalEntrySchema, at, null, bag);
      if (!entry) continue;
      const wrong = (fault: Finding['fault'], expected: string) =>
        bag.findings.push({ file: path, line, fault, expected });
      if (entry.case !== caseId) wrong('wrong-case', `case ${caseId}`);
      const key = `${entry.device} ${String(entry.seq).padStart(12, '0')}`;
      if (key <= last) wrong('repeated', 'entries by device and number, each once');
      last = key;
      lines.set(`${entry.device} ${entry.seq}`, line);
      this.#content.journal.push(entry);
    }
    const known = new Set(told.map(faultKey));
    for (const one of journalFaults(this.#content.journal)) {
      const { device, seq, fault } = one;
      const line = lines.get(`${device} ${seq}`);
      const expected = `entry ${seq} of device ${device} in an unbroken chain (${fault})`;
      const list = known.delete(faultKey(one)) ? this.#remarks : bag.findings;
      list.push({ file: path, ...(line !== undefined && { line }), fault: 'journal', expected });
    }
    // What is told and not so: the journal or the telling was changed after it was written.
    for (const one of told)
      if (known.has(faultKey(one)))
        bag.findings.push({
          file: path,
          fault: 'journal',
          expected: `the fault that ${places.case} tells: ${faultKey(one)}`,
        });
  }

  /** What lies in the bag must be what this format has, and all of it must be listed. */
  #checkPlaces(bag: Bag): void {
    const needed = ['bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'];
    const own = [places.case, places.revisions, places.journal, ...fileTables.map(places.records)];
    for (const path of [...needed, ...own]) {
      const known = bag.findings.some((finding) => finding.file === path && finding.fault === 'missing');
      if (!this.#byPath.has(path) && !known)
        bag.findings.push({ file: path, fault: 'missing', expected: 'a file that every case file has' });
    }
    for (const { path } of this.#files) {
      const inPayload = path.startsWith('data/');
      const known = own.includes(path) || notePlace.test(path) || assetPlace.test(path);
      if (inPayload ? !known : !/^tagmanifest-[a-z0-9]+\.txt$/.test(path) && !bag.expected.has(path))
        bag.findings.push({ file: path, fault: 'extra', expected: 'only what this format has, listed in a manifest' });
    }
  }

  #findAssets(absent: readonly string[], bag: Bag): void {
    const files = new Map<string, BagFile>();
    for (const file of this.#files) {
      const sha256 = assetPlace.exec(file.path)?.[1];
      if (sha256 === undefined) continue;
      if (files.has(sha256)) bag.findings.push({ file: file.path, fault: 'repeated', expected: 'each asset once' });
      files.set(sha256, file);
      const listed = bag.expected.get(file.path)?.get('sha256');
      if (listed !== undefined && listed !== sha256)
        bag.findings.push({
          file: file.path,
          fault: 'altered',
          expected: `sha256 ${sha256}, as its name says`,
          found: `sha256 ${listed} in the manifest`,
        });
    }
    for (const [sha256, use] of assetUses(this.#content.records)) {
      const file = files.get(sha256);
      files.delete(sha256);
      if (file) this.#content.assets.push({ sha256, use, file });
      else if (!absent.includes(sha256))
        bag.findings.push({ file: `data/assets/${sha256}`, fault: 'missing', expected: `the bytes of ${use.name}` });
    }
    // Where exhibits or imports could not be read, nobody can say which assets they name.
    const naming = [places.records('exhibits'), places.records('imports')];
    if (bag.findings.some(({ file }) => naming.includes(file))) return;
    for (const file of files.values())
      bag.findings.push({ file: file.path, fault: 'extra', expected: 'assets that an exhibit or an import names' });
  }

  #checkReferences(): void {
    for (const { file, line, path, table, id } of this.#named) {
      if (this.#ids.get(id) !== table)
        this.#remarks.push({ file, line, fault: 'dangling', expected: `${path}: ${id} among the ${table}` });
    }
  }
}

function faultKey({ device, seq, fault }: JournalFault): string {
  return `${fault}, entry ${seq} of device ${device}`;
}

/** What of a value its schema does not let pass, and what stands there instead. */
function problem(error: z.ZodError, value: unknown): Pick<Finding, 'expected' | 'found'> {
  const issues = error.issues.slice(0, 3);
  return {
    expected: issues.map((issue) => `${issue.path.join('/') || 'record'}: ${issue.message}`).join('; '),
    found: issues.map(({ path }) => shortened(JSON.stringify(at(value, path)) ?? 'nothing')).join('; '),
  };
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, step) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, step) : undefined),
    value,
  );
}

/** The first field, by its path, that a value has and what its schema let pass has not. */
function dropped(value: unknown, read: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (typeof read !== 'object' || read === null) return null;
  for (const [key, inside] of Object.entries(value)) {
    if (!(key in read)) return key;
    const deeper = dropped(inside, Reflect.get(read, key));
    if (deeper !== null) return `${key}/${deeper}`;
  }
  return null;
}

const gates: { [T in TableName]: z.ZodType<RecordOf[T]> } = schemas;

function noRecords(): ReadCase['records'] {
  return {
    cases: [],
    people: [],
    devices: [],
    sources: [],
    tags: [],
    exhibits: [],
    derivations: [],
    questions: [],
    claims: [],
    links: [],
    assessments: [],
    inquiries: [],
    notes: [],
    imports: [],
  };
}
