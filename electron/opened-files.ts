import { type FileHandle, open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { DesktopError } from '#bridge/desktop.ts';
import type { OpenedFile } from '#bridge/ipc.ts';
import { systemFailure } from './system-failure.ts';

const longestRead = 16 * 1024 * 1024;

/**
 * The files the app was opened with. The window gets a handle, a name and a size of each, never a path: it can read what
 * the person opened and nothing else on the disk.
 */
export class OpenedFiles {
  readonly #waiting: OpenedFile[] = [];
  readonly #open = new Map<string, FileHandle>();

  /** Opens a file for the window to take. Fails with a DesktopError when it is gone or cannot be read. */
  async add(path: string): Promise<void> {
    try {
      const file = await open(path, 'r');
      const about = await file.stat();
      if (!about.isFile()) {
        await file.close();
        throw new DesktopError('not-readable', `${path} is not a file.`);
      }
      const handle = crypto.randomUUID();
      this.#open.set(handle, file);
      this.#waiting.push({ handle, name: basename(path), size: about.size });
    } catch (error) {
      throw systemFailure(error, 'not-readable');
    }
  }

  /** The files added since the last call. */
  take(): OpenedFile[] {
    return this.#waiting.splice(0);
  }

  /** Bytes of a taken file, fewer at its end. Fails with a DesktopError: `refused`, `not-found`, `not-readable`. */
  async read(handle: string, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    const file = this.#open.get(handle);
    if (!file) throw new DesktopError('not-found', 'No opened file has this handle.');
    if (to < from || to - from > longestRead) throw new DesktopError('refused', 'Too much to read at once.');
    try {
      const bytes = new Uint8Array(to - from);
      let length = 0;
      while (length < bytes.byteLength) {
        const { bytesRead } = await file.read(bytes, length, bytes.byteLength - length, from + length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return bytes.slice(0, length);
    } catch (error) {
      throw systemFailure(error, 'not-readable');
    }
  }

  /** Closes every file; what the window was given can no longer be read. */
  async close(): Promise<void> {
    const files = [...this.#open.values()];
    this.#open.clear();
    this.#waiting.length = 0;
    await Promise.all(files.map((file) => file.close()));
  }
}

/** The case files among the arguments of a start, as full paths; `folder` is where that start was made. */
export function caseFilesIn(args: string[], folder: string): string[] {
  return args
    .filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.casebound'))
    .map((arg) => resolve(folder, arg));
}
