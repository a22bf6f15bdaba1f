/** A file as the person gave it, with its path from the top of what was dropped. */
export interface GivenFile {
  readonly path: string;
  readonly file: File;
}

/** More files than anyone means to drop: a whole disk. */
export const MOST_FILES = 200_000;

/** Too many files were dropped at once. */
export class TooManyFiles extends Error {
  readonly code = 'too-many-files';
}

/**
 * Gives the files of a drop, those in folders with their paths. Must be called while the drop event is being handled: the
 * browser takes the entries away afterwards. What cannot be opened is left to the reader, who will say so.
 */
export function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return Promise.resolve(filesOf(transfer.files));
  return walk(entries);
}

/** Gives chosen files; those of a chosen folder with their paths. */
export function filesOf(files: Iterable<File>): GivenFile[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

async function walk(entries: readonly FileSystemEntry[]): Promise<GivenFile[]> {
  const found: GivenFile[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
    if (isDirectory(entry)) waiting.push(...(await children(entry)));
    else if (isFile(entry)) found.push({ path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry) });
    if (found.length + waiting.length > MOST_FILES) throw new TooManyFiles();
  }
  return found;
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder gives its children a hundred at a time, until it gives none. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
