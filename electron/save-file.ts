import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DesktopError } from '#bridge/desktop.ts';
import { systemFailure } from './system-failure.ts';

/** A save under way. Nothing shows at its place until `finish`; `abandon` leaves what stood there untouched. */
export interface FileSave {
  readonly place: string;
  write(bytes: Uint8Array): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

/**
 * Begins a save at `place`: bytes go to a temporary file in the same folder, which `finish` flushes to the disk and
 * renames over the place in one step, flushing the folder too, so that a crash at any moment leaves either the old file
 * or the new one, whole. Fails with a DesktopError (`not-writable`, `not-found`, `disk-full`); a failed write or finish has
 * abandoned the save already.
 */
export async function beginFileSave(place: string): Promise<FileSave> {
  const temporary = join(dirname(place), `.${basename(place).slice(0, 100)}.${crypto.randomUUID().slice(0, 8)}.part`);
  // 'wx': a file that stands there already, or a link laid there, is not written through.
  let file: FileHandle | null = await attempt(() => open(temporary, 'wx', 0o600));

  async function abandon(): Promise<void> {
    const closing = file;
    file = null;
    try {
      await closing?.close();
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async function orAbandon<T>(work: (file: FileHandle) => Promise<T>): Promise<T> {
    if (!file) throw new DesktopError('failed', 'This save has ended.');
    try {
      return await work(file);
    } catch (error) {
      await abandon().catch(() => undefined); // what failed first is what the person is told
      throw systemFailure(error, 'not-writable');
    }
  }

  return {
    place,
    write: (bytes) =>
      orAbandon(async (open) => {
        for (let at = 0; at < bytes.byteLength; ) {
          at += (await open.write(bytes, at, bytes.byteLength - at)).bytesWritten;
        }
      }),
    finish: () =>
      orAbandon(async (open) => {
        await open.sync();
        await open.close();
        file = null;
        await rename(temporary, place);
        await syncFolder(dirname(place));
      }),
    abandon: () => attempt(abandon),
  };
}

/** Makes the rename itself last. Windows cannot open folders and needs it not; some network drives cannot flush them. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && unflushable.has(error.code))) throw error;
  } finally {
    await opened.close();
  }
}

/** How a file system says that its folders cannot be flushed. */
const unflushable = new Set<unknown>(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF']);

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw systemFailure(error, 'not-writable');
  }
}
