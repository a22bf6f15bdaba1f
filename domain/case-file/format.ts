import { z } from 'zod';
import { caseSchema } from '#domain/case.ts';
import type { AssetUse, Exhibit } from '#domain/evidence/exhibit.ts';
import type { Import } from '#domain/import.ts';
import { journalFaultSchema } from '#domain/journal.ts';
import { jsonSchema } from '#domain/json.ts';
import { type TableName, tableNames } from '#domain/tables.ts';

/** The version of the layout that this code writes. A reader refuses a higher one and brings lower ones up to it. */
export const caseFileFormat = 1;
export const caseFileExtension = 'casebound';

/** Tables with a file of their own; the case's own record stands in `data/case.json`. */
export const fileTables: readonly TableName[] = tableNames.filter((table) => table !== 'cases');

/** Where everything lies below the bag's root. */
export const places = {
  case: 'data/case.json',
  revisions: 'data/revisions.jsonl',
  journal: 'data/journal.jsonl',
  records: (table: TableName) => `data/records/${table}.jsonl`,
  note: (name: string) => `data/notes/${name}.md`,
  asset: (sha256: string, extension: string) => `data/assets/${sha256}.${extension}`,
};

export const assetPlace = /^data\/assets\/([0-9a-f]{64})\.[a-z0-9]{1,8}$/;
export const notePlace = /^data\/notes\/[a-z0-9-]+\.md$/;

/** What `data/case.json` says before its record is looked at: enough to refuse a newer format in words. */
export const headSchema = z.object({ format: z.number().int().min(1), written: z.string() });

/**
 * `data/case.json`. `absent`: hashes that exhibits name but whose bytes the writing device did not have. `journalFaults`: where the
 * journal did not hold together when the file was written; left out when it was intact.
 */
export const caseFileSchema = z.object({
  format: z.number().int().min(1),
  /** The program and version that wrote the file. */
  written: z.string(),
  record: caseSchema,
  absent: z.array(z.string().length(64)),
  journalFaults: z.array(journalFaultSchema).min(1).optional(),
});

/**
 * What a record of an older format becomes in the next one; for `cases` it is given the whole of `data/case.json`. Revisions and journal
 * entries are named by the hash of what they say: they stay as they are in every format.
 */
export type Upgrade = (table: TableName, record: z.infer<typeof jsonSchema>) => unknown;

/** A format that a reader reads: its number, and how older ones are brought up to it; the element at `n - 1` leads from `n` to `n + 1`. */
export interface FileFormat {
  readonly version: number;
  readonly upgrades: readonly Upgrade[];
}

/** The format that this code reads and writes. It is the first: there is none older to bring up. */
export const thisFormat: FileFormat = { version: caseFileFormat, upgrades: [] };

/** Brings a record of an older format up to a reader's. */
export function upgraded(from: number, to: FileFormat, table: TableName, record: unknown): unknown {
  return to.upgrades.slice(from - 1).reduce((value, upgrade) => upgrade(table, jsonSchema.parse(value)), record);
}

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/tiff': 'tif',
  'image/bmp': 'bmp',
  'image/svg+xml': 'svg',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/x-m4v': 'm4v',
  'video/3gpp': '3gp',
  'video/webm': 'webm',
  'video/x-matroska': 'mkv',
  'video/ogg': 'ogv',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/json': 'json',
  'text/plain': 'txt',
  'text/html': 'html',
};

/** Gives the extension of an original file: what its type says, else what its name had, else `bin`. */
export function extensionOf(use: Pick<AssetUse, 'mime' | 'name'>): string {
  const named = /\.([A-Za-z0-9]{1,8})$/.exec(use.name)?.[1];
  return extensions[use.mime] ?? named?.toLowerCase() ?? 'bin';
}

/** What is told of an asset wherever it is named. */
export type NamedAsset = Pick<AssetUse, 'name' | 'mime' | 'bytes'>;

/**
 * Gives every asset that exhibits and imports name, by hash, each as its first use in the order of the records' ids: a file's
 * extension and type depend on the records alone, so that the same case gives the same file on every device.
 */
export function assetUses(records: {
  exhibits: Iterable<Exhibit>;
  imports: Iterable<Import>;
}): Map<string, NamedAsset> {
  const uses = new Map<string, NamedAsset>();
  for (const exhibit of [...records.exhibits].sort((a, b) => (a.id < b.id ? -1 : 1)))
    for (const [sha256, use] of Object.entries(exhibit.assets).sort(([a], [b]) => (a < b ? -1 : 1)))
      if (!uses.has(sha256)) uses.set(sha256, use);
  for (const { kept } of [...records.imports].sort((a, b) => (a.id < b.id ? -1 : 1)))
    for (const file of kept ? [kept, ...(kept.more ?? [])] : [])
      if (!uses.has(file.sha256)) uses.set(file.sha256, file);
  return new Map([...uses].sort(([a], [b]) => (a < b ? -1 : 1)));
}
