import { browserFailure } from './browser-failure.ts';
import { removeWhenFree } from './remove-when-free.ts';

const spoolsName = 'downloads-in-progress';
const fileName = 'bytes';

/**
 * A file in the origin's private file system that a save is gathered in before it is downloaded, so that several gigabytes never
 * stand in memory. It lies in a folder of its own, together with the swap file that the browser writes to until the file is whole,
 * and a lock of the same name is held for as long as it is used: another window never takes a live one for a left one.
 */
export class Spool {
  readonly #writable: FileSystemWritableFileStream;
  readonly #file: FileSystemFileHandle;
  readonly #end: () => Promise<boolean>;

  private constructor(file: FileSystemFileHandle, writable: FileSystemWritableFileStream, end: () => Promise<boolean>) {
    this.#file = file;
    this.#writable = writable;
    this.#end = end;
  }

  static async make(): Promise<Spool> {
    const name = crypto.randomUUID();
    const letGo = await held(name);
    let remove = async () => true;
    const end = async () => {
      const gone = await remove();
      letGo();
      return gone;
    };
    try {
      const root = await navigator.storage.getDirectory();
      const spools = await root.getDirectoryHandle(spoolsName, { create: true });
      remove = () => removeWhenFree(() => spools.removeEntry(name, { recursive: true }));
      const folder = await spools.getDirectoryHandle(name, { create: true });
      const file = await folder.getFileHandle(fileName, { create: true });
      return new Spool(file, await file.createWritable(), end);
    } catch (error) {
      await end();
      throw browserFailure(error);
    }
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#writable.write(bytes).catch((error: unknown) => {
      throw browserFailure(error);
    });
  }

  /** Gives the whole file. It is removed when there was time enough to read it once. */
  async finish(): Promise<File> {
    try {
      await this.#writable.close();
      const file = await this.#file.getFile();
      setTimeout(() => void this.#end(), readingMs(file.size));
      return file;
    } catch (error) {
      throw browserFailure(error);
    }
  }

  async abandon(): Promise<void> {
    await this.#writable.abort().catch(() => undefined); // a writable that failed is aborted already
    await this.#end();
  }
}

/** No event tells when a download has been read to its end; ten seconds and one per 10 MB is ample. */
export function readingMs(bytes: number): number {
  return 10_000 + bytes / 10_000;
}

/**
 * Removes what the saves of windows left behind that are gone: at once what never became whole, and a whole one when its
 * download, which goes on without its window, has had its time.
 */
export async function sweepSpools(): Promise<void> {
  const spools = await existingSpools();
  if (!spools) return;
  const names: string[] = [];
  for await (const name of spools.keys()) names.push(name);
  for (const name of names) {
    await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      const left = await timeLeft(spools, name);
      if (left <= 0) await removeWhenFree(() => spools.removeEntry(name, { recursive: true }));
      else setTimeout(() => void sweepSpools(), left);
    });
  }
}

async function timeLeft(spools: FileSystemDirectoryHandle, name: string): Promise<number> {
  try {
    const folder = await spools.getDirectoryHandle(name);
    const { size, lastModified } = await (await folder.getFileHandle(fileName)).getFile();
    // Until it is closed, a writable's bytes are in the swap file, and the file itself is empty.
    return size === 0 ? 0 : lastModified + readingMs(size) - Date.now();
  } catch (error) {
    if (error instanceof DOMException && ['NotFoundError', 'TypeMismatchError'].includes(error.name)) return 0;
    throw browserFailure(error);
  }
}

async function existingSpools(): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(spoolsName);
  } catch (error) {
    // Where nothing was ever spooled, or a private window has no such file system, nothing can be left.
    if (error instanceof DOMException && ['NotFoundError', 'SecurityError'].includes(error.name)) return null;
    throw browserFailure(error);
  }
}

const lockOf = (name: string) => `casebound spool ${name}`;

/** Takes the lock of this name, which nobody else has, and gives what lets it go; the browser does so too when the window is gone. */
function held(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks.request(lockOf(name), () => new Promise<void>((letGo) => resolve(letGo))).catch(reject);
  });
}
