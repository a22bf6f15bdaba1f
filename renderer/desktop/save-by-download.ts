import type { SavedFile } from '#bridge/desktop.ts';
import { browserFailure } from './browser-failure.ts';
import { pour } from './pour.ts';

const folderName = 'downloads-in-progress';

/**
 * Saves a stream as a download, for browsers without a save dialogue of their own. The stream goes first into a file of
 * the origin's private file system, so that several gigabytes never stand in memory and a save that is broken off never
 * shows up among the downloads; the whole file is then downloaded, which never replaces another one.
 */
export async function saveByDownload(
  name: string,
  write: () => ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): Promise<SavedFile | null> {
  const failed = (error: unknown) => {
    throw browserFailure(error);
  };
  await removeLeftDownloads();
  const folder = await spoolFolder().catch(failed);
  const spoolName = crypto.randomUUID();
  const spool = await folder.getFileHandle(spoolName, { create: true }).catch(failed);
  const writable = await spool.createWritable().catch(failed);
  return pour(
    write(),
    {
      write: (bytes) => writable.write(bytes).catch(failed),
      finish: async () => {
        await writable.close().catch(failed);
        const file = await spool.getFile().catch(failed);
        download(file, name);
        // No event tells when a download has been read to its end; ten seconds and one per 10 MB is ample.
        setTimeout(() => void removeSpool(folder, spoolName), 10_000 + file.size / 10_000);
        return { name, place: null };
      },
      abandon: async () => {
        await writable.abort().catch(() => undefined); // a writable that failed is aborted already
        await removeSpool(folder, spoolName);
      },
    },
    signal,
  );
}

/** Removes what downloads of an earlier run left in the private file system: all that is older than an hour. */
export async function removeLeftDownloads(): Promise<void> {
  const folder = await spoolFolder().catch((error: unknown) => {
    throw browserFailure(error);
  });
  for await (const [name, entry] of folder.entries()) {
    if (!(entry instanceof FileSystemFileHandle)) continue;
    const { lastModified } = await entry.getFile();
    if (Date.now() - lastModified > 3_600_000) await removeSpool(folder, name);
  }
}

async function spoolFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

async function removeSpool(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    // Gone already, or still being read: what is left is removed an hour later.
    if (error instanceof DOMException && ['NotFoundError', 'NoModificationAllowedError'].includes(error.name)) return;
    throw browserFailure(error);
  }
}

function download(file: File, name: string): void {
  const address = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.hidden = true;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000 + file.size / 10_000);
}
