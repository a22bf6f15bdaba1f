import type { SavedFile } from '#bridge/desktop.ts';
import { pour } from './pour.ts';
import { readingMs, Spool, sweepSpools } from './spool.ts';

/**
 * Saves a stream as a download, for browsers without a save dialogue of their own. The stream goes first into a spool, so
 * that a save that is broken off never shows up among the downloads; the whole file is then downloaded, which never
 * replaces another one.
 */
export async function saveByDownload(
  name: string,
  write: () => ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): Promise<SavedFile | null> {
  await sweepSpools();
  const spool = await Spool.make();
  return pour(
    write(),
    {
      write: (bytes) => spool.write(bytes),
      finish: async () => {
        download(await spool.finish(), name);
        return { name, place: null };
      },
      abandon: () => spool.abandon(),
    },
    signal,
  );
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
  setTimeout(() => URL.revokeObjectURL(address), readingMs(file.size));
}
